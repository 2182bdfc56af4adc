import { Text } from "@mantine/core";
import type { DayPhone } from "@cml/domain/map";
import { useFormats, useTranslation } from "@cml/ui/i18n";

/** "Anna's phone still holds 6 (last heard 14:02)". */
export const PhoneLine = ({ phone: { name, unsent, heardAt } }: { phone: DayPhone }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const time = heardAt === null ? "–" : formats.time(heardAt);
  return (
    <Text size="sm" c="var(--mantine-color-amber-text)" fw={550}>
      {unsent > 0 ? t("app.day.phones.holds", { name, count: unsent, time }) : t("app.day.phones.silent", { name, time })}
    </Text>
  );
};
