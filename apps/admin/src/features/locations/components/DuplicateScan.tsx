import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerStop } from "@tabler/icons-react";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { useDuplicateScan } from "../hooks/useDuplicateScan";

/** How far the search for buildings entered twice is, or what the last one came to; nothing before the first. */
export const DuplicateScan = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { canEverywhere } = useSession();
  const { scan, isOn, cancel } = useDuplicateScan();
  if (scan === null) return null;
  const { done, total, found, secondsLeft, finishedAt, createdAt, status } = scan;
  const pairs = t("buildings.doubles.found", { count: found });
  if (!isOn)
    return (
      <Text size="sm" c="dimmed" aria-live="polite">
        {t(status === "CANCELLED" ? "buildings.doubles.stopped" : "buildings.doubles.looked", {
          at: formats.dateTime(finishedAt ?? createdAt),
          pairs,
        })}
      </Text>
    );
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <StatusBadge tone="attention">{t(`quality.runs.status.${status}`)}</StatusBadge>
          <Text size="sm">{t("buildings.doubles.searching")}</Text>
        </Group>
        {canEverywhere("location.edit") && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerStop size={15} />}
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t("quality.runs.stop")}
          </Button>
        )}
      </Group>
      <Progress value={(done / total) * 100} aria-label={t("buildings.doubles.searching")} animated />
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: "tabular-nums" }}>
        {[
          t("buildings.doubles.share", { share: formats.percent(done / total), pairs }),
          secondsLeft !== null && secondsLeft >= 1 ? t("buildings.doubles.left", { time: formats.duration(secondsLeft) }) : null,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </Stack>
  );
};
