import { Table } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Statistics.module.css";

type Props = { heading: string; rows: { key: string; name: ReactNode; letters: number; calls: number }[] };

/** How many letters and calls each had. */
export const LettersAndCalls = ({ heading, rows }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Table.ScrollContainer minWidth={250}>
      <Table verticalSpacing={7} className={classes.counts}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{heading}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t("campaignWork.statistics.letters")}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t("campaignWork.statistics.calls")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, letters, calls }) => (
            <Table.Tr key={key}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{formats.number(letters)}</Table.Td>
              <Table.Td ta="right">{formats.number(calls)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
