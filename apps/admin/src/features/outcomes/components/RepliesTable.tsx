import { Table } from "@mantine/core";
import { replyShare } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Outcomes.module.css";
import { useReplyDays } from "./useReplyDays";

export type RepliesRow = {
  key: string;
  name: ReactNode;
  position?: string;
  handedOver: number;
  returned: number;
  replies: number;
  medianDays: number | null;
};

type Props = { heading: string; rows: RepliesRow[]; withPosition?: boolean };

/** Letters, replies and days of each: levels, parties, people, campaigns. */
export const RepliesTable = ({ heading, rows, withPosition = false }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const days = useReplyDays();
  return (
    <Table verticalSpacing={8} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{heading}</Table.Th>
          {withPosition && <Table.Th scope="col">{t("outcomes.position")}</Table.Th>}
          <Table.Th scope="col" ta="right">
            {t("outcomes.arrived")}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t("outcomes.replies")}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t("outcomes.share")}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t("outcomes.medianDays")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => {
          const share = replyShare(row);
          return (
            <Table.Tr key={row.key}>
              <Table.Td>{row.name}</Table.Td>
              {withPosition && <Table.Td data-label={t("outcomes.position")}>{row.position}</Table.Td>}
              <Table.Td ta="right" data-label={t("outcomes.arrived")}>
                {formats.number(row.handedOver - row.returned)}
              </Table.Td>
              <Table.Td ta="right" data-label={t("outcomes.replies")}>
                {formats.number(row.replies)}
              </Table.Td>
              <Table.Td ta="right" data-label={t("outcomes.share")}>
                {share === null ? "–" : formats.percent(share)}
              </Table.Td>
              <Table.Td ta="right" data-label={t("outcomes.medianDays")}>
                {days(row.medianDays)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
};
