import { Alert, Fieldset, Stack, Textarea, TextInput } from "@mantine/core";
import { otherLocale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useSite } from "../../../session/useSite";
import type { ShiftForm } from "../hooks/useShiftForm";

/** The same words for those who read the other language; a public shift that lacks them says so. */
export const OtherLanguage = ({ form }: { form: ShiftForm }) => {
  const { t } = useTranslation();
  const other = otherLocale(useSite().defaultLocale);
  const { titleOther, locationOther, descriptionOther, location, description, isPublic } = form.getValues();
  const lacks = [
    ...(titleOther.trim() === "" ? [t("shifts.fields.title")] : []),
    ...(location.trim() !== "" && locationOther.trim() === "" ? [t("shifts.fields.location")] : []),
    ...(description.trim() !== "" && descriptionOther.trim() === "" ? [t("shifts.fields.description")] : []),
  ];
  return (
    <Fieldset legend={t(`shiftDesk.otherLanguage.${other}`)} radius="md">
      <Stack gap="md">
        {isPublic && lacks.length > 0 && (
          <Alert color="amber" p="sm">
            {t(`shiftDesk.lacking.${other}`, { fields: lacks.join(", ") })}
          </Alert>
        )}
        <TextInput label={t("shifts.fields.title")} lang={other} {...form.getInputProps("titleOther")} />
        <TextInput label={t("shifts.fields.location")} lang={other} {...form.getInputProps("locationOther")} />
        <Textarea label={t("shifts.fields.description")} lang={other} {...form.getInputProps("descriptionOther")} />
      </Stack>
    </Fieldset>
  );
};
