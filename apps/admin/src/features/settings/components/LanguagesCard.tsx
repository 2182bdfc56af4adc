import { Checkbox, Group, Input, Select } from "@mantine/core";
import { type Locale, locales } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useMemo } from "react";
import { useSettingsForm } from "../hooks/useSettingsForm";
import { timeZones } from "../model/time-zones";
import type { CardProps } from "./OrganisationCard";
import { SettingsCard } from "./SettingsCard";

export const LanguagesCard = ({ settings, canSave, onSaved, saveLabel, extra }: CardProps) => {
  const { t } = useTranslation();
  const choices = useMemo(timeZones, []);
  const { form, submit, isSaving } = useSettingsForm({
    values: { defaultLocale: settings.defaultLocale, locales: settings.locales, timeZone: settings.timeZone },
    toInput: (values) => values,
    onSaved,
  });
  const names = locales.map((value) => ({ value, label: t(`languages.${value}`) }));
  return (
    <SettingsCard
      {...{ isSaving, canSave, saveLabel, extra }}
      onSubmit={submit}
      title={t("settings.languages.title")}
      lead={t("settings.languages.lead")}
    >
      <Select
        label={t("settings.languages.default")}
        data={names}
        maw={320}
        value={form.values.defaultLocale}
        onChange={(value) => form.setFieldValue("defaultLocale", value as Locale)}
      />
      <Input.Wrapper label={t("settings.languages.offered")} error={form.errors["locales"]}>
        <Checkbox.Group value={form.values.locales} onChange={(value) => form.setFieldValue("locales", value)}>
          <Group mt={6}>
            {names.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
      </Input.Wrapper>
      <Select
        label={t("settings.languages.timeZone")}
        description={t("settings.languages.timeZoneHint")}
        data={choices}
        searchable
        maw={320}
        limit={60}
        {...form.getInputProps("timeZone")}
      />
    </SettingsCard>
  );
};
