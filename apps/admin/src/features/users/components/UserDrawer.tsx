import { Button, Drawer, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { grantableRoles, type User, userStatuses } from "@cml/domain/auth";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useFocusBack } from "../../../shell/useFocusBack";

type Props = { user: User | null; onClose: () => void };

/** A new account, or a known one; only roles are offered that one's own covers. */
export const UserDrawer = ({ user, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const { me } = useSession();
  const cache = api.useUtils();
  const form = useForm({
    initialValues: {
      name: user?.name ?? "",
      email: user?.email ?? "",
      phone: user?.phone ?? "",
      role: user?.role ?? "USER",
      status: user?.status ?? "ACTIVE",
    },
  });
  const options = {
    onSuccess: async () => {
      notifyDone(t(user === null ? "people.created" : "people.saved"));
      await cache.auth.users.invalidate();
      onClose();
    },
    onError: (error: unknown) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  };
  const create = api.auth.users.create.useMutation(options);
  const update = api.auth.users.update.useMutation(options);
  const submit = form.onSubmit(({ name, email, phone, role, status }) => {
    const contact = { phone: phone.trim() === "" ? null : phone };
    if (user === null) create.mutate({ name, email, role, ...contact });
    else update.mutate({ id: user.id, name, role, status, ...contact, email: email === "" || email === user.email ? undefined : email });
  });
  const statuses = userStatuses.filter((status) => status !== "EXPIRED" || user?.status === "EXPIRED");
  return (
    <Drawer opened onClose={onClose} title={user === null ? t("people.new") : user.name}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label={t("people.columns.name")} required autoFocus={user === null} {...form.getInputProps("name")} />
          <TextInput label={t("account.email")} type="email" required={user === null} {...form.getInputProps("email")} />
          <TextInput label={t("people.phone")} type="tel" {...form.getInputProps("phone")} />
          <Select
            label={t("people.columns.role")}
            description={t(`people.roleHints.${form.values.role}`)}
            data={grantableRoles(me)
              .filter((role) => role !== "TEMP" || user?.role === "TEMP")
              .map((value) => ({ value, label: t(`people.roles.${value}`) }))}
            {...form.getInputProps("role")}
          />
          {user !== null && (
            <Select
              label={t("people.columns.status")}
              description={t(`people.statusHints.${form.values.status}`)}
              data={statuses.map((value) => ({ value, label: t(`people.status.${value}`) }))}
              disabled={user.id === me.id}
              {...form.getInputProps("status")}
            />
          )}
          {user === null && <p style={{ margin: 0, color: "var(--mantine-color-dimmed)", fontSize: 14 }}>{t("people.invitation")}</p>}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {t(user === null ? "people.create" : "actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
};
