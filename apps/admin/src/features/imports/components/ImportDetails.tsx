import { List, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { importFields, type ImportRunView, rejectReasonSchema } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { ChangedFields } from "./ChangedFields";
import classes from "./Import.module.css";

const mostShown = 30;

/** What the counts do not say: why rows were refused, what stays, and samples of the changes field by field. */
export const ImportDetails = ({ run: { summary, kind } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { protectedFields, unplaced, reasons, samples } = summary;
  const told = Object.entries(reasons).sort(([, a], [, b]) => b - a);
  if (protectedFields + unplaced + told.length + samples.length === 0) return null;
  return (
    <Stack gap="lg">
      {(protectedFields > 0 || unplaced > 0) && (
        <List size="sm" spacing={4}>
          {protectedFields > 0 && (
            <List.Item>{t("imports.difference.protected", { count: protectedFields, shown: formats.number(protectedFields) })}</List.Item>
          )}
          {unplaced > 0 && <List.Item>{t("imports.difference.unplaced", { count: unplaced, shown: formats.number(unplaced) })}</List.Item>}
        </List>
      )}
      {told.length > 0 && (
        <div>
          <Title order={3} fz={15} mb={6}>
            {t("imports.difference.reasons")}
          </Title>
          <List size="sm" spacing={2}>
            {told.map(([reason, count]) => (
              <List.Item key={reason}>
                <ReasonName reason={reason} />: {formats.number(count)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {kind === "people" && samples.length > 0 && <ChangedFields samples={samples} />}
      {kind !== "people" && samples.length > 0 && (
        <div>
          <Title order={3} fz={15} mb={6}>
            {t("imports.difference.samples")}
          </Title>
          <Paper withBorder radius="md">
            <Table.ScrollContainer minWidth={560} mah={360}>
              <Table fz="sm" verticalSpacing={6} stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    {(["row", "address", "field", "before", "after"] as const).map((name) => (
                      <Table.Th key={name}>{t(`imports.difference.${name}`)}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {samples.slice(0, mostShown).map(({ row, address, field, from, to }) => (
                    <Table.Tr key={`${row}|${field}`}>
                      <Table.Td className="cml-tabular">{formats.number(row)}</Table.Td>
                      <Table.Td>{address}</Table.Td>
                      <Table.Td>
                        <FieldName field={field} />
                      </Table.Td>
                      <Table.Td>
                        {from === null ? (
                          <Text span size="sm" c="dimmed" fs="italic">
                            {t("imports.difference.blank")}
                          </Text>
                        ) : (
                          <span className={classes.was}>{from}</span>
                        )}
                      </Table.Td>
                      <Table.Td>{to}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Paper>
        </div>
      )}
    </Stack>
  );
};

const ReasonName = ({ reason }: { reason: string }) => {
  const { t } = useTranslation();
  const known = rejectReasonSchema.safeParse(reason);
  return known.success ? t(`imports.reasons.${known.data}`) : reason;
};

const FieldName = ({ field }: { field: string }) => {
  const { t } = useTranslation();
  const known = importFields.find((one) => one === field);
  return known === undefined ? field : t(`imports.fields.${known}`);
};
