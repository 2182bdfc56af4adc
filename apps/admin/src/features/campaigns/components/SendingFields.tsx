import { Chip, Group, Input, NumberInput, Stack } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useTranslation } from "@cml/ui/i18n";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { FlagSwitches } from "./FlagSwitches";
import { MomentInput } from "./MomentInput";

const ways = ["allowSmtpEmail", "allowMailtoLink", "allowPrint"] as const;
const rules = ["verifySender", "allowEmailEditing", "allowRepeatLetters", "askStreet", "collectUserInfo", "officeLink"] as const;
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** The ways a letter takes, what is asked of its writer, and when and how fast letters leave. */
export const SendingFields = ({ editor }: { editor: CampaignEditing }) => {
  const { t } = useTranslation();
  const { form } = editor;
  const limit = (name: string, hint?: string) => (
    <NumberInput
      label={t(`campaignWork.fields.${name}`)}
      description={hint}
      placeholder={t("campaignWork.fields.noLimit")}
      min={1}
      allowDecimal={false}
      thousandSeparator=" "
      miw={160}
      {...form.getInputProps(`limits.${name}`)}
    />
  );
  return (
    <Stack gap="md">
      <FlagSwitches editor={editor} flags={ways} />
      <FlagSwitches editor={editor} flags={rules} />
      <Input.Wrapper
        label={t("campaignWork.fields.windowDays")}
        description={t("campaignWork.fields.windowDaysHint")}
        error={form.errors["windowDays"]}
      >
        <Chip.Group multiple {...form.getInputProps("windowDays")}>
          <Group gap={6} mt={8}>
            {weekdays.map((day) => (
              <Chip key={day} value={day} size="xs" variant="light">
                {t(`campaignWork.weekdays.${day}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <div>
        <Group align="flex-start" gap="md">
          <TimeInput
            label={t("campaignWork.fields.windowFrom")}
            miw={120}
            aria-describedby="window-hint"
            {...form.getInputProps("plain.windowFrom")}
          />
          <TimeInput
            label={t("campaignWork.fields.windowTo")}
            miw={120}
            aria-describedby="window-hint"
            {...form.getInputProps("plain.windowTo")}
          />
        </Group>
        <Input.Description id="window-hint" mt={6}>
          {t("campaignWork.fields.windowHint")}
        </Input.Description>
      </div>
      {limit("lettersPerHour", t("campaignWork.fields.lettersPerHourHint"))}
      <Group align="flex-start" grow preventGrowOverflow={false}>
        {limit("recipientPerHour")}
        {limit("recipientTotal")}
      </Group>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <MomentInput editor={editor} name="sendFrom" />
        <MomentInput editor={editor} name="sendUntil" />
      </Group>
      <MomentInput editor={editor} name="endsAt" hint={t("campaignWork.fields.endsAtHint")} />
    </Stack>
  );
};
