import { Switch } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import type { CampaignFlag } from "../model/campaign-form";

type Props = { editor: CampaignEditing; flags: readonly CampaignFlag[] };

/** Switches with what each does in one sentence. */
export const FlagSwitches = ({ editor, flags }: Props) => {
  const { t } = useTranslation();
  return flags.map((flag) => (
    <Switch
      key={flag}
      label={t(`campaignWork.flags.${flag}`)}
      description={t(`campaignWork.flagHints.${flag}`)}
      {...editor.form.getInputProps(`flags.${flag}`, { type: "checkbox" })}
    />
  ));
};
