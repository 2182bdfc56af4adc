import { Alert, Button, FileButton, Group, Progress, Radio, Stack, Text } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { NarSourceInput } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { useUpload } from "../hooks/useUpload";

const places = ["remote", "folder", "upload"] as const;
type Where = (typeof places)[number];

/** Where the register lies: at Statistics Canada, in the server's import folder, or on this computer. */
export const NarSource = ({ onChosen }: { onChosen: (source: NarSourceInput) => void }) => {
  const { t } = useTranslation();
  const [where, setWhere] = useState<Where>("remote");
  return (
    <Stack gap="md">
      <Radio.Group
        label={t("imports.nar.whereTitle")}
        value={where}
        onChange={(value) => setWhere(places.find((one) => one === value) ?? "remote")}
      >
        <Stack gap={8} mt={8}>
          {places.map((place) => (
            <Radio key={place} value={place} label={t(`imports.nar.where.${place}`)} description={t(`imports.nar.${place}Text`)} />
          ))}
        </Stack>
      </Radio.Group>
      {where === "remote" && (
        <Group justify="flex-end">
          <Button onClick={() => onChosen({ kind: "remote" })}>{t("imports.nar.look")}</Button>
        </Group>
      )}
      {where === "folder" && <Folder onChosen={onChosen} />}
      {where === "upload" && <Uploads onChosen={onChosen} />}
    </Stack>
  );
};

const Folder = ({ onChosen }: { onChosen: (source: NarSourceInput) => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.register.datasets.useQuery();
  if (query.data === undefined) return null;
  if (query.data.length === 0) return <Text size="sm">{t("imports.nar.noFolder")}</Text>;
  return (
    <Stack gap="xs">
      {query.data.map(({ name, sizeBytes, release }) => (
        <Group key={name} justify="space-between" gap="sm">
          <Text size="sm">
            {name === "." ? "import" : name}{" "}
            <Text span size="sm" c="dimmed">
              {release !== null && `${t("imports.nar.release", { release })} · `}
              {t("imports.nar.size", { size: megabytes(sizeBytes, formats.number) })}
            </Text>
          </Text>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChosen({ kind: "folder", name })}
            aria-label={`${t("imports.nar.look")}: ${name}`}
          >
            {t("imports.nar.look")}
          </Button>
        </Group>
      ))}
    </Stack>
  );
};

const Uploads = ({ onChosen }: { onChosen: (source: NarSourceInput) => void }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [files, setFiles] = useState<File[]>([]);
  const upload = useUpload((keys) =>
    onChosen({ kind: "uploads", files: files.map(({ name }, index) => ({ fileName: name, uploadKey: keys[index] ?? "" })) }),
  );
  const label = t("imports.uploading", { name: files[0]?.name ?? "" });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <FileButton multiple accept=".zip,.csv,.gz" onChange={setFiles}>
          {(props) => (
            <Button {...props} variant="default">
              {t("imports.nar.chooseFiles")}
            </Button>
          )}
        </FileButton>
        {files.length > 0 && (
          <Text size="sm">{files.length === 1 ? files[0]?.name : t("imports.nar.filesChosen", { count: files.length })}</Text>
        )}
        <Button ml="auto" disabled={files.length === 0} loading={upload.share !== null} onClick={() => upload.start(...files)}>
          {t("imports.upload")}
        </Button>
      </Group>
      {upload.share !== null && <Progress value={upload.share * 100} aria-label={label} />}
      {upload.error !== null && (
        <Alert color="brick" role="alert">
          {errorMessage(upload.error, locale)}
        </Alert>
      )}
    </Stack>
  );
};

/** Whole megabytes, one decimal below ten. */
export const megabytes = (bytes: number, number: (value: number) => string): string => {
  const size = bytes / 1_000_000;
  return number(size < 10 ? Math.max(0.1, Math.round(size * 10) / 10) : Math.round(size));
};
