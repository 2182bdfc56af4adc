import { Table } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Statistics.module.css";

export type CountRow = { name: string; count: number };
type Props = { rows: CountRow[]; total: number; heading: string; counted?: "letters" | "calls" };

/** Counts with their share as a bar behind the number: a table first, so that it reads aloud as it looks. */
export const CountTable = ({ rows, total, heading, counted = "letters" }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Table verticalSpacing={7} className={classes.counts}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{heading}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t(`campaignWork.statistics.${counted}`)}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t("campaignWork.statistics.share")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, count }) => (
          <Table.Tr key={name}>
            <Table.Td>
              {name}
              <span className={classes.bar} style={{ width: `${total === 0 ? 0 : (count / total) * 100}%` }} />
            </Table.Td>
            <Table.Td ta="right">{formats.number(count)}</Table.Td>
            <Table.Td ta="right">{formats.percent(total === 0 ? 0 : count / total)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
