import { Alert, Button, Container, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { isGoodPassword } from "@cml/domain/auth";
import { BrandMark, LanguageSwitch } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { api, queryClient } from "../api";

const tall = {
  size: "lg",
  required: true,
  withAsterisk: false,
  styles: { input: { minHeight: 56 }, visibilityToggle: { width: 52, height: 52 } },
  rightSectionWidth: 56,
} as const;

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
    <Container size={420} py="lg" component="main">
      <Group justify="space-between" mb={32}>
        <BrandMark size={36} />
        <LanguageSwitch tall />
      </Group>
      <Title order={1} size="h2">
        {t("app.firstPassword.title")}
      </Title>
      <Text c="dimmed" mt="xs" mb="lg">
        {t("app.firstPassword.lead")}
      </Text>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="md">
          {(change.isError || leave.isError) && (
            <Alert color="brick" role="alert">
              {errorMessage(change.error ?? leave.error, locale)}
            </Alert>
          )}
          <PasswordInput
            {...tall}
            label={t("app.firstPassword.current")}
            autoComplete="current-password"
            {...form.getInputProps("currentPassword")}
          />
          <PasswordInput
            {...tall}
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
    </Container>
  );
};
