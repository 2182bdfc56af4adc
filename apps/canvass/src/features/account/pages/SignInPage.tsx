import { Alert, Button, Container, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import { BrandMark, LanguageSwitch } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api, queryClient } from "../../../api";
import { rememberPerson, setLeaving } from "../../../shell/last-person";
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
    <Container size={420} py="lg" component="main">
      <Group justify="space-between" mb={32}>
        <BrandMark size={36} />
        <LanguageSwitch tall />
      </Group>
      <Title order={1} size="h2">
        {t("app.signIn.title")}
      </Title>
      <Text c="dimmed" mt="xs" mb="lg">
        {t("app.signIn.lead")}
      </Text>
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
          <PasswordInput
            size="lg"
            withAsterisk={false}
            styles={{ input: { minHeight: 56 }, visibilityToggle: { width: 52, height: 52 } }}
            rightSectionWidth={56}
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
