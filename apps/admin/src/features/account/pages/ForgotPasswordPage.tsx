import { Alert, Anchor, Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { DoorFrame } from "../../../shell/DoorFrame";

/** The answer is the same whether the address is known or not. */
export const ForgotPasswordPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const form = useForm({ initialValues: { email: "" } });
  const ask = api.auth.sessions.requestPasswordReset.useMutation();
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t("account.backToSignIn")}
    </Anchor>
  );
  if (ask.isSuccess)
    return (
      <DoorFrame title={t("account.checkMail")} lead={t("account.checkMailText", { email: form.values.email })}>
        {back}
      </DoorFrame>
    );
  return (
    <DoorFrame title={t("account.forgotTitle")} lead={t("account.forgotLead")}>
      <form onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <Stack gap="md">
          {ask.isError && <Alert color="brick">{errorMessage(ask.error, locale)}</Alert>}
          <TextInput label={t("account.email")} type="email" autoComplete="username" required autoFocus {...form.getInputProps("email")} />
          <Button type="submit" size="md" loading={ask.isPending}>
            {t("account.sendLink")}
          </Button>
          {back}
        </Stack>
      </form>
    </DoorFrame>
  );
};
