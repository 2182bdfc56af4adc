import { Box, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { fillLetterText, type LetterValues } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { useSite } from "../../../session/useSite";
import type { CampaignFormValues } from "../model/campaign-form";
import classes from "./CampaignPreview.module.css";

type Props = { values: CampaignFormValues; language: Locale; defaultLocale: Locale };

const sampleLetter = (values: CampaignFormValues, locale: Locale): LetterValues => ({
  REPRESENTATIVE_NAME: "Camille Tremblay",
  REPRESENTATIVE_TITLE: locale === "fr" ? "députée" : "MP",
  DISTRICT: "Spadina—Harbourfront",
  SENDER_NAME: "Alex Martin",
  SENDER_CITY: "Toronto",
  SENDER_POSTAL_CODE: "M5V 3L9",
  CAMPAIGN_TITLE: values.texts[locale].title,
});

/** The page and the letter as a supporter will read them, with an invented supporter's name filled in. */
export const CampaignPreview = ({ values, language, defaultLocale }: Props) => {
  const { t } = useTranslation();
  const { organizationName } = useSite();
  const [width, setWidth] = useState<"phone" | "desktop">("phone");
  const texts = values.texts[language];
  const own = values.texts[defaultLocale];
  const show = (field: keyof typeof texts) => texts[field] || own[field];
  const letter = sampleLetter(values, language);
  return (
    <Box pos="sticky" top={72} component="section" aria-label={t("campaigns.preview")}>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={550} c="dimmed">
          {t("campaigns.preview")}
        </Text>
        <SegmentedControl
          value={width}
          onChange={(value) => setWidth(value === "desktop" ? "desktop" : "phone")}
          data={[
            { value: "phone", label: t("campaigns.phone") },
            { value: "desktop", label: t("campaigns.desktop") },
          ]}
          aria-label={t("campaigns.previewWidth")}
        />
      </Group>
      <Paper withBorder radius="md" className={classes.page} data-width={width} lang={language}>
        <Text size="xs" c="dimmed" className={classes.bar}>
          {organizationName}
        </Text>
        <Stack gap="md" p="lg">
          <Title order={2} fz={width === "phone" ? 24 : 30} lh={1.15}>
            {show("title") || t("campaigns.previewTitle")}
          </Title>
          <Text className={classes.prose}>{show("description") || t("campaigns.previewDescription")}</Text>
          {show("callToAction") !== "" && <Text fw={600}>{show("callToAction")}</Text>}
          <article className={classes.letter}>
            <Text size="sm" fw={600} mb="sm">
              {fillLetterText(show("emailSubject"), letter) || t("campaigns.previewSubject")}
            </Text>
            <Text size="sm" className={classes.prose}>
              {fillLetterText(show("emailBody"), letter) || t("campaigns.previewBody")}
            </Text>
            <Text size="sm" mt="md" className={classes.prose}>
              {`${letter.SENDER_NAME}\n${letter.SENDER_CITY}  ${letter.SENDER_POSTAL_CODE}`}
            </Text>
          </article>
        </Stack>
      </Paper>
    </Box>
  );
};
