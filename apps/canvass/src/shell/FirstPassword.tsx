import { Alert, Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { isGoodPassword } from "@cml/domain/auth";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { api, queryClient } from "../api";
import { Doorway } from "./Doorway";
import { TallPassword } from "./TallPassword";

/** In place of every screen for somebody whose password was made for them; the server allows nothing else. */
export const FirstPassword = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const change = api.auth.sessions.changePassword.useMutation({
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const leave = api.auth.sessions.signOut.useMutation({ onSuccess: () => queryClient.resetQueries() });
  return (
    <Doorway title={t("app.firstPassword.title")} lead={t("app.firstPassword.lead")}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="md">
          {(change.isError || leave.isError) && (
            <Alert color="brick" role="alert">
              {errorMessage(change.error ?? leave.error, locale)}
            </Alert>
          )}
          <TallPassword label={t("app.firstPassword.current")} autoComplete="current-password" {...form.getInputProps("currentPassword")} />
          <TallPassword
            label={t("app.firstPassword.own")}
            description={t("app.firstPassword.rules")}
            autoComplete="new-password"
            {...form.getInputProps("newPassword")}
          />
          <Button type="submit" size="lg" mih={56} fullWidth loading={change.isPending} disabled={!isGoodPassword(form.values.newPassword)}>
            {t("app.firstPassword.submit")}
          </Button>
          <Button variant="subtle" size="lg" mih={56} fullWidth loading={leave.isPending} onClick={() => leave.mutate()}>
            {t("app.me.signOut")}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
};
