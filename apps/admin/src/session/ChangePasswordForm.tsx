import { Alert, Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { isGoodPassword } from "@cml/domain/auth";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { api } from "../api";
import { notifyDone } from "../shell/notify";
import { PasswordChecklist } from "./PasswordChecklist";

type Props = {
  onChanged: () => void;
  /** A way out: beside the button, or below it where the form is the whole page. */
  wayOut: ReactNode;
  stacked?: boolean;
};

export const ChangePasswordForm = ({ onChanged, wayOut, stacked = false }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const cache = api.useUtils();
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const change = api.auth.sessions.changePassword.useMutation({
    onSuccess: async () => {
      form.reset();
      await cache.auth.sessions.me.invalidate();
      notifyDone(t("account.passwordChanged"));
      onChanged();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const submit = (
    <Button type="submit" loading={change.isPending} disabled={!isGoodPassword(form.values.newPassword)}>
      {t("account.changePassword")}
    </Button>
  );
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack gap="md">
        {change.isError && (
          <Alert color="brick" role="alert">
            {errorMessage(change.error, locale)}
          </Alert>
        )}
        <PasswordInput
          label={t("account.currentPassword")}
          autoComplete="current-password"
          required
          {...form.getInputProps("currentPassword")}
        />
        <PasswordInput
          label={t("account.newPassword")}
          autoComplete="new-password"
          required
          aria-describedby="new-password-rules"
          {...form.getInputProps("newPassword")}
        />
        <PasswordChecklist id="new-password-rules" password={form.values.newPassword} />
        {stacked ? (
          <Stack gap="xs">
            {submit}
            {wayOut}
          </Stack>
        ) : (
          <Group justify="flex-end">
            {wayOut}
            {submit}
          </Group>
        )}
      </Stack>
    </form>
  );
};
