import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { errorMessage, failureOf } from "@cml/api-client";
import { type ColumnMapping, importFields, type ImportPreview } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { useSuggestedPreset } from "../hooks/useSuggestedPreset";
import { fileNameOf, type ImportDraft } from "../model/import-draft";
import { ColumnSelect } from "./ColumnSelect";
import { FieldRules } from "./FieldRules";
import { PointsNotice } from "./PointsNotice";
import { PeopleStep, readingOf } from "./PeopleStep";
import { PresetBar } from "./PresetBar";
import { ReadingPanel } from "./ReadingPanel";
import { SampleRows } from "./SampleRows";

type Props = {
  draft: ImportDraft;
  onChange: (changes: Partial<ImportDraft>) => void;
  onBack: () => void;
  onStarted: (id: string) => void;
};

/** How the file reads, which column is what, and how the first rows would land; every change shows at once. */
export const ColumnsStep = ({ draft, onChange, onBack, onStarted }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const cache = api.useUtils();
  const { kind, source, csv, points, overwrite, people } = draft;
  const given = {
    kind,
    uploadKey: draft.uploadKey ?? "",
    fileName: fileNameOf(draft),
    source,
    mapping: draft.mapping,
    csv,
    points,
    people,
  };
  const preview = api.map.imports.preview.useQuery(given, {
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  useSuggestedPreset(draft, { headers: preview.data?.headers, onChange });
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
        {failureOf(preview.error).status === 400 ? (
          <Alert color="brick" role="alert" title={t("imports.unreadable", { name: given.fileName })}>
            {errorMessage(preview.error, locale)}
          </Alert>
        ) : (
          <QueryState query={preview}>{() => null}</QueryState>
        )}
        <div>
          <Button onClick={onBack}>{t("imports.otherFile")}</Button>
        </div>
      </Stack>
    );
  const begin = (data: ImportPreview, isComparison: boolean) =>
    start.mutate({
      ...given,
      mapping: kind === "addresses" ? data.mapping : null,
      people: readingOf(data),
      overwrite,
      isComparison,
    });
  return (
    <QueryState query={preview} shape="table">
      {(data) => (
        <Stack gap="lg">
          {data.kind === "addresses" && (
            <>
              <ReadingPanel reading={data.reading} chosen={csv} onChange={(next) => onChange({ csv: next, mapping: null })} />
              <Columns preview={data} onMapping={(mapping) => onChange({ mapping })} />
              <PresetBar
                preset={draft.preset}
                given={{
                  kind: "addresses",
                  headers: data.headers,
                  options: { source, mapping: data.mapping, csv, points, overwrite, people },
                }}
                onChange={onChange}
              />
              <PointsNotice look={data.pointsLook} reading={points} onChange={(next) => onChange({ points: next })} />
            </>
          )}
          {data.people !== null && <PeopleStep draft={draft} preview={data} people={data.people} onChange={onChange} />}
          {data.problem !== null && data.problem.problem !== "noPersonColumn" && data.people === null && (
            <Alert color="amber">{t(`imports.problems.${data.problem.problem}`)}</Alert>
          )}
          {data.people === null && <SampleRows preview={data} />}
          {data.kind === "addresses" && <FieldRules overwrite={overwrite} onChange={(next) => onChange({ overwrite: next })} />}
          <Group justify="space-between">
            {back}
            <Group gap="sm">
              <Button variant="default" disabled={data.problem !== null || start.isPending} onClick={() => begin(data, false)}>
                {t("imports.skipCompare")}
              </Button>
              <Button disabled={data.problem !== null} loading={start.isPending} onClick={() => begin(data, true)}>
                {t("imports.compare")}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </QueryState>
  );
};

const Columns = ({ preview, onMapping }: { preview: ImportPreview; onMapping: (mapping: ColumnMapping) => void }) => {
  const { t } = useTranslation();
  const { mapping, headers } = preview;
  return (
    <Paper withBorder radius="md" p="lg">
      <Text size="sm" c="dimmed" mb="md">
        {t("imports.columnsLead")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
        {importFields.map((field) => (
          <ColumnSelect
            key={field}
            field={field}
            label={t(`imports.fields.${field}`)}
            headers={headers}
            mapping={mapping}
            onMapping={onMapping}
          />
        ))}
      </SimpleGrid>
    </Paper>
  );
};
