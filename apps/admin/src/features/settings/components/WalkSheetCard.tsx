import { Group, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { Locale } from "@cml/domain/kernel";
import type { MapSettings } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { linkPlaces, toSheetInput, toSheetValues } from "../model/walk-sheet-form";
import { SettingsCard } from "./SettingsCard";

type Props = { settings: MapSettings; defaultLocale: Locale; canSave: boolean };

/** What stands on printed walk sheets besides their doors, in both languages, and up to three links to photograph. */
export const WalkSheetCard = ({ settings, defaultLocale, canSave }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const other: Locale = defaultLocale === "fr" ? "en" : "fr";
  const form = useForm({ initialValues: toSheetValues(settings, other) });
  const save = api.settings.mapSettings.update.useMutation({
    onSuccess: async () => {
      form.resetDirty();
      await cache.settings.invalidate();
      notifyDone(t("settings.saved"));
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const inOther = (label: string) => t("settings.walkSheet.inOther", { label, language: t(`settings.walkSheet.languages.${other}`) });
  const pair = (field: "walkSheetTitle" | "walkSheetSubtitle", label: string, maxLength: number) => (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <TextInput label={label} maxLength={maxLength} miw={220} readOnly={!canSave} {...form.getInputProps(field)} />
      <TextInput label={inOther(label)} maxLength={maxLength} miw={220} readOnly={!canSave} {...form.getInputProps(`other.${field}`)} />
    </Group>
  );
  const footer = t("settings.walkSheet.footer");
  return (
    <SettingsCard
      id="walk-sheet"
      title={t("settings.walkSheet.title")}
      lead={t("settings.walkSheet.lead")}
      canSave={canSave}
      isSaving={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(toSheetInput(values, { settings, other })))}
    >
      {pair("walkSheetTitle", t("settings.walkSheet.heading"), 120)}
      {pair("walkSheetSubtitle", t("settings.walkSheet.subtitle"), 200)}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Textarea
          label={footer}
          maxLength={500}
          autosize
          minRows={2}
          miw={220}
          readOnly={!canSave}
          {...form.getInputProps("walkSheetFooter")}
        />
        <Textarea
          label={inOther(footer)}
          maxLength={500}
          autosize
          minRows={2}
          miw={220}
          readOnly={!canSave}
          {...form.getInputProps("other.walkSheetFooter")}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t("settings.walkSheet.links")}
      </Text>
      {linkPlaces.map((place) => {
        const label = t("settings.walkSheet.linkLabel", { place });
        return (
          <Group key={place} grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              type="url"
              label={t("settings.walkSheet.link", { place })}
              placeholder="https://example.org"
              maxLength={500}
              miw={220}
              readOnly={!canSave}
              {...form.getInputProps(`qrCode${place}Url`)}
            />
            <TextInput label={label} maxLength={60} miw={160} readOnly={!canSave} {...form.getInputProps(`qrCode${place}Label`)} />
            <TextInput
              label={inOther(label)}
              maxLength={60}
              miw={160}
              readOnly={!canSave}
              {...form.getInputProps(`other.qrCode${place}Label`)}
            />
          </Group>
        );
      })}
    </SettingsCard>
  );
};
