import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import type { DataQuality, GeocodeRun } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerStop, IconRefresh, IconWand } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import classes from "./DataQuality.module.css";

const tones: Record<GeocodeRun["status"], StatusTone> = {
  QUEUED: "attention",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};
const isOn = ({ status }: GeocodeRun): boolean => status === "QUEUED" || status === "RUNNING";

/** Geocoding of many in the background: begun here, gone on with when this page is left. */
export const GeocodeRuns = ({ quality }: { quality: DataQuality }) => {
  const { t } = useTranslation();
  const { canEverywhere } = useSession();
  const cache = api.useUtils();
  const runs = api.map.geocoding.runs.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.some(isOn) === true ? 1_500 : false),
  });
  const options = { onError: notifyFailed, onSettled: () => cache.map.geocoding.invalidate() };
  const start = api.map.geocoding.startRun.useMutation(options);
  const cancel = api.map.geocoding.cancelRun.useMutation(options);
  const isRunning = runs.data?.some(isOn) ?? false;
  const begin = (kind: GeocodeRun["kind"]) => start.mutate({ kind });
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div style={{ flex: "1 1 260px" }}>
            <Text fw={600}>{t("quality.runs.title")}</Text>
            <Text size="sm" c="dimmed">
              {t("quality.runs.lead")}
            </Text>
          </div>
          {canEverywhere("location.edit") && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconWand size={17} />}
                disabled={isRunning || quality.unplaced === 0}
                loading={start.isPending}
                onClick={() => begin("missing")}
              >
                {t("quality.runs.missing")}
              </Button>
              <Button
                variant="default"
                leftSection={<IconRefresh size={17} />}
                disabled={isRunning || quality.waiting === 0}
                loading={start.isPending}
                onClick={() => begin("weak")}
              >
                {t("quality.runs.weak")}
              </Button>
            </Group>
          )}
        </Group>
        {(runs.data ?? []).slice(0, 3).map((run) => (
          <Run key={run.id} run={run} onCancel={canEverywhere("location.edit") ? () => cancel.mutate({ id: run.id }) : null} />
        ))}
      </Stack>
    </Paper>
  );
};

const Run = ({ run, onCancel }: { run: GeocodeRun; onCancel: (() => void) | null }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const share = run.total === 0 ? 100 : Math.min(100, (run.done / run.total) * 100);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <StatusBadge tone={tones[run.status]}>{t(`quality.runs.status.${run.status}`)}</StatusBadge>
          <Text size="sm">
            {t(`quality.runs.kinds.${run.kind}`)} · {formats.dateTime(run.createdAt)}
          </Text>
        </Group>
        {isOn(run) && onCancel !== null && (
          <Button size="compact-sm" variant="default" leftSection={<IconPlayerStop size={15} />} onClick={onCancel}>
            {t("quality.runs.stop")}
          </Button>
        )}
      </Group>
      {isOn(run) && <Progress value={share} aria-label={t("quality.runs.progress")} animated />}
      <Text size="sm" c="dimmed" className={classes.number} aria-live="polite">
        {t("quality.runs.counts", {
          done: formats.number(run.done),
          total: formats.number(run.total),
          found: formats.number(run.found),
          weak: formats.number(run.weak),
          missed: formats.number(run.missed),
        })}
      </Text>
    </Stack>
  );
};
