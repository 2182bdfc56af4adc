import { Badge, Group, Text } from "@mantine/core";
import { SupportMark } from "@cml/ui";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import type { Unit } from "../model/door-rows";
import { outcomeIcons } from "./outcome-icons";

/** What is known of one unit, in one line: result and age, support, and where the newest result lies. */
export const UnitLine = ({ unit }: { unit: Unit }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { outcome, at, supportLevel, local } = unit.state;
  const Icon = outcome === null ? null : outcomeIcons[outcome];
  return (
    <Group gap={8} wrap="wrap">
      {unit.doNotContact && (
        <Badge color="brick" variant="filled">
          {t("app.walk.doNotContact")}
        </Badge>
      )}
      <Group gap={4} wrap="nowrap">
        {Icon !== null && <Icon size={16} aria-hidden="true" />}
        <Text size="sm" c={outcome === null ? "dimmed" : undefined}>
          {outcome === null ? t("app.walk.never") : t(`app.outcomes.${outcome}`)}
          {at !== null && `, ${formats.relative(at, new Date())}`}
        </Text>
      </Group>
      {supportLevel !== null && <SupportMark level={levelNumber(supportLevel)} />}
      {local === "waiting" && (
        <Badge variant="light" color="amber">
          {t("app.walk.waiting")}
        </Badge>
      )}
      {local === "refused" && (
        <Badge variant="light" color="brick">
          {t("app.walk.refused")}
        </Badge>
      )}
    </Group>
  );
};

export const levelNumber = (level: "LEVEL_1" | "LEVEL_2" | "LEVEL_3" | "LEVEL_4"): 1 | 2 | 3 | 4 =>
  (({ LEVEL_1: 1, LEVEL_2: 2, LEVEL_3: 3, LEVEL_4: 4 }) as const)[level];
