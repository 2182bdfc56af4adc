import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { locales } from "@cml/domain/kernel";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import type { Notes } from "../hooks/useNotes";
import { ChoiceBar } from "./ChoiceBar";
import { Sheet } from "./Sheet";

const languages = { en: "English", fr: "Français" } as const;

/** Somebody who just came: a first name and a number. */
export const WalkUpSheet = ({ isOpen, notes, onClose }: { isOpen: boolean; notes: Notes; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Sheet title={isOpen ? t("app.day.walkUp.title") : null} onClose={onClose}>
      {isOpen && <WalkUpForm notes={notes} onClose={onClose} />}
    </Sheet>
  );
};

const WalkUpForm = ({ notes, onClose }: { notes: Notes; onClose: () => void }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const form = useForm({
    initialValues: { name: "", phone: "", locale },
    validate: { name: (name) => (name.trim() === "" ? t("app.day.walkUp.nameNeeded") : null) },
  });
  const tall = { size: "lg", styles: { input: { minHeight: 56 } } } as const;
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        const phone = values.phone.trim();
        notes.addWalkUp({ name: values.name.trim(), phone: phone === "" ? null : phone, locale: values.locale });
        onClose();
      })}
    >
      <Stack gap="md">
        <TextInput {...tall} label={t("app.day.walkUp.name")} maxLength={120} data-autofocus {...form.getInputProps("name")} />
        <TextInput
          {...tall}
          label={t("app.day.walkUp.phone")}
          description={t("app.day.walkUp.phoneHint")}
          type="tel"
          maxLength={40}
          {...form.getInputProps("phone")}
        />
        <ChoiceBar
          label={t("app.day.walkUp.locale")}
          value={form.values.locale}
          choices={locales.map((one) => ({ value: one, label: languages[one] }))}
          onChange={(one) => form.setFieldValue("locale", one)}
        />
        <Button type="submit" size="lg" mih={56} fullWidth>
          {t("app.day.walkUp.submit")}
        </Button>
      </Stack>
    </form>
  );
};
