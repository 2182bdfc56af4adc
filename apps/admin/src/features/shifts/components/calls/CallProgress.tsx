import { Group, Progress, Text } from "@mantine/core";
import type { CallList } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../../session/useSite";

/** How many of those with a place have said that they come. */
export const CallProgress = ({ list: { places, coming, toCall } }: { list: CallList }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6}>
        <Text fw={600}>{t("shiftCalls.coming", { count: coming, places: formats.number(places) })}</Text>
        <Text c="dimmed" size="sm">
          {t("shiftCalls.toCall", { count: toCall })}
        </Text>
      </Group>
      <Progress value={places === 0 ? 0 : (coming / places) * 100} aria-label={t("shiftCalls.coming", { count: coming, places })} />
    </div>
  );
};
