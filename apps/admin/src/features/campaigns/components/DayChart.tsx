import { Box, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { CampaignStatistics } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { chartOf } from "../model/day-chart";
import { LettersAndCalls } from "./LettersAndCalls";
import classes from "./Statistics.module.css";

const height = 160;

/** Letters and calls day by day as bars, and the same numbers as a table for those who want to read them. */
export const DayChart = ({ days }: { days: CampaignStatistics["byDay"] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [asTable, table] = useDisclosure();
  const { bars, most, width, barWidth } = chartOf(days);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  // A few days do not fill the width: their last day named at the far end would name a place where nothing stands.
  const isShort = last.x + barWidth * 1.5 < width * 0.8;
  const range = [...new Set([first, last].map(({ day }) => formats.day(day)))];
  const tall = (count: number) => (most === 0 ? 0 : Math.max(count > 0 ? 2 : 0, (count / most) * height));
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap="md">
          {(["letters", "calls"] as const).map((what) => (
            <Text key={what} size="xs" c="dimmed">
              <span className={classes.key} data-of={what} />
              {t(`campaignWork.statistics.${what}`)}
            </Text>
          ))}
        </Group>
        <Button variant="subtle" size="compact-xs" onClick={table.toggle} aria-expanded={asTable}>
          {t(asTable ? "campaignWork.statistics.hideTable" : "campaignWork.statistics.showTable")}
        </Button>
      </Group>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("campaignWork.statistics.chartLabel", {
          from: formats.day(first.day),
          until: formats.day(last.day),
          most: formats.number(most),
        })}
      >
        <line className={classes.axis} x1={0} x2={width} y1={height} y2={height} vectorEffect="non-scaling-stroke" />
        {bars.map(({ day, letters, calls, x }) => (
          <g key={day}>
            <title>
              {t("campaignWork.statistics.dayFacts", {
                day: formats.day(day),
                letters: formats.number(letters),
                calls: formats.number(calls),
              })}
            </title>
            <rect className={classes.letters} x={x} y={height - tall(letters)} width={barWidth} height={tall(letters)} />
            <rect className={classes.calls} x={x + barWidth} y={height - tall(calls)} width={barWidth / 2} height={tall(calls)} />
          </g>
        ))}
      </svg>
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {isShort ? range.join(" – ") : range[0]}
        </Text>
        <Text size="xs" c="dimmed">
          {t("campaignWork.statistics.most", { count: most, number: formats.number(most) })}
        </Text>
        {!isShort && range[1] !== undefined && (
          <Text size="xs" c="dimmed">
            {range[1]}
          </Text>
        )}
      </Group>
      {asTable && (
        <Box mt="md">
          <LettersAndCalls
            heading={t("campaignWork.statistics.day")}
            rows={days.map(({ day, letters, calls }) => ({ key: day, name: formats.day(day), letters, calls }))}
          />
        </Box>
      )}
    </>
  );
};
