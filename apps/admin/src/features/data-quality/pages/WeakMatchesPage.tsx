import { Anchor, Button, Group, Paper, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import type { Bounds, LatLng } from "@cml/domain/kernel";
import type { WeakMatch } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconMapPinCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { FeatureCollection } from "geojson";
import { useMemo, useState } from "react";
import { api } from "../../../api";
import { useMapGround } from "../../../shell/useMapGround";
import { useSiteFormats } from "../../../session/useSite";
import { doorTiles } from "../../../shell/door-tiles";
import { QueryState } from "../../../shell/QueryState";
import { CandidateList } from "../components/CandidateList";
import classes from "../components/DataQuality.module.css";
import { useQueueKeys } from "../hooks/useQueueKeys";
import { useWeakQueue } from "../hooks/useWeakQueue";
import { type Choice, choicesOf } from "../model/choices";

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
  const points = useMemo(() => pointsOf(match, choices), [match, choices]);
  const bounds = useMemo(() => boundsAround(match, choices), [match, choices]);
  const heldAt = useMemo(() => pin ?? { latitude: match.latitude, longitude: match.longitude }, [pin, match]);
  useQueueKeys({
    ...queue,
    take: (key) => {
      const choice = choices.find((one) => one.key === key);
      if (choice?.canTake === true) queue.take(choice);
    },
    save: pin === null ? null : () => queue.move(pin),
  });
  return (
    <div className={classes.desk}>
      <div className={classes.side}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" className={classes.number}>
            {t("quality.queue.waiting", { count: queue.waiting, shown: formats.number(queue.waiting) })}
          </Text>
          <Group gap={6}>
            <Button
              size="xs"
              variant="default"
              disabled={queue.at === 0}
              leftSection={<IconChevronLeft size={16} />}
              onClick={queue.previous}
            >
              {t("quality.queue.previous")} <Key sign="P" />
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={queue.at >= queue.loaded - 1}
              rightSection={<IconChevronRight size={16} />}
              onClick={queue.next}
            >
              {t("quality.queue.next")} <Key sign="N" />
            </Button>
          </Group>
        </Group>
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
          isLoading={candidates.isPending}
          isBusy={queue.isBusy}
          onTake={queue.take}
          onAskOthers={askOthers ? null : () => setAskOthers(true)}
        />
        {pin !== null && (
          <Button loading={queue.isBusy} onClick={() => queue.move(pin)}>
            {t("quality.queue.savePin")} <Key sign="↵" />
          </Button>
        )}
        <Group gap="xs">
          <Button size="xs" variant="default" loading={queue.isBusy} onClick={queue.keep}>
            {t("quality.queue.keep")} <Key sign="K" />
          </Button>
          <Button size="xs" variant="default" loading={queue.isBusy} onClick={queue.setAside}>
            {t("quality.queue.setAside")} <Key sign="S" />
          </Button>
          <Button size="xs" variant="subtle" disabled={!queue.canUndo} leftSection={<IconArrowBackUp size={16} />} onClick={queue.undo}>
            {t("quality.queue.undo")} <Key sign="U" />
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t("quality.queue.hint")}
        </Text>
      </div>
      <div className={classes.map}>
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
      </div>
    </div>
  );
};

const Key = ({ sign }: { sign: string }) => (
  <kbd className={classes.key} style={{ marginInlineStart: 6, height: 20 }} aria-hidden="true">
    {sign}
  </kbd>
);

const pointsOf = (match: WeakMatch, choices: readonly Choice[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: choices.map(({ key, latitude, longitude }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: { id: `${match.id}-${key}`, label: String(key), supportLevel: "LEVEL_1" },
  })),
});

/** All candidates near enough to be meant, with some ground round them. */
const boundsAround = (match: WeakMatch, choices: readonly Choice[]): Bounds => {
  const near = choices.filter(
    ({ latitude, longitude }) => Math.abs(latitude - match.latitude) < 0.2 && Math.abs(longitude - match.longitude) < 0.3,
  );
  const all: LatLng[] = [match, ...near];
  const margin = 0.0012;
  return [
    Math.min(...all.map(({ longitude }) => longitude)) - margin,
    Math.min(...all.map(({ latitude }) => latitude)) - margin,
    Math.max(...all.map(({ longitude }) => longitude)) + margin,
    Math.max(...all.map(({ latitude }) => latitude)) + margin,
  ];
};
