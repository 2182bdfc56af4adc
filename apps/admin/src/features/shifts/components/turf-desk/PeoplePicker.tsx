import { MultiSelect } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { peopleOfShift } from "./people-of-shift";

type Props = { shift: Pick<ShiftDetail, "signups">; value: string[]; onChange: (userIds: string[]) => void; description?: string };

/** One person or a pair of those who come. */
export const PeoplePicker = ({ shift, value, onChange, description }: Props) => {
  const { t } = useTranslation();
  const people = peopleOfShift(shift);
  return (
    <MultiSelect
      label={t("turfDesk.to")}
      description={description}
      placeholder={people.length === 0 ? t("turfDesk.addFirst") : undefined}
      data={people}
      value={value}
      onChange={onChange}
      disabled={people.length === 0}
      maxValues={10}
      searchable
      hidePickedOptions
    />
  );
};
