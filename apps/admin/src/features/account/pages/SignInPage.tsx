import { Alert, Anchor, Button, Checkbox, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage } from "@cml/api-client";
import type { Me } from "@cml/domain/auth";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { api, apiCache, queryClient } from "../../../api";
import { DoorFrame } from "../../../shell/DoorFrame";

/** Only a path of our own: an address in a link must not lead to another site. */
const safePath = (next: unknown): string => (typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/");

/** Nobody has answered one of the first steps yet, and this account may. */
const isFirstTime = async (me: Me): Promise<boolean> => {
  if (me.mustChangePassword || !me.granted.includes("settings.edit")) return false;
  const { steps } = await apiCache.settings.siteSettings.setup.fetch();
  return steps.every(({ state }) => state === "open");
};

export const SignInPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { next }: { next?: unknown } = useSearch({ strict: false });
  const form = useForm({ initialValues: { email: "", password: "", remember: false } });
  const signIn = api.auth.sessions.signIn.useMutation({
    onSuccess: async (me) => {
      queryClient.clear();
      const href = safePath(next);
      await navigate({ href: href === "/" && (await isFirstTime(me)) ? "/welcome" : href, replace: true });
    },
  });
  return (
    <DoorFrame title={t("account.signIn")} lead={t("account.signInLead")}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="md">
          {signIn.isError && (
            <Alert color="brick" role="alert">
              {errorMessage(signIn.error, locale)}
            </Alert>
          )}
          <TextInput
            label={t("account.email")}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("account.password")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps("password")}
          />
          <Group justify="space-between">
            <Checkbox label={t("account.remember")} {...form.getInputProps("remember", { type: "checkbox" })} />
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t("account.forgot")}
            </Anchor>
          </Group>
          <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
            {t("account.signIn")}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  );
};
