import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import type { UnmatchedRun } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import type { useUnmatchedRun } from "../hooks/useUnmatchedRun";

const tones: Record<UnmatchedRun["status"], StatusTone> = {
  QUEUED: "attention",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};

/** Many people being put at their doors, or taken off again: how far it is, what it came to, and what can be done about it. */
export const UnmatchedRunCard = ({ runs }: { runs: ReturnType<typeof useUnmatchedRun> }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { run, isOn, isBusy, stop, resume, undo } = runs;
  if (run === null) return null;
  const { status, isUndoing, total, done, placed, undone, kept, confidence, createdAt } = run;
  const share = isUndoing ? (undone + kept) / Math.max(1, placed) : done / Math.max(1, total);
  const isBroken = status === "FAILED" || status === "CANCELLED";
  const title = t(isUndoing ? "unmatched.run.back" : "unmatched.run.forth", { confidence });
  return (
    <Paper withBorder radius="md" p="md" mb="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Group gap="xs" style={{ flex: "1 1 260px" }}>
            <StatusBadge tone={tones[status]}>{t(`quality.runs.status.${status}`)}</StatusBadge>
            <Text size="sm" fw={550}>
              {title}
            </Text>
            <Text size="sm" c="dimmed">
              {formats.dateTime(createdAt)}
            </Text>
          </Group>
          <Group gap="xs">
            {isOn && (
              <Button size="compact-sm" variant="default" leftSection={<IconPlayerStop size={15} />} loading={isBusy} onClick={stop}>
                {t("quality.runs.stop")}
              </Button>
            )}
            {isBroken && (
              <Button size="compact-sm" variant="default" leftSection={<IconPlayerPlay size={15} />} loading={isBusy} onClick={resume}>
                {t("unmatched.run.goOn")}
              </Button>
            )}
            {!isOn && !isUndoing && placed > 0 && (
              <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} />} loading={isBusy} onClick={undo}>
                {t("unmatched.run.undo")}
              </Button>
            )}
          </Group>
        </Group>
        {isOn && <Progress value={Math.min(100, share * 100)} aria-label={title} animated />}
        <Text size="sm" c="dimmed" className="cml-tabular" aria-live="polite">
          <RunWords run={run} />
        </Text>
      </Stack>
    </Paper>
  );
};

const RunWords = ({ run }: { run: UnmatchedRun }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { isUndoing, total, done, placed, skipped, undone, kept } = run;
  const words = isUndoing
    ? [
        t("unmatched.run.tookBack", { shown: formats.number(undone), of: formats.number(placed) }),
        kept > 0 ? t("unmatched.run.kept", { count: kept, shown: formats.number(kept) }) : null,
      ]
    : [
        t("unmatched.run.done", { done: formats.number(done), total: formats.number(total) }),
        t("unmatched.run.placed", { count: placed, shown: formats.number(placed) }),
        skipped > 0 ? t("unmatched.run.skipped", { count: skipped, shown: formats.number(skipped) }) : null,
      ];
  return words.filter(Boolean).join(" · ");
};
