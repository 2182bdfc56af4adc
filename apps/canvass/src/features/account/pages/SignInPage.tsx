import { Alert, Button, Container, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import { BrandMark, LanguageSwitch } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { api, queryClient } from "../../../api";
import { rememberPerson } from "../../../shell/last-person";

export const SignInPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const signIn = api.auth.sessions.signIn.useMutation({
    onSuccess: async (me) => {
      rememberPerson({ id: me.id, name: me.name });
      queryClient.clear();
      await navigate({ to: "/", replace: true });
    },
  });
  return (
    <Container size={420} py="xl" component="main">
      <Group justify="space-between" mb={48}>
        <BrandMark />
        <LanguageSwitch />
      </Group>
      <Title order={1} size="h2">
        {t("app.signIn.title")}
      </Title>
      <Text c="dimmed" mt="xs" mb="lg">
        {t("app.signIn.lead")}
      </Text>
      <form onSubmit={form.onSubmit((values) => signIn.mutate({ ...values, remember: true }))}>
        <Stack gap="md">
          {signIn.isError && (
            <Alert color="brick" role="alert">
              {errorMessage(signIn.error, locale)}
            </Alert>
          )}
          <TextInput
            size="lg"
            label={t("app.signIn.email")}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            size="lg"
            label={t("app.signIn.password")}
            autoComplete="current-password"
            required
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="lg" mih={56} fullWidth loading={signIn.isPending}>
            {t("app.signIn.submit")}
          </Button>
        </Stack>
      </form>
    </Container>
  );
};
