import { Accordion, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import type { CampaignDetail } from "@cml/domain/influence";
import { type Locale, otherLocale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { hasText } from "../model/campaign-form";
import { CoverField } from "./CoverField";
import { CallFields, DecisionFields, EndingFields } from "./DecisionFields";
import { FlagSwitches } from "./FlagSwitches";
import { SendingFields } from "./SendingFields";
import { SharingFields } from "./SharingFields";
import { TargetFields } from "./TargetFields";
import { TextFields } from "./TextFields";

type Props = { editor: CampaignEditing; campaign: CampaignDetail | null; language: Locale; onLanguage: (locale: Locale) => void };

const onThePage = ["showEmailCount", "showCallCount", "showResponseWall", "highlightCampaign"] as const;

/** Everything a campaign says and does, in sections; a new one shows the first and keeps the rest under "More". */
export const CampaignForm = ({ editor, campaign, language, onLanguage }: Props) => {
  const { t } = useTranslation();
  const { form } = editor;
  const sections: Record<string, ReactNode> = {
    gets: <TargetFields editor={editor} campaign={campaign} />,
    sending: <SendingFields editor={editor} />,
    decision: <DecisionFields editor={editor} language={language} />,
    calls: <CallFields editor={editor} language={language} />,
    page: (
      <Stack gap="md">
        <CoverField value={form.values.plain.coverPhoto} onChange={(cover) => form.setFieldValue("plain.coverPhoto", cover)} />
        <FlagSwitches editor={editor} flags={onThePage} />
      </Stack>
    ),
    ending: <EndingFields editor={editor} language={language} />,
    ...(campaign === null ? {} : { sharing: <SharingFields editor={editor} campaign={campaign} /> }),
  };
  if (campaign?.status === "ARCHIVED")
    return (
      <Stack gap="lg">
        <Languages editor={editor} language={language} onLanguage={onLanguage} />
        <Text size="sm">{t("campaignWork.onlyEnding")}</Text>
        <EndingFields editor={editor} language={language} />
      </Stack>
    );
  return (
    <Stack gap="lg">
      <Languages editor={editor} language={language} onLanguage={onLanguage} />
      <TextFields editor={editor} language={language} />
      {campaign === null && (
        <div>
          <Text fw={600}>{t("campaignWork.more")}</Text>
          <Text size="sm" c="dimmed">
            {t("campaignWork.moreHint")}
          </Text>
        </div>
      )}
      <Accordion multiple variant="separated" defaultValue={["gets"]}>
        {Object.entries(sections).map(([name, fields]) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>{t(`campaignWork.sections.${name}`)}</Accordion.Control>
            <Accordion.Panel>{fields}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
};

const Languages = ({ editor: { form, defaultLocale }, language, onLanguage }: Omit<Props, "campaign">) => {
  const { t } = useTranslation();
  const other = otherLocale(defaultLocale);
  return (
    <Group justify="space-between" gap="sm">
      <SegmentedControl
        value={language}
        onChange={(value) => onLanguage(value)}
        data={[defaultLocale, other].map((value) => ({ value, label: t(`languages.${value}`) }))}
        aria-label={t("campaigns.textsIn")}
      />
      {language === other && !hasText(form.values.texts[other]) && (
        <Text size="sm" c="dimmed">
          {t("campaigns.translationHint")}
        </Text>
      )}
    </Group>
  );
};
