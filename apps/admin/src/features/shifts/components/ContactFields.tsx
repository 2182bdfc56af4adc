import { Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { ShiftForm } from "../hooks/useShiftForm";
import { useVolunteerChoices } from "./useVolunteerChoices";

/** Who leads on the day, and whom volunteers call. */
export const ContactFields = ({ form }: { form: ShiftForm }) => {
  const { t } = useTranslation();
  const people = useVolunteerChoices();
  return (
    <>
      {people.length > 0 && (
        <Select
          label={t("shiftDesk.captain")}
          description={t("shiftDesk.captainHint")}
          data={people}
          searchable
          clearable
          {...form.getInputProps("captainUserId")}
        />
      )}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput label={t("shiftDesk.contactName")} miw={160} {...form.getInputProps("contactName")} />
        <TextInput label={t("shiftDesk.contactPhone")} type="tel" miw={140} {...form.getInputProps("contactPhone")} />
        <TextInput label={t("shiftDesk.contactEmail")} type="email" miw={180} {...form.getInputProps("contactEmail")} />
      </Group>
    </>
  );
};
