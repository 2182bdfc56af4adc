import { Fieldset, Stack, Textarea, TextInput } from "@mantine/core";
import type { Locale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { LetterVariables } from "./LetterVariables";

type Props = { editor: CampaignEditing; language: Locale };

/** What the page and the letter say, in one language. */
export const TextFields = ({ editor, language }: Props) => {
  const { t } = useTranslation();
  const { form, defaultLocale } = editor;
  const isOwn = language === defaultLocale;
  const field = (name: string) => form.getInputProps(`texts.${language}.${name}`);
  const insert = (variable: string) => form.setFieldValue(`texts.${language}.emailBody`, (text: string) => `${text}${variable}`);
  return (
    <Stack gap="md">
      <TextInput label={t("campaigns.fields.title")} description={t("campaigns.fields.titleHint")} required={isOwn} {...field("title")} />
      <Textarea
        label={t("campaigns.fields.description")}
        description={t("campaigns.fields.descriptionHint")}
        autosize
        minRows={4}
        {...field("description")}
      />
      <Textarea label={t("campaigns.fields.callToAction")} autosize minRows={2} {...field("callToAction")} />
      <Fieldset legend={t("campaigns.letter")}>
        <Stack gap="md">
          <TextInput label={t("campaigns.fields.subject")} required={isOwn} {...field("emailSubject")} />
          <Textarea
            label={t("campaigns.fields.body")}
            description={t("campaigns.fields.bodyHint")}
            required={isOwn}
            autosize
            minRows={9}
            {...field("emailBody")}
          />
          <LetterVariables onInsert={insert} />
          <TextInput
            label={t("campaignWork.fields.personalPrompt")}
            description={t("campaignWork.fields.personalPromptHint")}
            {...field("personalPrompt")}
          />
        </Stack>
      </Fieldset>
    </Stack>
  );
};
