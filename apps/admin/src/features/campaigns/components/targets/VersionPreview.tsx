import { Paper, Text } from "@mantine/core";
import {
  type CampaignDetail,
  closingLines,
  fillLetterText,
  officeTitle,
  salutationOf,
  withClosing,
  withoutGaps,
} from "@cml/domain/influence";
import { type Locale, localized } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";

type Props = { subject: string; body: string; locale: Locale; campaign: CampaignDetail };

const member = {
  name: "Jane Doe",
  firstName: "Jane",
  lastName: "Doe",
  gender: "F",
  electedOffice: "Councillor",
  level: "MUNICIPAL",
} as const;
const writer = { name: "Alex Sample", street: null, city: "Toronto", postalCode: "M5V 3L9" };

/** A version filled for an invented councillor and supporter, as it would leave. */
export const VersionPreview = ({ subject, body, locale, campaign }: Props) => {
  const { t } = useTranslation();
  const values = {
    REPRESENTATIVE_NAME: member.name,
    REPRESENTATIVE_TITLE: officeTitle(member.electedOffice, member.level, { gender: member.gender, locale }),
    SALUTATION: salutationOf(member, locale),
    DISTRICT: "Spadina",
    SENDER_NAME: writer.name,
    SENDER_CITY: writer.city,
    SENDER_POSTAL_CODE: writer.postalCode,
    PERSONAL: "",
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
  };
  return (
    <Paper component="section" withBorder p="md" radius="md" lang={locale} aria-label={t("targets.versions.preview")}>
      <Text size="xs" c="dimmed" mb="xs">
        {t("targets.versions.preview")}
      </Text>
      <Text size="sm" fw={600} mb="xs">
        {fillLetterText(subject, values)}
      </Text>
      <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {withClosing(withoutGaps(fillLetterText(body, values)), closingLines(writer))}
      </Text>
    </Paper>
  );
};
