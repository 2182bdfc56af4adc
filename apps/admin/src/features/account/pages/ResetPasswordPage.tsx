import { Alert, Anchor, Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import { isGoodPassword } from "@cml/domain/auth";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { Link, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { DoorFrame } from "../../../shell/DoorFrame";
import { PasswordChecklist } from "../../../session/PasswordChecklist";

/** Reached by the mailed link; the link itself changes nothing, the button does. */
export const ResetPasswordPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { token }: { token?: string | number } = useSearch({ strict: false });
  const form = useForm({ initialValues: { password: "" } });
  const reset = api.auth.sessions.resetPassword.useMutation();
  if (reset.isSuccess)
    return (
      <DoorFrame title={t("account.resetDone")} lead={t("account.resetDoneText")}>
        <Button component={Link} to="/sign-in">
          {t("account.signIn")}
        </Button>
      </DoorFrame>
    );
  return (
    <DoorFrame title={t("account.resetTitle")} lead={t("account.resetLead")}>
      <form onSubmit={form.onSubmit(({ password }) => reset.mutate({ token: String(token ?? ""), password }))}>
        <Stack gap="md">
          {reset.isError && (
            <Alert color="brick" role="alert">
              {errorMessage(reset.error, locale)}{" "}
              <Anchor component={Link} to="/forgot-password" c="inherit" td="underline" size="sm">
                {t("account.askAgain")}
              </Anchor>
            </Alert>
          )}
          <PasswordInput
            label={t("account.newPassword")}
            autoComplete="new-password"
            required
            autoFocus
            {...form.getInputProps("password")}
          />
          <PasswordChecklist password={form.values.password} />
          <Button type="submit" size="md" loading={reset.isPending} disabled={!isGoodPassword(form.values.password)}>
            {t("account.saveNew")}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  );
};
