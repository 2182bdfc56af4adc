import { Alert, Button, Group, Paper, Select, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { type ColumnMapping, type ImportField, importFields, type ImportPreview } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import type { ImportDraft } from "../model/import-draft";

type Props = {
  draft: ImportDraft;
  onChange: (changes: Partial<ImportDraft>) => void;
  onBack: () => void;
  onStarted: (id: string) => void;
};

/** Which column is what, and how the first rows would land; changing a column shows it at once. */
export const ColumnsStep = ({ draft, onChange, onBack, onStarted }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const given = {
    kind: draft.kind,
    uploadKey: draft.uploadKey ?? "",
    fileName: draft.file?.name ?? "",
    source: draft.source,
    mapping: draft.mapping,
  };
  const preview = api.map.imports.preview.useQuery(given, {
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const start = api.map.imports.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.imports.list.invalidate();
      onStarted(id);
    },
    onError: notifyFailed,
  });
  const back = (
    <Button variant="default" onClick={onBack}>
      {t("imports.back")}
    </Button>
  );
  // A file that cannot be read is answered with another one.
  if (preview.isError && preview.data === undefined)
    return (
      <Stack gap="lg" maw={720}>
        <QueryState query={preview}>{() => null}</QueryState>
        <div>{back}</div>
      </Stack>
    );
  return (
    <QueryState query={preview} shape="table">
      {(data) => (
        <Stack gap="lg">
          {data.kind === "addresses" && <Columns preview={data} onMapping={(mapping) => onChange({ mapping })} />}
          {data.problem !== null && <Alert color="amber">{t(`imports.problems.${data.problem.problem}`)}</Alert>}
          <Sample preview={data} />
          <Group justify="space-between">
            {back}
            <Button
              disabled={data.problem !== null}
              loading={start.isPending}
              onClick={() => start.mutate({ ...given, mapping: data.kind === "addresses" ? data.mapping : null, category: draft.category })}
            >
              {t("imports.start")}
            </Button>
          </Group>
        </Stack>
      )}
    </QueryState>
  );
};

const Columns = ({ preview, onMapping }: { preview: ImportPreview; onMapping: (mapping: ColumnMapping) => void }) => {
  const { t } = useTranslation();
  const { mapping, headers } = preview;
  const set = (field: ImportField, column: string | null) => {
    const { [field]: _before, ...others } = mapping;
    onMapping(column === null ? others : { ...others, [field]: column });
  };
  return (
    <Paper withBorder radius="md" p="lg">
      <Text size="sm" c="dimmed" mb="md">
        {t("imports.columnsLead")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
        {importFields.map((field) => (
          <Select
            key={field}
            label={t(`imports.fields.${field}`)}
            placeholder={t("imports.notUsed")}
            data={headers}
            value={mapping[field] ?? null}
            onChange={(column) => set(field, column)}
            clearable
            searchable
          />
        ))}
      </SimpleGrid>
    </Paper>
  );
};

const Sample = ({ preview }: { preview: ImportPreview }) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={16} mb="sm">
        {t("imports.sample")}
      </Title>
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing={6} fz="sm">
          <Table.Tbody>
            {preview.rows.slice(0, 12).map(({ row, label, detail, place, rejected }) => (
              <Table.Tr key={row}>
                <Table.Td w={80} c="dimmed">
                  {t("imports.row", { row })}
                </Table.Td>
                <Table.Td>{label}</Table.Td>
                <Table.Td c="dimmed">{detail}</Table.Td>
                <Table.Td ta="right">
                  {rejected === null ? (
                    <Text span size="sm" c="dimmed">
                      {place === null ? "" : `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`}
                    </Text>
                  ) : (
                    <StatusBadge tone="danger">{t(`imports.reasons.${rejected}`)}</StatusBadge>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
};
