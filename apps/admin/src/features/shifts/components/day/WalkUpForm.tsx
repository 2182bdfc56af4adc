import { Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { newId } from "../../../../shell/new-id";

/** Somebody who came without having signed up: a first name and a number are enough. */
export const WalkUpForm = ({ shiftId }: { shiftId: string }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const cache = api.useUtils();
  // Pressed twice it is one person; the next one has an id of their own.
  const [id, setId] = useState(newId);
  const form = useForm({
    initialValues: { name: "", phone: "" },
    validate: { name: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const add = api.map.shiftDay.addWalkUp.useMutation({
    onSuccess: ({ name }) => {
      notifyDone(t("shiftDesk.day.walkedUp", { name }));
      form.reset();
      setId(newId());
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
    onSettled: () => cache.map.invalidate(),
  });
  return (
    <form
      onSubmit={form.onSubmit(({ name, phone }) => add.mutate({ shiftId, id, name, phone: phone.trim() === "" ? null : phone, locale }))}
    >
      <Group align="flex-end" gap="sm" mt="md">
        <TextInput label={t("shiftDesk.day.walkUpName")} required style={{ flex: "1 1 150px" }} {...form.getInputProps("name")} />
        <TextInput label={t("shiftDesk.day.walkUpPhone")} type="tel" style={{ flex: "1 1 150px" }} {...form.getInputProps("phone")} />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t("shiftDesk.day.addWalkUp")}
        </Button>
      </Group>
    </form>
  );
};
