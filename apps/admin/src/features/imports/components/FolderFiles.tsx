import { Radio, Stack, Text } from "@mantine/core";
import { importFileEndings } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import type { WizardKind } from "../model/import-draft";
import { megabytes } from "./NarSource";

type Props = { kind: Exclude<WizardKind, "nar">; chosen: string | null; onChoose: (name: string) => void };

/** Files of the server's import folder that this kind can be. */
export const FolderFiles = ({ kind, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.imports.folder.list.useQuery();
  const endings: readonly string[] = importFileEndings[kind];
  return (
    <QueryState query={query}>
      {(files) => {
        const fitting = files.filter(({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
        if (fitting.length === 0)
          return (
            <Text size="sm" c="dimmed">
              {t("imports.folder.none", { endings: endings.join(" ") })}
            </Text>
          );
        return (
          <Radio.Group label={t("imports.folder.choose")} value={chosen} onChange={onChoose}>
            <Stack gap={8} mt={8}>
              {fitting.map(({ name, sizeBytes, modifiedAt }) => (
                <Radio
                  key={name}
                  value={name}
                  label={name}
                  description={`${t("imports.nar.size", { size: megabytes(sizeBytes, formats.number) })} · ${formats.dateTime(modifiedAt)}`}
                />
              ))}
            </Stack>
          </Radio.Group>
        );
      }}
    </QueryState>
  );
};
