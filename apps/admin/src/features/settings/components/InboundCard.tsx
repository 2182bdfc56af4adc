import { Group, NumberInput, PasswordInput, Switch, Text, TextInput } from "@mantine/core";
import type { UpdateSiteSettingsInput } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { useSettingsForm } from "../hooks/useSettingsForm";
import { orNull } from "../model/blank";
import { InboundState } from "./InboundState";
import type { CardProps } from "./OrganisationCard";
import { SettingsCard } from "./SettingsCard";
import { WaySwitch } from "./WaySwitch";

/** Where answers and returned letters come in. */
export const InboundCard = ({ settings, canSave, onSaved, saveLabel, extra }: CardProps) => {
  const { t } = useTranslation();
  const { form, submit, isSaving } = useSettingsForm({
    values: {
      inboundMode: settings.inboundMode,
      inboundDomain: settings.inboundDomain ?? "",
      inboundImapHost: settings.inboundImapHost ?? "",
      inboundImapPort: settings.inboundImapPort ?? "",
      inboundImapSecure: settings.inboundImapSecure,
      inboundImapUser: settings.inboundImapUser ?? "",
      inboundImapPass: "",
      inboundImapFolder: settings.inboundImapFolder ?? "",
      inboundSmtpPort: settings.inboundSmtpPort ?? "",
    },
    toInput: ({ inboundMode, inboundImapPass, inboundImapPort, inboundSmtpPort, ...values }): UpdateSiteSettingsInput => ({
      inboundMode: inboundMode === "imap" || inboundMode === "smtp" ? inboundMode : "none",
      inboundDomain: orNull(values.inboundDomain),
      inboundImapHost: orNull(values.inboundImapHost),
      inboundImapPort: inboundImapPort === "" ? null : Number(inboundImapPort),
      inboundImapSecure: values.inboundImapSecure,
      inboundImapUser: orNull(values.inboundImapUser),
      inboundImapFolder: orNull(values.inboundImapFolder),
      inboundSmtpPort: inboundSmtpPort === "" ? null : Number(inboundSmtpPort),
      // Never sent back by the server: left empty, the stored one stays.
      ...(inboundImapPass === "" ? {} : { inboundImapPass }),
    }),
    onSaved,
  });
  const { inboundMode: mode, inboundImapSecure } = form.values;
  return (
    <SettingsCard
      {...{ isSaving, canSave, saveLabel, extra }}
      id="inbound"
      onSubmit={submit}
      title={t("inboundSettings.title")}
      lead={t("inboundSettings.lead")}
    >
      <WaySwitch
        aria-label={t("inboundSettings.way")}
        data={(["none", "imap", "smtp"] as const).map((value) => ({ value, label: t(`inboundSettings.${value}`) }))}
        {...form.getInputProps("inboundMode")}
      />
      {mode === "none" && <Text size="sm">{t("inboundSettings.noneText")}</Text>}
      {mode !== "none" && (
        <TextInput
          label={t("inboundSettings.domain")}
          description={t(mode === "imap" ? "inboundSettings.domainImapHint" : "inboundSettings.domainHint")}
          placeholder="reply.example.org"
          required={mode === "smtp"}
          {...form.getInputProps("inboundDomain")}
        />
      )}
      {mode === "imap" && (
        <>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={t("inboundSettings.host")}
              placeholder="imap.example.org"
              required
              miw={220}
              {...form.getInputProps("inboundImapHost")}
            />
            <NumberInput
              label={t("inboundSettings.port")}
              placeholder={inboundImapSecure ? "993" : "143"}
              min={1}
              max={65_535}
              miw={120}
              {...form.getInputProps("inboundImapPort")}
            />
          </Group>
          <Switch
            label={t("inboundSettings.secure")}
            description={t("inboundSettings.secureHint")}
            {...form.getInputProps("inboundImapSecure", { type: "checkbox" })}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput label={t("inboundSettings.user")} autoComplete="off" required miw={200} {...form.getInputProps("inboundImapUser")} />
            <PasswordInput
              label={t("inboundSettings.password")}
              placeholder={settings.inboundImapPassSet ? t("inboundSettings.passwordKept") : undefined}
              autoComplete="new-password"
              miw={200}
              {...form.getInputProps("inboundImapPass")}
            />
          </Group>
          <TextInput
            label={t("inboundSettings.folder")}
            description={t("inboundSettings.folderHint")}
            placeholder="INBOX"
            {...form.getInputProps("inboundImapFolder")}
          />
        </>
      )}
      {mode === "smtp" && (
        <NumberInput
          label={t("inboundSettings.smtpPort")}
          description={t("inboundSettings.smtpPortHint")}
          placeholder="2525"
          required
          min={1}
          max={65_535}
          inputWrapperOrder={["label", "input", "description", "error"]}
          styles={{ wrapper: { maxWidth: 160 } }}
          {...form.getInputProps("inboundSmtpPort")}
        />
      )}
      {mode !== "none" && (
        <InboundState isDirty={form.isDirty()} isStored={mode === settings.inboundMode} mode={settings.inboundMode} canTest={canSave} />
      )}
    </SettingsCard>
  );
};
