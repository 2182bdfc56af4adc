import { Stack, Text } from "@mantine/core";
import type { LocationDetail, LocationHistoryEntry } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

/** Every change, newest first: when, who, what, from what to what. */
export const BuildingHistory = ({ location: { history } }: { location: LocationDetail }) => {
  const { t } = useTranslation();
  if (history.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("buildings.noHistory")}
      </Text>
    );
  return (
    <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: "none" }}>
      {history.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
};

const Entry = ({ entry }: { entry: LocationHistoryEntry }) => {
  const formats = useSiteFormats();
  const words = useChangeWords();
  return (
    <li>
      <Text size="sm">{words(entry)}</Text>
      <Text size="xs" c="dimmed">
        {[formats.dateTime(entry.createdAt), entry.userName].filter(Boolean).join(" · ")}
      </Text>
    </li>
  );
};

const useChangeWords = () => {
  const { t, i18n } = useTranslation();
  const valueWords = (field: string, value: string | null): string => {
    if (value === null) return t("buildings.blank");
    if (field === "buildingType") return t(`doors.types.${value as "COMMERCIAL"}`, { defaultValue: value });
    if (field === "buildingUse") return t(`buildings.uses.${value as unknown as 1}`, { defaultValue: value });
    if (field.endsWith("supportLevel")) return value === "declined" ? t("buildings.declined") : t(`kernel:ui.support.${value.replace("LEVEL_", "") as "1"}`, { defaultValue: value }); // prettier-ignore
    if (value === "true" || value === "false") return value === "true" ? "✓" : "–";
    return value;
  };
  return ({ action, field, oldValue, newValue, unit }: LocationHistoryEntry): string => {
    const key = `buildings.changes.${field ?? ""}`;
    const what = field !== null && i18n.exists(key) ? t(key as "buildings.changed") : t(`doors.actions.${action}`);
    const where = unit === null ? what : `${unit}: ${what}`;
    if (action === "UPDATED" && field !== null && oldValue === null && newValue === null) return where;
    if (oldValue === null && newValue === null) return where;
    return `${where}: ${t("buildings.from", { before: valueWords(field ?? "", oldValue), after: valueWords(field ?? "", newValue) })}`;
  };
};
