import { Group, Text } from "@mantine/core";
import type { ReplyStatistics } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Outcomes.module.css";

/** How letters that arrived were answered, as one bar; the legend says the same in words. */
export const OutcomeShares = ({ total }: { total: ReplyStatistics["total"] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { handedOver, returned, replies, notSatisfied, acknowledged, nothing } = total;
  const arrived = Math.max(0, handedOver - returned);
  const known = replies + acknowledged + nothing;
  const parts = [
    { key: "answered", count: Math.max(0, replies - notSatisfied) },
    { key: "notSatisfied", count: notSatisfied },
    { key: "acknowledged", count: acknowledged },
    { key: "nothing", count: nothing },
    { key: "unknown", count: Math.max(0, arrived - known) },
  ] as const;
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <span key={key} className={`${classes.part} ${classes[key]}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <Group component="ul" gap="lg" mt="sm" p={0} m={0} style={{ listStyle: "none" }}>
        {parts.map(({ key, count }) => (
          <Group component="li" key={key} gap={6} wrap="nowrap">
            <span className={`${classes.mark} ${classes[key]}`} />
            <Text size="sm">
              {t(`outcomes.shares.${key}`)}: {formats.number(count)}
              {arrived > 0 && ` (${formats.percent(count / arrived)})`}
            </Text>
          </Group>
        ))}
      </Group>
    </>
  );
};
