import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api, queryClient } from "../../../api";
import { Doorway } from "../../../shell/Doorway";
import { rememberPerson, setLeaving } from "../../../shell/last-person";
import { TallPassword } from "../../../shell/TallPassword";
import { useFinishLeaving } from "../hooks/useFinishLeaving";
import { useUnsent } from "../hooks/useUnsent";

export const SignInPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const signIn = api.auth.sessions.signIn.useMutation({
    onSuccess: async (me) => {
      setLeaving(false);
      if (!me.mustChangePassword) rememberPerson({ id: me.id, name: me.name });
      queryClient.clear();
      await navigate({ to: "/", replace: true });
    },
  });
  const unsent = useUnsent();
  useFinishLeaving();
  return (
    <Doorway title={t("app.signIn.title")} lead={t("app.signIn.lead")}>
      {unsent > 0 && (
        <Alert color="amber" icon={<IconDeviceMobile />} mb="lg">
          {t("app.signIn.kept", { count: unsent })}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => signIn.mutate({ ...values, remember: true }))}>
        <Stack gap="md">
          {signIn.isError && (
            <Alert color="brick" role="alert">
              {errorMessage(signIn.error, locale)}
            </Alert>
          )}
          <TextInput
            size="lg"
            withAsterisk={false}
            styles={{ input: { minHeight: 56 } }}
            label={t("app.signIn.email")}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <TallPassword label={t("app.signIn.password")} autoComplete="current-password" {...form.getInputProps("password")} />
          <Button type="submit" size="lg" mih={56} fullWidth loading={signIn.isPending}>
            {t("app.signIn.submit")}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
};
