import { List, Title } from "@mantine/core";
import { type ChangeSample, personColumns } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

const mostShown = 30;

/** Which fields of which people change; what stood there and what comes is their own and stays in the file. */
export const ChangedFields = ({ samples }: { samples: readonly ChangeSample[] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const nameOf = (field: string): string => {
    const column = columnOf[field] ?? personColumns.find((one) => one === field);
    return column === undefined ? field : t(`peopleImport.fields.${column}`);
  };
  const byRow = new Map<number, Set<string>>();
  for (const { row, field } of samples) byRow.set(row, (byRow.get(row) ?? new Set()).add(nameOf(field)));
  return (
    <div>
      <Title order={3} fz={15} mb={6}>
        {t("peopleImport.samples")}
      </Title>
      <List size="sm" spacing={2}>
        {[...byRow].slice(0, mostShown).map(([row, fields]) => (
          <List.Item key={row}>{t("peopleImport.sample", { row: formats.number(row), fields: [...fields].join(", ") })}</List.Item>
        ))}
      </List>
    </div>
  );
};

// Support is one column of a list and three fields of ours.
const columnOf: Readonly<Record<string, (typeof personColumns)[number]>> = {
  supportLevel: "support",
  supportDeclined: "support",
  leanCode: "support",
};
