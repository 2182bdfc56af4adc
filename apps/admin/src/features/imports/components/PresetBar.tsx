import { ActionIcon, Button, Group, Paper, Popover, Select, Text, TextInput } from "@mantine/core";
import type { SavePresetInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { type ImportDraft, withPreset } from "../model/import-draft";

type Props = {
  preset: ImportDraft["preset"];
  /** What would be remembered. */
  given: Omit<SavePresetInput, "name">;
  onChange: (changes: Partial<ImportDraft>) => void;
};

/** Ways of reading that somebody gave a name: chosen, remembered, forgotten. */
export const PresetBar = ({ preset, given, onChange }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [name, setName] = useState("");
  const [isNaming, setNaming] = useState(false);
  const list = api.map.imports.presets.list.useQuery({ kind: given.kind });
  const save = api.map.imports.presets.save.useMutation({
    onSuccess: async (saved) => {
      notifyDone(t("imports.presets.saved", { name: saved.name }));
      setNaming(false);
      onChange({ preset: { id: saved.id, name: saved.name } });
      await cache.map.imports.presets.list.invalidate();
    },
    onError: notifyFailed,
  });
  const remove = api.map.imports.presets.delete.useMutation({
    onSuccess: async () => {
      onChange({ preset: null });
      await cache.map.imports.presets.list.invalidate();
    },
    onError: notifyFailed,
  });
  const presets = list.data ?? [];
  return (
    <Paper withBorder radius="md" px="lg" py="sm">
      <Group gap="sm" align="flex-end">
        {presets.length > 0 && (
          <Select
            label={t("imports.presets.choose")}
            placeholder={t("imports.presets.none")}
            data={presets.map(({ id, name: label }) => ({ value: id, label }))}
            value={preset?.id ?? null}
            onChange={(id) => {
              const chosen = presets.find((one) => one.id === id);
              onChange(chosen === undefined ? { preset: null } : withPreset(chosen));
            }}
            clearable
          />
        )}
        {preset !== null && (
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            aria-label={t("imports.presets.delete")}
            onClick={() => remove.mutate({ id: preset.id })}
          >
            <IconTrash size={17} />
          </ActionIcon>
        )}
        <Popover opened={isNaming} onChange={setNaming} trapFocus withArrow>
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconBookmark size={16} />}
              onClick={() => {
                setName(preset?.name ?? given.options.source);
                setNaming(true);
              }}
            >
              {t("imports.presets.save")}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() !== "") save.mutate({ ...given, name: name.trim() });
              }}
            >
              <Group align="flex-end" gap="sm">
                <TextInput
                  label={t("imports.presets.name")}
                  maxLength={80}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                  data-autofocus
                />
                <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
                  {t("actions.save")}
                </Button>
              </Group>
            </form>
          </Popover.Dropdown>
        </Popover>
        {preset !== null && (
          <Text size="sm" c="dimmed" flex={1} miw={200} pb={8}>
            {t("imports.presets.used", { name: preset.name })}
          </Text>
        )}
      </Group>
    </Paper>
  );
};
