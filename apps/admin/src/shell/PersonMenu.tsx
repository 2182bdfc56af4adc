import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "@cml/ui/i18n";
import { IconDevices, IconKey, IconLogout } from "@tabler/icons-react";
import { ChangePasswordModal } from "../session/ChangePasswordModal";
import { useSession } from "../session/useSession";
import { useSignOut } from "../session/useSignOut";

export const PersonMenu = () => {
  const { t } = useTranslation();
  const { me } = useSession();
  const { signOut, signOutEverywhere } = useSignOut();
  const [changing, change] = useDisclosure();
  // What is seen is part of what is read out, so that it can also be asked for by voice.
  const initials = initialsOf(me.name);
  return (
    <>
      <Menu width={250}>
        <Menu.Target>
          <UnstyledButton aria-label={`${initials}, ${t("shell.account", { name: me.name })}`}>
            <Avatar aria-hidden="true" color="spruce" size={34} radius="xl">
              {initials}
            </Avatar>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
              {me.name}
            </Text>
            <Text size="xs" truncate>
              {me.email ?? ""} · {t(`people.roles.${me.role}`)}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={17} />} onClick={change.open}>
            {t("account.changePassword")}
          </Menu.Item>
          <Menu.Item leftSection={<IconDevices size={17} />} onClick={signOutEverywhere}>
            {t("account.signOutEverywhere")}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={17} />} onClick={signOut}>
            {t("account.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePasswordModal opened={changing} onClose={change.close} />
    </>
  );
};

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = words.length === 1 ? (words[0] ?? "").slice(0, 2) : `${words[0]?.[0] ?? ""}${words.at(-1)?.[0] ?? ""}`;
  return letters.toLocaleUpperCase();
};
