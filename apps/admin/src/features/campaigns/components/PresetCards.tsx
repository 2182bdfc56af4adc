import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconBuildingCommunity, IconPhoneCall, IconUserStar } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { notifyFailed } from "../../../shell/notify";
import type { CampaignFormValues } from "../model/campaign-form";
import { type CampaignPreset, campaignPresets, presetForm } from "../model/campaign-presets";
import classes from "./PresetCards.module.css";

const pictures: Record<CampaignPreset, ReactNode> = {
  myMp: <IconUserStar size={30} stroke={1.4} />,
  council: <IconBuildingCommunity size={30} stroke={1.4} />,
  phoneDay: <IconPhoneCall size={30} stroke={1.4} />,
};

type Props = { chosen: CampaignPreset | null; hasText: boolean; onChoose: (preset: CampaignPreset, values: CampaignFormValues) => void };

/** Three campaigns to start from; one tap fills the form in both languages. */
export const PresetCards = ({ chosen, hasText, onChoose }: Props) => {
  const { t } = useTranslation();
  const choose = (preset: CampaignPreset) =>
    void import("@cml/i18n/admin")
      .then(({ en, fr }) => onChoose(preset, presetForm(preset, { en: en.campaignPresets[preset], fr: fr.campaignPresets[preset] })))
      .catch(notifyFailed);
  return (
    <section aria-labelledby="presets">
      <Text id="presets" size="sm" fw={550} mb="xs">
        {t("campaignWork.presetsTitle")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {campaignPresets.map((preset) => (
          <UnstyledButton key={preset} className={classes.card} aria-pressed={chosen === preset} onClick={() => choose(preset)}>
            <span className={classes.picture} aria-hidden="true">
              {pictures[preset]}
            </span>
            <span>
              <Text component="span" display="block" fw={600}>
                {t(`campaignWork.presets.${preset}.name`)}
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed">
                {t(`campaignWork.presets.${preset}.line`)}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      {hasText && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("campaignWork.presetOver")}
        </Text>
      )}
    </section>
  );
};
