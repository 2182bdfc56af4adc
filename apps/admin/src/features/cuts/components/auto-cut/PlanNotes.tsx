import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { TurfLine } from "../../hooks/useTurfLines";

type Props = { lines: readonly TurfLine[]; onSelect: (turf: number) => void };

/** What does not follow from the target and would surprise: pieces, islands, towers. */
export const PlanNotes = ({ lines, onSelect }: Props) => {
  const { t } = useTranslation();
  const broken = lines.filter(({ isBroken }) => isBroken);
  const islands = lines.filter(({ isIsland }) => isIsland);
  const floors = lines.filter(({ isFloors }) => isFloors);
  const buildings = new Set(floors.map(({ building }) => building)).size;
  return (
    <Stack gap="xs">
      <div role="status">
        {broken.length > 0 && (
          <Alert color="amber" icon={<IconAlertTriangle size={18} />} p="sm">
            <Text size="sm">{t("autoCut.brokenNow", { count: broken.length })}</Text>
            <Group gap={6} mt={6}>
              {broken.slice(0, mostNamed).map(({ turf }) => (
                <Button key={turf} size="compact-sm" variant="default" onClick={() => onSelect(turf)}>
                  {t("autoCut.turf", { number: turf + 1 })}
                </Button>
              ))}
            </Group>
          </Alert>
        )}
      </div>
      {islands.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("autoCut.islands", { count: islands.length, which: namesOf(islands) })}
        </Text>
      )}
      {floors.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("autoCut.towers", { count: buildings, turfs: t("autoCut.turfs", { count: floors.length }) })}
        </Text>
      )}
    </Stack>
  );
};

const mostNamed = 12;

const namesOf = (lines: readonly TurfLine[]): string => {
  const names = lines.slice(0, mostNamed).map(({ turf }) => String(turf + 1));
  return lines.length > mostNamed ? `${names.join(", ")}, …` : names.join(", ");
};
