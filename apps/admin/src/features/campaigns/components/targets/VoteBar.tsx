import { Group, Text } from "@mantine/core";
import { type PositionCounts, type TargetPosition, targetPositions } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../../session/useSite";
import classes from "./VoteBar.module.css";

const partOf: Record<TargetPosition, string | undefined> = {
  FOR: classes.for,
  LEANING: classes.leaning,
  AGAINST: classes.against,
  UNKNOWN: classes.unknown,
};

/** The count of votes as one bar; its legend says the same in words and numbers. */
export const VoteBar = ({ counts }: { counts: PositionCounts }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const total = targetPositions.reduce((sum, position) => sum + counts[position], 0);
  if (total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("targets.votes.none")}
      </Text>
    );
  }
  const shown = targetPositions.filter((position) => counts[position] > 0);
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {shown.map((position) => (
          <span key={position} className={`${classes.part} ${partOf[position]}`} style={{ flexGrow: counts[position] }}>
            {formats.number(counts[position])}
          </span>
        ))}
      </div>
      <Group component="ul" gap="lg" mt="sm" p={0} m={0} style={{ listStyle: "none" }}>
        {targetPositions.map((position) => (
          <Group component="li" key={position} gap={6} wrap="nowrap">
            <span className={`${classes.mark} ${partOf[position]}`} />
            <Text size="sm">
              {t(`targets.position.${position}`)}: {t("targets.votes.of", { count: counts[position], total })}
            </Text>
          </Group>
        ))}
      </Group>
    </div>
  );
};
