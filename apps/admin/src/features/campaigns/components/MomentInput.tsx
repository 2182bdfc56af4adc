import { DateTimePicker } from "@mantine/dates";
import { useTranslation } from "@cml/ui/i18n";
import { IconCalendar } from "@tabler/icons-react";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import type { CampaignMoment } from "../model/campaign-form";

type Props = { editor: CampaignEditing; name: CampaignMoment; hint?: string };

/** A moment on the organisation's clock. */
export const MomentInput = ({ editor, name, hint }: Props) => {
  const { t } = useTranslation();
  return (
    <DateTimePicker
      label={t(`campaignWork.fields.${name}`)}
      description={hint}
      valueFormat="D MMMM YYYY, HH:mm"
      clearable
      leftSection={<IconCalendar size={16} aria-hidden="true" />}
      miw={220}
      {...editor.form.getInputProps(`moments.${name}`)}
    />
  );
};
