import { Alert, Button, Group, Paper, Progress, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { cutCategories, type CutCategory, importFileEndings, type MapLineKind, mapLineKinds } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { useTakenFile } from "../hooks/useTakenFile";
import { fileNameOf, type ImportDraft, sourceOf, type WizardKind } from "../model/import-draft";
import { DropPlace } from "./DropPlace";
import { FolderFiles } from "./FolderFiles";
import { FolderTaking } from "./FolderTaking";

type Kind = Exclude<WizardKind, "nar">;
type Props = { kind: Kind; draft: ImportDraft; onChange: (changes: Partial<ImportDraft>) => void };

const places = ["computer", "folder"] as const;

/** Which file, where it lies, and what it is called after. */
export const FileStep = ({ kind, draft, onChange }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [place, setPlace] = useState<(typeof places)[number]>("computer");
  const taken = useTakenFile(draft, onChange);
  const name = fileNameOf(draft);
  const named = (fileName: string) => ({ source: draft.source === "" ? sourceOf(fileName) : draft.source });
  const look = kind === "lines" || kind === "basemap" ? t("imports.take") : t("imports.upload");
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} maw={920}>
      <Stack gap="lg">
        <SegmentedControl
          aria-label={t("imports.folder.where")}
          value={place}
          onChange={(next) => {
            setPlace(next);
            onChange({ file: null, folderFile: null });
          }}
          data={places.map((value) => ({ value, label: t(`imports.folder.places.${value}`) }))}
          style={{ alignSelf: "flex-start" }}
        />
        {place === "computer" ? (
          <DropPlace
            file={draft.file}
            endings={importFileEndings[kind]}
            onChoose={(file) => file !== null && onChange({ file, ...named(file.name) })}
          />
        ) : (
          <FolderFiles kind={kind} chosen={draft.folderFile} onChoose={(folderFile) => onChange({ folderFile, ...named(folderFile) })} />
        )}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          {kind !== "basemap" && (
            <TextInput
              miw={240}
              label={t("imports.source")}
              description={t("imports.sourceHint")}
              value={draft.source}
              onChange={(event) => onChange({ source: event.currentTarget.value })}
            />
          )}
          {kind === "cuts" && (
            <Select
              miw={200}
              label={t("imports.category")}
              data={cutCategories.map((value) => ({ value, label: t(`turf.categories.${value}`) }))}
              value={draft.category}
              onChange={(category) => onChange({ category: category as CutCategory })}
            />
          )}
          {kind === "lines" && (
            <Select
              miw={240}
              label={t("imports.lines.kind")}
              description={t("imports.lines.kindHint")}
              data={mapLineKinds.map((value) => ({ value, label: t(`imports.lines.kinds.${value}`) }))}
              value={draft.lineKind}
              onChange={(lineKind) => onChange({ lineKind: lineKind as MapLineKind })}
              allowDeselect={false}
            />
          )}
        </Group>
        {taken.error !== null && (
          <Alert color="brick" role="alert">
            {errorMessage(taken.error, locale)}
          </Alert>
        )}
        {taken.failure !== null && (
          <Alert color="brick" role="alert">
            {t([`map:errors.${taken.failure.messageKey}`, "imports.failedUnknown"], taken.failure.params)}
          </Alert>
        )}
        {taken.taking !== null && <FolderTaking taking={taken.taking} onStop={taken.stop} />}
        {taken.share !== null && (
          <div role="status">
            <Text size="sm" mb={4}>
              {t("imports.uploading", { name })}
            </Text>
            <Progress value={taken.share * 100} aria-label={t("imports.uploading", { name })} />
          </div>
        )}
        <Group justify="flex-end">
          <Button disabled={name === "" || draft.source.trim() === ""} loading={taken.isBusy} onClick={taken.start}>
            {place === "folder" ? t("imports.folder.look") : look}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
