import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { LatLng } from "@cml/domain/kernel";
import type { Unplaced } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconArchive, IconMapPinPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { api } from "../../../api";
import { doorTiles } from "../../../shell/door-tiles";
import { KeySign } from "../../../shell/queue-desk/KeySign";
import { boundsAround, numberedPoints } from "../../../shell/queue-desk/numbered-points";
import { useQueueKeys } from "../../../shell/queue-desk/useQueueKeys";
import { useMapGround } from "../../../shell/useMapGround";
import type { TrayDeeds } from "../hooks/useTrayDeeds";
import { choicesOf } from "../model/choices";
import { CandidateList } from "./CandidateList";
import classes from "./Tray.module.css";

type Props = { row: Unplaced; deeds: TrayDeeds; onNext: () => void; onPrevious: () => void };

/** One address that waits: where it may stand, and the map to say so oneself. */
export const TrayDesk = ({ row, deeds, onNext, onPrevious }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [askOthers, setAskOthers] = useState(false);
  const [pin, setPin] = useState<LatLng | null>(null);
  const place = useMapGround();
  const candidates = api.map.tray.candidates.useQuery({ id: row.id, askOthers }, { refetchOnWindowFocus: false, retry: false });
  const choices = useMemo(() => (candidates.data === undefined ? [] : choicesOf(candidates.data)), [candidates.data]);
  const points = useMemo(() => numberedPoints(row.id, choices), [row.id, choices]);
  const bounds = useMemo(() => boundsAround(choices), [choices]);
  useQueueKeys({
    take: (key) => {
      const choice = choices.find((one) => one.key === key);
      if (choice?.canTake === true) deeds.take(row, choice);
    },
    deeds: { n: onNext, p: onPrevious, s: () => deeds.setAside([row]), u: deeds.undo },
    save: pin === null ? null : () => deeds.placeByHand(row, pin),
  });
  return (
    <section className={classes.desk} aria-label={t("tray.desk")}>
      <Paper withBorder radius="md" p="md">
        <Stack gap="sm">
          <div>
            <Title order={2} fz={20}>
              {row.address}
              {row.unitNumber !== null && ` · ${t("tray.unit", { unit: row.unitNumber })}`}
            </Title>
            <Text size="sm">{[row.municipality, row.province, row.postalCode].filter(Boolean).join(", ")}</Text>
          </div>
          {candidates.isError ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {errorMessage(candidates.error, locale)}
            </Text>
          ) : (
            <CandidateList
              choices={choices}
              nothing={t("tray.noCandidates")}
              isLoading={candidates.isPending}
              isBusy={deeds.isBusy}
              onTake={(choice) => deeds.take(row, choice)}
              onAskOthers={askOthers ? null : () => setAskOthers(true)}
            />
          )}
          <Group gap="xs">
            <Button
              size="xs"
              leftSection={<IconMapPinPlus size={16} />}
              loading={deeds.isBusy && pin !== null}
              disabled={pin === null}
              onClick={() => pin !== null && deeds.placeByHand(row, pin)}
            >
              {t("tray.placeHere")} <KeySign sign="↵" />
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArchive size={16} />}
              disabled={deeds.isBusy}
              onClick={() => deeds.setAside([row])}
            >
              {t("tray.setAside")} <KeySign sign="S" />
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t(pin === null ? "tray.pickHint" : "tray.pinHint")}
          </Text>
        </Stack>
      </Paper>
      <div className={classes.map}>
        <MapView
          height="100%"
          label={t("tray.map")}
          doors={doorTiles}
          points={points}
          bounds={bounds}
          {...place}
          version={deeds.version}
          selectedDoorId={row.id}
          heldAt={pin}
          onPick={setPin}
          onDrag={(_id, point) => setPin(point)}
        />
      </div>
    </section>
  );
};
