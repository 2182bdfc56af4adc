import { Checkbox, Chip, Fieldset, Group, Input, SegmentedControl, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import { governmentLevels } from "@cml/domain/influence";
import { type Locale, otherLocale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import type { useCampaignEditor } from "../hooks/useCampaignEditor";
import { campaignFlags, hasText } from "../model/campaign-form";
import { LetterVariables } from "./LetterVariables";

type Props = { editor: ReturnType<typeof useCampaignEditor>; language: Locale; onLanguage: (locale: Locale) => void };

export const CampaignForm = ({ editor, language, onLanguage }: Props) => {
  const { t } = useTranslation();
  const { form, defaultLocale } = editor;
  const other = otherLocale(defaultLocale);
  const isOther = language === other;
  const field = (name: string) => form.getInputProps(`texts.${language}.${name}`);
  const insert = (variable: string) => form.setFieldValue(`texts.${language}.emailBody`, (text: string) => `${text}${variable}`);
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          value={language}
          onChange={(value) => onLanguage(value)}
          data={[defaultLocale, other].map((value) => ({ value, label: t(`languages.${value}`) }))}
          aria-label={t("campaigns.textsIn")}
        />
        {isOther && !hasText(form.values.texts[other]) && (
          <Text size="sm" c="dimmed">
            {t("campaigns.translationHint")}
          </Text>
        )}
      </Group>
      <TextInput
        label={t("campaigns.fields.title")}
        description={t("campaigns.fields.titleHint")}
        required={!isOther}
        {...field("title")}
      />
      <Textarea
        label={t("campaigns.fields.description")}
        description={t("campaigns.fields.descriptionHint")}
        minRows={4}
        {...field("description")}
      />
      <Textarea label={t("campaigns.fields.callToAction")} minRows={2} {...field("callToAction")} />
      <Fieldset legend={t("campaigns.letter")}>
        <Stack gap="md">
          <TextInput label={t("campaigns.fields.subject")} required={!isOther} {...field("emailSubject")} />
          <Textarea
            label={t("campaigns.fields.body")}
            description={t("campaigns.fields.bodyHint")}
            required={!isOther}
            minRows={9}
            {...field("emailBody")}
          />
          <LetterVariables onInsert={insert} />
        </Stack>
      </Fieldset>
      <Input.Wrapper
        label={t("campaigns.fields.levels")}
        description={t("campaigns.fields.levelsHint")}
        error={form.errors["targetGovernmentLevels"]}
      >
        <Chip.Group multiple {...form.getInputProps("targetGovernmentLevels")}>
          <Group gap="xs" mt={8}>
            {governmentLevels.map((level) => (
              <Chip key={level} value={level} variant="light">
                {t(`campaigns.levels.${level}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Fieldset legend={t("campaigns.options")}>
        <Stack gap="md">
          {campaignFlags.map((flag) =>
            flag === "allowSmtpEmail" || flag === "allowMailtoLink" ? (
              <Checkbox key={flag} label={t(`campaigns.flags.${flag}`)} {...form.getInputProps(`flags.${flag}`, { type: "checkbox" })} />
            ) : (
              <Switch
                key={flag}
                label={t(`campaigns.flags.${flag}`)}
                description={t(`campaigns.flagHints.${flag}`)}
                {...form.getInputProps(`flags.${flag}`, { type: "checkbox" })}
              />
            ),
          )}
        </Stack>
      </Fieldset>
    </Stack>
  );
};
