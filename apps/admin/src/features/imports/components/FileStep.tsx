import { Alert, Button, FileButton, Group, Paper, Progress, Select, Stack, Text, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { cutCategories, type CutCategory } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconFileUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useUpload } from "../hooks/useUpload";
import { type ImportDraft, sourceOf, uploaded } from "../model/import-draft";
import classes from "./FileStep.module.css";

type Props = { draft: ImportDraft; onChange: (changes: Partial<ImportDraft>) => void };

export const FileStep = ({ draft, onChange }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const upload = useUpload(([uploadKey]) => uploadKey !== undefined && onChange(uploaded(uploadKey)));
  const [over, setOver] = useState(false);
  const choose = (file: File | null) => {
    if (file !== null) onChange({ file, source: draft.source === "" ? sourceOf(file.name) : draft.source });
  };
  return (
    <Paper withBorder radius="md" p="lg" maw={720}>
      <Stack gap="lg">
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            choose(event.dataTransfer.files[0] ?? null);
          }}
        >
          <IconFileUpload size={30} stroke={1.4} aria-hidden="true" />
          {draft.file === null ? (
            <Text size="sm" c="dimmed">
              {t("imports.drop")}
            </Text>
          ) : (
            <Text fw={550}>{draft.file.name}</Text>
          )}
          <FileButton
            onChange={choose}
            accept={draft.kind === "addresses" ? ".csv,.tsv,.txt,.gz,.zip,.geojson,.json" : ".geojson,.json,.gz"}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {t("imports.choose")}
              </Button>
            )}
          </FileButton>
        </div>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            miw={240}
            label={t("imports.source")}
            description={t("imports.sourceHint")}
            value={draft.source}
            onChange={(event) => onChange({ source: event.currentTarget.value })}
          />
          {draft.kind === "cuts" && (
            <Select
              miw={200}
              label={t("imports.category")}
              data={cutCategories.map((value) => ({ value, label: t(`turf.categories.${value}`) }))}
              value={draft.category}
              onChange={(category) => onChange({ category: category as CutCategory })}
            />
          )}
        </Group>
        {upload.error !== null && (
          <Alert color="brick" role="alert">
            {errorMessage(upload.error, locale)}
          </Alert>
        )}
        {upload.share !== null && (
          <div role="status">
            <Text size="sm" mb={4}>
              {t("imports.uploading", { name: draft.file?.name ?? "" })}
            </Text>
            <Progress value={upload.share * 100} aria-label={t("imports.uploading", { name: draft.file?.name ?? "" })} />
          </div>
        )}
        <Group justify="flex-end">
          <Button
            disabled={draft.file === null || draft.source.trim() === ""}
            loading={upload.share !== null}
            onClick={() => draft.file !== null && upload.start(draft.file)}
          >
            {t("imports.upload")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
