import { Anchor, Button, Group, Paper, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import type { LatLng } from "@cml/domain/kernel";
import type { WeakMatch } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconArrowBackUp, IconMapPinCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../../api";
import { useMapGround } from "../../../shell/useMapGround";
import { useSiteFormats } from "../../../session/useSite";
import { doorTiles } from "../../../shell/door-tiles";
import { QueryState } from "../../../shell/QueryState";
import { KeySign } from "../../../shell/queue-desk/KeySign";
import { boundsAround, numberedPoints } from "../../../shell/queue-desk/numbered-points";
import { QueueDesk } from "../../../shell/queue-desk/QueueDesk";
import { QueueSaid } from "../../../shell/queue-desk/QueueSaid";
import { QueueWalk } from "../../../shell/queue-desk/QueueWalk";
import { useQueueKeys } from "../../../shell/queue-desk/useQueueKeys";
import { CandidateList } from "../components/CandidateList";
import { useWeakQueue } from "../hooks/useWeakQueue";
import { choicesOf } from "../model/choices";

/** Guessed points, the weakest first: each is taken from a candidate, moved by hand, kept, or left for later. */
export const WeakMatchesPage = () => {
  const { t } = useTranslation();
  const queue = useWeakQueue();
  return (
    <>
      <PageHeader
        title={t("quality.queue.title")}
        lead={t("quality.queue.lead")}
        back={
          <Anchor component={Link} to="/data-quality" size="sm" c="dimmed">
            {t("quality.title")}
          </Anchor>
        }
      />
      <VisuallyHidden role="status">{queue.said}</VisuallyHidden>
      <QueryState query={queue.query} shape="cards">
        {() =>
          queue.current === null ? (
            <EmptyState
              icon={<IconMapPinCheck />}
              title={t("quality.queue.empty")}
              action={
                queue.canUndo && (
                  <Button variant="default" leftSection={<IconArrowBackUp size={17} />} onClick={queue.undo}>
                    {t("quality.queue.undo")}
                  </Button>
                )
              }
            >
              {t("quality.queue.emptyText")}
            </EmptyState>
          ) : (
            <Desk key={queue.current.id} queue={queue} match={queue.current} />
          )
        }
      </QueryState>
    </>
  );
};

type Queue = ReturnType<typeof useWeakQueue>;

const Desk = ({ queue, match }: { queue: Queue; match: WeakMatch }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [askOthers, setAskOthers] = useState(false);
  const [pin, setPin] = useState<LatLng | null>(null);
  const place = useMapGround();
  const candidates = api.map.geocoding.candidates.useQuery({ id: match.id, askOthers }, { refetchOnWindowFocus: false });
  const choices = useMemo(() => (candidates.data === undefined ? [] : choicesOf(candidates.data)), [candidates.data]);
  const points = useMemo(() => numberedPoints(match.id, choices), [match.id, choices]);
  const bounds = useMemo(() => boundsAround([match, ...choices]), [match, choices]);
  const heldAt = useMemo(() => pin ?? { latitude: match.latitude, longitude: match.longitude }, [pin, match]);
  useQueueKeys({
    deeds: { n: queue.next, p: queue.previous, k: queue.keep, s: queue.setAside, u: queue.undo },
    take: (key) => {
      const choice = choices.find((one) => one.key === key);
      if (choice?.canTake === true) queue.take(choice);
    },
    save: pin === null ? null : () => queue.move(pin),
  });
  return (
    <QueueDesk
      side={
        <>
          <QueueWalk
            words={t("quality.queue.waiting", { count: queue.waiting, shown: formats.number(queue.waiting) })}
            at={queue.at}
            loaded={queue.loaded}
            onPrevious={queue.previous}
            onNext={queue.next}
          />
          <Paper withBorder radius="md" p="md">
            <Stack gap={4}>
              <Title order={2} fz={22}>
                {match.address}
              </Title>
              <Text size="sm">{[match.municipality, match.province, match.postalCode].filter(Boolean).join(", ")}</Text>
              <Text size="sm" c="dimmed">
                {t("quality.queue.now", { provider: t(`quality.provider.${match.geocodeProvider}`), confidence: match.geocodeConfidence })}
                {match.totalUnits > 1 && ` · ${t("quality.queue.units", { count: match.totalUnits })}`}
              </Text>
            </Stack>
          </Paper>
          <CandidateList
            choices={choices}
            nothing={t("quality.queue.noCandidates")}
            isLoading={candidates.isPending}
            isBusy={queue.isBusy}
            onTake={queue.take}
            onAskOthers={askOthers ? null : () => setAskOthers(true)}
          />
          {pin !== null && (
            <Button loading={queue.isBusy} onClick={() => queue.move(pin)}>
              {t("quality.queue.savePin")} <KeySign sign="↵" />
            </Button>
          )}
          <Group gap="xs">
            <Button size="xs" variant="default" loading={queue.isBusy} onClick={queue.keep}>
              {t("quality.queue.keep")} <KeySign sign="K" />
            </Button>
            <Button size="xs" variant="default" loading={queue.isBusy} onClick={queue.setAside}>
              {t("quality.queue.setAside")} <KeySign sign="S" />
            </Button>
            <Button size="xs" variant="subtle" disabled={!queue.canUndo} leftSection={<IconArrowBackUp size={16} />} onClick={queue.undo}>
              {t("quality.queue.undo")} <KeySign sign="U" />
            </Button>
          </Group>
          <QueueSaid words={queue.said} />
          <Text size="xs" c="dimmed">
            {t("quality.queue.hint")}
          </Text>
        </>
      }
      map={
        <MapView
          height="100%"
          label={t("quality.queue.map")}
          doors={doorTiles}
          points={points}
          bounds={bounds}
          {...place}
          selectedDoorId={match.id}
          heldAt={heldAt}
          onDrag={(_id, point) => setPin(point)}
        />
      }
    />
  );
};
