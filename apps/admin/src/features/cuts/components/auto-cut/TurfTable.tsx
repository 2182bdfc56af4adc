import { Badge, Group, Progress, Stack, Text, UnstyledButton } from "@mantine/core";
import type { TurfPlanOptions } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import type { TurfLine } from "../../hooks/useTurfLines";
import classes from "./AutoCut.module.css";

type Props = { lines: readonly TurfLine[]; target: TurfPlanOptions["target"]; onSelect: (turf: number) => void };

/** Every turf with its doors, its time, and how far it is off the target. */
export const TurfTable = ({ lines, target, onSelect }: Props) => {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-label={t("autoCut.list")}>
      {lines.map((line) => (
        <li key={line.turf}>
          <UnstyledButton className={classes.row} onClick={() => onSelect(line.turf)}>
            <TurfMark line={line} />
            <Stack gap={3} style={{ flex: 1, minWidth: 0 }}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Text size="sm" fw={600} className="cml-tabular">
                  {t("autoCut.doors", { count: line.doors })}
                </Text>
                <Text size="sm" className="cml-tabular">
                  {t("autoCut.short", { minutes: line.minutes })}
                </Text>
              </Group>
              <Text size="xs" c="dimmed" className="cml-tabular">
                {t("autoCut.metres", { metres: line.metresADoor })} · {t("autoCut.crossings", { count: line.crossings })}
              </Text>
              <Balance line={line} target={target} />
              {line.isBroken && (
                <Text size="xs" c="brick">
                  {t("autoCut.broken")}
                </Text>
              )}
              {line.isIsland && (
                <Text size="xs" c="dimmed">
                  {t("autoCut.island")}
                </Text>
              )}
              {line.building !== null && (
                <Text size="xs" c="dimmed">
                  {t("autoCut.floorsOf", { building: line.building })}
                </Text>
              )}
            </Stack>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};

export const TurfMark = ({ line }: { line: TurfLine }) => (
  <Badge className={classes.mark} style={{ "--turf": line.color }} variant="default">
    {line.turf + 1}
  </Badge>
);

/** The bar is full at twice the target; the words say the same without it. */
const Balance = ({ line, target }: { line: TurfLine; target: TurfPlanOptions["target"] }) => {
  const { t } = useTranslation();
  const size = target.amount + line.off;
  const words = line.isOnTarget ? t("autoCut.even") : t(line.off > 0 ? "autoCut.over" : "autoCut.under", { count: Math.abs(line.off) });
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress
        value={Math.min(100, (size / target.amount) * 50)}
        color={line.isOnTarget ? "spruce" : "amber"}
        size={6}
        style={{ flex: 1 }}
        aria-label={words}
      />
      <Text size="xs" c="dimmed" w={92} ta="right">
        {words}
      </Text>
    </Group>
  );
};
