import { Box, Button, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReplyStatistics } from "@cml/domain/influence";
import { nextDay } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Outcomes.module.css";

const height = 120;
const step = 10;
// Fewer days would be bars as broad as doors.
const fewestDays = 21;

/** Replies day by day as bars, and the same numbers as a table for those who want to read them. */
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
  const most = Math.max(...days.map(({ replies }) => replies));
  const width = Math.max(bars.length, fewestDays) * step;
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("outcomes.chartLabel", { from: formats.day(first.day), until: formats.day(last.day), most: formats.number(most) })}
      >
        <line className={classes.axis} x1={0} x2={width} y1={height} y2={height} vectorEffect="non-scaling-stroke" />
        {bars.map(({ day, replies }, index) => {
          const tall = replies === 0 ? 0 : Math.max(2, (replies / most) * height);
          return (
            <rect key={day} className={classes.replies} x={index * step} y={height - tall} width={step * 0.7} height={tall}>
              <title>{`${formats.day(day)}: ${formats.number(replies)}`}</title>
            </rect>
          );
        })}
      </svg>
      <Group justify="space-between" mt={4} gap="xs">
        <Text size="xs" c="dimmed">
          {formats.day(first.day)}
          {last.day !== first.day && ` – ${formats.day(last.day)}`}
        </Text>
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
                  {t("outcomes.replies")}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {days.map(({ day, replies }) => (
                <Table.Tr key={day}>
                  <Table.Td>{formats.day(day)}</Table.Td>
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
  const known = new Map(days.map(({ day, replies }) => [day, replies]));
  const bars: ReplyStatistics["byDay"] = [];
  for (let day = from; day <= until; day = nextDay(day)) bars.push({ day, replies: known.get(day) ?? 0 });
  return bars;
};
