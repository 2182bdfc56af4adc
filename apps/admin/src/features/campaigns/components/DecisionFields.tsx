import { Group, Stack, Textarea, TextInput } from "@mantine/core";
import type { Locale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { FlagSwitches } from "./FlagSwitches";
import { MomentInput } from "./MomentInput";

type Props = { editor: CampaignEditing; language: Locale };

/** When and where it is decided, and who else reads the letters. */
export const DecisionFields = ({ editor, language }: Props) => {
  const { t } = useTranslation();
  const { form } = editor;
  return (
    <Stack gap="md">
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <MomentInput editor={editor} name="decisionAt" hint={"\u00a0"} />
        <MomentInput editor={editor} name="submissionDeadline" hint={t("campaignWork.fields.submissionDeadlineHint")} />
      </Group>
      <TextInput label={t("campaignWork.fields.agendaItem")} {...form.getInputProps(`texts.${language}.agendaItem`)} />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput label={t("campaignWork.fields.clerkName")} miw={200} {...form.getInputProps("plain.clerkName")} />
        <TextInput label={t("campaignWork.fields.clerkEmail")} type="email" miw={200} {...form.getInputProps("plain.clerkEmail")} />
      </Group>
      <FlagSwitches editor={editor} flags={["publicRecord"]} />
    </Stack>
  );
};

/** Calls: whether the page offers them, and what to say. */
export const CallFields = ({ editor, language }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <FlagSwitches editor={editor} flags={["allowCalls"]} />
      <Textarea
        label={t("campaignWork.fields.callScript")}
        description={t("campaignWork.fields.callScriptHint")}
        autosize
        minRows={4}
        disabled={!editor.form.values.flags.allowCalls}
        {...editor.form.getInputProps(`texts.${language}.callScript`)}
      />
    </Stack>
  );
};

/** What the page says once it is over. */
export const EndingFields = ({ editor, language }: Props) => {
  const { t } = useTranslation();
  const { form } = editor;
  return (
    <Stack gap="md">
      <Textarea
        label={t("campaignWork.fields.outcome")}
        description={t("campaignWork.fields.outcomeHint")}
        autosize
        minRows={3}
        {...form.getInputProps(`texts.${language}.outcome`)}
      />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput label={t("campaignWork.fields.nextStepLabel")} miw={200} {...form.getInputProps(`texts.${language}.nextStepLabel`)} />
        <TextInput
          label={t("campaignWork.fields.nextStepUrl")}
          type="url"
          placeholder="https://"
          miw={200}
          {...form.getInputProps("plain.nextStepUrl")}
        />
      </Group>
    </Stack>
  );
};
