import { Anchor, Progress, Stack, Text } from "@mantine/core";
import type { ImportRunView, ImportStatus } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";

const toneOf: Record<ImportStatus, StatusTone> = {
  QUEUED: "calm",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};

/** Where a run stands: how far while it goes or is put back, and what its undo left in place. */
export const RunState = ({ run }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { id, kind, fileName, status, isComparison, progress, undo } = run;
  if (undo !== null && undo.step !== "done") {
    const share = undo.total === 0 ? 0 : Math.min(1, (undo.removed + undo.restored + undo.kept) / undo.total);
    return (
      <Stack gap={6}>
        <StatusBadge tone="attention">{t("imports.undo.state")}</StatusBadge>
        <Bar share={share} label={t("imports.undo.running", { name: fileName })} />
      </Stack>
    );
  }
  const wasCompared = isComparison && status === "COMPLETED";
  return (
    <Stack gap={6}>
      <div>
        <StatusBadge tone={wasCompared ? "calm" : toneOf[status]}>
          {wasCompared ? t("imports.onlyCompared") : t(`imports.status.${status}`)}
        </StatusBadge>
      </div>
      {status === "RUNNING" && <Bar share={progress.share} label={t("imports.running", { name: fileName })} />}
      {undo !== null && undo.kept > 0 && kind !== "basemap" && (
        <Anchor component={Link} to="/imports/new" search={{ run: id } as never} size="xs">
          {t("imports.undo.keptCount", { count: undo.kept, shown: formats.number(undo.kept) })}
        </Anchor>
      )}
    </Stack>
  );
};

const Bar = ({ share, label }: { share: number; label: string }) => {
  const formats = useSiteFormats();
  return (
    <div>
      <Progress value={share * 100} size="sm" aria-label={label} />
      <Text size="xs" c="dimmed" className="cml-tabular" mt={2}>
        {formats.percent(share)}
      </Text>
    </div>
  );
};
