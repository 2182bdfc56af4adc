import { ColorInput, Group, Textarea, TextInput } from "@mantine/core";
import type { SiteSettings } from "@cml/domain/settings";
import { correctColour } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { useSettingsForm } from "../hooks/useSettingsForm";
import { orNull } from "../model/blank";
import { SettingsCard } from "./SettingsCard";

export type CardProps = { settings: SiteSettings; canSave: boolean; onSaved?: () => void; saveLabel?: string; extra?: ReactNode };

export const OrganisationCard = ({ settings, canSave, onSaved, saveLabel, extra }: CardProps) => {
  const { t } = useTranslation();
  const { form, submit, isSaving } = useSettingsForm({
    values: {
      organizationName: settings.organizationName,
      postalAddress: settings.postalAddress ?? "",
      contactEmail: settings.contactEmail ?? "",
      contactPhone: settings.contactPhone ?? "",
      publicColorPrimary: settings.publicColorPrimary ?? "",
    },
    toInput: (values) => ({
      organizationName: values.organizationName,
      postalAddress: orNull(values.postalAddress),
      contactEmail: orNull(values.contactEmail),
      contactPhone: orNull(values.contactPhone),
      publicColorPrimary: orNull(values.publicColorPrimary),
    }),
    onSaved,
  });
  const colour = form.values.publicColorPrimary;
  const corrected = colour === "" ? "" : correctColour(colour);
  return (
    <SettingsCard
      {...{ isSaving, canSave, saveLabel, extra }}
      onSubmit={submit}
      title={t("settings.organization.title")}
      lead={t("settings.organization.lead")}
    >
      <TextInput label={t("settings.organization.name")} required {...form.getInputProps("organizationName")} />
      <Textarea
        label={t("settings.organization.postalAddress")}
        description={t("settings.organization.postalAddressHint")}
        minRows={2}
        {...form.getInputProps("postalAddress")}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput label={t("settings.organization.email")} type="email" miw={200} {...form.getInputProps("contactEmail")} />
        <TextInput label={t("settings.organization.phone")} type="tel" miw={160} {...form.getInputProps("contactPhone")} />
      </Group>
      <ColorInput
        label={t("settings.organization.colour")}
        description={
          corrected !== "" && corrected !== colour.toLowerCase()
            ? t("settings.organization.colourCorrected", { colour: corrected })
            : t("settings.organization.colourHint")
        }
        format="hex"
        eyeDropperButtonProps={{ "aria-label": t("settings.organization.pickColour") }}
        maw={260}
        {...form.getInputProps("publicColorPrimary")}
      />
    </SettingsCard>
  );
};
