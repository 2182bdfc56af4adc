import { TextInput } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useSite } from "../../../session/useSite";
import { useSettingsForm } from "../hooks/useSettingsForm";
import { orNull } from "../model/blank";
import type { CardProps } from "./OrganisationCard";
import { SettingsCard } from "./SettingsCard";

export const PublicUrlCard = ({ settings, canSave, onSaved, saveLabel, extra }: CardProps) => {
  const { t } = useTranslation();
  const site = useSite();
  const { form, submit, isSaving } = useSettingsForm({
    values: { publicUrl: settings.publicUrl ?? "" },
    toInput: ({ publicUrl }) => ({ publicUrl: orNull(publicUrl.replace(/\/+$/, "")) }),
    onSaved,
  });
  return (
    <SettingsCard
      {...{ isSaving, canSave, saveLabel, extra }}
      onSubmit={submit}
      title={t("settings.publicUrl.title")}
      lead={t("settings.publicUrl.lead")}
    >
      <TextInput
        label={t("settings.publicUrl.label")}
        description={t("settings.publicUrl.hint", { url: site.publicUrl })}
        type="url"
        placeholder={site.publicUrl}
        {...form.getInputProps("publicUrl")}
      />
    </SettingsCard>
  );
};
