import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import type { GeocodeRun } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerStop } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import { isRunOn } from "../hooks/useGeocodeRuns";
import classes from "./DataQuality.module.css";

const tones: Record<GeocodeRun["status"], StatusTone> = {
  QUEUED: "attention",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};

/** One geocoding of many: how far it is and what it came to. */
export const RunLine = ({ run, onCancel }: { run: GeocodeRun; onCancel: (() => void) | null }) => {
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
        {isRunOn(run) && onCancel !== null && (
          <Button size="compact-sm" variant="default" leftSection={<IconPlayerStop size={15} />} onClick={onCancel}>
            {t("quality.runs.stop")}
          </Button>
        )}
      </Group>
      {isRunOn(run) && <Progress value={share} aria-label={t("quality.runs.progress")} animated />}
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
