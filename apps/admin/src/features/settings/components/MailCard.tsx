import { Group, NumberInput, PasswordInput, Switch, TextInput } from "@mantine/core";
import type { UpdateSiteSettingsInput } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { useSettingsForm } from "../hooks/useSettingsForm";
import { orNull } from "../model/blank";
import { MailTest } from "./MailTest";
import type { CardProps } from "./OrganisationCard";
import { SettingsCard } from "./SettingsCard";
import { WaySwitch } from "./WaySwitch";

export const MailCard = ({ settings, canSave, onSaved, saveLabel, extra }: CardProps) => {
  const { t } = useTranslation();
  const { form, submit, isSaving } = useSettingsForm({
    values: {
      provider: settings.smtpActiveProvider,
      emailFromName: settings.emailFromName ?? "",
      smtpFromAddress: settings.smtpFromAddress ?? "",
      smtpHost: settings.smtpHost ?? "",
      smtpPort: settings.smtpPort ?? "",
      smtpSecure: settings.smtpSecure,
      smtpUser: settings.smtpUser ?? "",
      smtpPass: "",
      emailTestMode: settings.emailTestMode,
      testEmailRecipient: settings.testEmailRecipient ?? "",
    },
    toInput: ({ provider, smtpPass, smtpPort, ...values }): UpdateSiteSettingsInput => ({
      smtpActiveProvider: provider === "production" ? "production" : "mailhog",
      emailFromName: orNull(values.emailFromName),
      smtpFromAddress: orNull(values.smtpFromAddress),
      smtpHost: orNull(values.smtpHost),
      smtpPort: smtpPort === "" ? null : Number(smtpPort),
      smtpSecure: values.smtpSecure,
      smtpUser: orNull(values.smtpUser),
      emailTestMode: values.emailTestMode,
      testEmailRecipient: orNull(values.testEmailRecipient),
      // Never sent back by the server: left empty, the stored one stays.
      ...(smtpPass === "" ? {} : { smtpPass }),
    }),
    onSaved,
  });
  const own = form.values.provider === "production";
  return (
    <SettingsCard
      {...{ isSaving, canSave, saveLabel, extra }}
      id="mail"
      onSubmit={submit}
      title={t("settings.mail.title")}
      lead={t("settings.mail.lead")}
    >
      <WaySwitch
        aria-label={t("settings.mail.way")}
        data={[
          { value: "mailhog", label: t("settings.mail.builtIn") },
          { value: "production", label: t("settings.mail.ownServer") },
        ]}
        {...form.getInputProps("provider")}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput label={t("settings.mail.fromName")} miw={200} {...form.getInputProps("emailFromName")} />
        <TextInput
          label={t("settings.mail.fromAddress")}
          type="email"
          miw={200}
          required={own}
          {...form.getInputProps("smtpFromAddress")}
        />
      </Group>
      {own && (
        <>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={t("settings.mail.host")}
              placeholder="smtp.example.org"
              required
              miw={220}
              {...form.getInputProps("smtpHost")}
            />
            <NumberInput
              label={t("settings.mail.port")}
              placeholder={form.values.smtpSecure ? "465" : "587"}
              min={1}
              max={65_535}
              miw={120}
              {...form.getInputProps("smtpPort")}
            />
          </Group>
          <Switch
            label={t("settings.mail.secure")}
            description={t("settings.mail.secureHint")}
            {...form.getInputProps("smtpSecure", { type: "checkbox" })}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput label={t("settings.mail.user")} autoComplete="off" miw={200} {...form.getInputProps("smtpUser")} />
            <PasswordInput
              label={t("settings.mail.password")}
              placeholder={settings.smtpPassSet ? t("settings.mail.passwordKept") : undefined}
              autoComplete="new-password"
              miw={200}
              {...form.getInputProps("smtpPass")}
            />
          </Group>
        </>
      )}
      <Switch
        label={t("settings.mail.testMode")}
        description={t("settings.mail.testModeHint")}
        {...form.getInputProps("emailTestMode", { type: "checkbox" })}
      />
      {form.values.emailTestMode && (
        <TextInput label={t("settings.mail.testRecipient")} type="email" required maw={360} {...form.getInputProps("testEmailRecipient")} />
      )}
      <MailTest isDirty={form.isDirty()} />
    </SettingsCard>
  );
};
