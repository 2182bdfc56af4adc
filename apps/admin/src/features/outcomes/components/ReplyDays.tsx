import { Box, Button, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReplyStatistics } from "@cml/domain/influence";
import { nextDay } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Outcomes.module.css";

const height = 120;
const step = 10;
const barWidth = step * 0.4;
const series = ["handedOver", "replies"] as const;
// Fewer days would be bars as broad as doors.
const fewestDays = 21;

/** Hand-overs and replies day by day as bars beside each other, each on its own scale, and the same numbers as a table for those who want to read them. */
export const ReplyDays = ({ days }: { days: ReplyStatistics["byDay"] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [asTable, table] = useDisclosure();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t("outcomes.noDays")}
      </Text>
    );
  const bars = barsOf(days, first.day, last.day);
  const most = { handedOver: Math.max(...days.map((one) => one.handedOver)), replies: Math.max(...days.map((one) => one.replies)) };
  const width = Math.max(bars.length, fewestDays) * step;
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("outcomes.chartLabel", {
          from: formats.day(first.day),
          until: formats.day(last.day),
          letters: formats.number(most.handedOver),
          replies: formats.number(most.replies),
        })}
      >
        <line className={classes.axis} x1={0} x2={width} y1={height} y2={height} vectorEffect="non-scaling-stroke" />
        {bars.map((bar, index) =>
          series.map((what, place) => {
            const tall = bar[what] === 0 ? 0 : Math.max(2, (bar[what] / most[what]) * height);
            return (
              <rect
                key={`${bar.day}-${what}`}
                className={classes[what]}
                x={index * step + place * barWidth}
                y={height - tall}
                width={barWidth}
                height={tall}
              >
                <title>
                  {t("outcomes.dayFacts", {
                    day: formats.day(bar.day),
                    letters: formats.number(bar.handedOver),
                    replies: formats.number(bar.replies),
                  })}
                </title>
              </rect>
            );
          }),
        )}
      </svg>
      <Group justify="space-between" mt={4} gap="xs">
        <Text size="xs" c="dimmed">
          {formats.day(first.day)}
          {last.day !== first.day && ` – ${formats.day(last.day)}`}
        </Text>
        <Group gap="md">
          {series.map((what) => (
            <Text key={what} size="xs" className={classes.legend}>
              <span className={classes.swatch} data-series={what} aria-hidden="true" />
              {t(`outcomes.series.${what}`, { count: most[what] })}
            </Text>
          ))}
        </Group>
        <Button variant="subtle" size="compact-xs" onClick={table.toggle} aria-expanded={asTable}>
          {t(asTable ? "campaignWork.statistics.hideTable" : "campaignWork.statistics.showTable")}
        </Button>
      </Group>
      {asTable && (
        <Box mt="sm">
          <Table verticalSpacing={6} className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("campaignWork.statistics.day")}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("outcomes.funnel.handedOver")}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("outcomes.replies")}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {days.map(({ day, handedOver, replies }) => (
                <Table.Tr key={day}>
                  <Table.Td>{formats.day(day)}</Table.Td>
                  <Table.Td ta="right">{formats.number(handedOver)}</Table.Td>
                  <Table.Td ta="right">{formats.number(replies)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      )}
    </>
  );
};

const barsOf = (days: ReplyStatistics["byDay"], from: string, until: string): ReplyStatistics["byDay"] => {
  const known = new Map(days.map((one) => [one.day, one]));
  const bars: ReplyStatistics["byDay"] = [];
  for (let day = from; day <= until; day = nextDay(day)) bars.push(known.get(day) ?? { day, handedOver: 0, replies: 0 });
  return bars;
};
