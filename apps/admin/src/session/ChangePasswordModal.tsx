import { Alert, Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { isGoodPassword } from "@cml/domain/auth";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { api } from "../api";
import { notifyDone } from "../shell/notify";
import { PasswordChecklist } from "./PasswordChecklist";

type Props = { opened: boolean; onClose: () => void; /** The first password must be changed before going on. */ required?: boolean };

export const ChangePasswordModal = ({ opened, onClose, required = false }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const cache = api.useUtils();
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const change = api.auth.sessions.changePassword.useMutation({
    onSuccess: async () => {
      form.reset();
      await cache.auth.sessions.me.invalidate();
      notifyDone(t("account.passwordChanged"));
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(required ? "account.choosePassword" : "account.changePassword")}
      closeOnClickOutside={false}
      closeOnEscape={!required}
      withCloseButton={!required}
    >
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="md">
          {required && <p style={{ margin: 0 }}>{t("account.choosePasswordText")}</p>}
          {change.isError && <Alert color="brick">{errorMessage(change.error, locale)}</Alert>}
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
          <Group justify="flex-end">
            {!required && (
              <Button variant="default" onClick={onClose}>
                {t("actions.cancel")}
              </Button>
            )}
            <Button type="submit" loading={change.isPending} disabled={!isGoodPassword(form.values.newPassword)}>
              {t("account.changePassword")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
