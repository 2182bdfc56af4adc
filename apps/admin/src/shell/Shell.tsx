import { AppShell, Burger, Group, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { BrandMark, ColorSchemeSwitch, LanguageSwitch } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconSearch } from "@tabler/icons-react";
import { Link, Outlet } from "@tanstack/react-router";
import { api } from "../api";
import { useSite } from "../session/useSite";
import { CommandSearch } from "./CommandSearch";
import { MailBanner } from "./MailBanner";
import { PersonMenu } from "./PersonMenu";
import { Rail } from "./Rail";
import classes from "./Shell.module.css";

export const Shell = () => {
  const { t } = useTranslation();
  const { organizationName } = useSite();
  const name = organizationName === "" ? t("shell.product") : organizationName;
  const [opened, { toggle, close }] = useDisclosure();
  const [narrow, setNarrow] = useLocalStorage({ key: "cml-rail-narrow", defaultValue: false });
  const keepLanguage = api.auth.sessions.updateProfile.useMutation();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: narrow ? 64 : 224, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", md: "xl" }}
      transitionDuration={150}
    >
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t("shell.menu")} />
          <Link to="/" className={classes.brand} aria-label={`${name}: ${t("nav.home")}`}>
            <BrandMark size={30} />
            <Text component="span" fw={600} ff="heading" truncate className={classes.name}>
              {name}
            </Text>
          </Link>
          <UnstyledButton className={classes.search} onClick={spotlight.open} aria-label={`${t("shell.search")} Ctrl K`} visibleFrom="xs">
            <IconSearch size={16} aria-hidden="true" />
            <Text size="sm" c="dimmed" visibleFrom="md">
              {t("shell.search")}
            </Text>
            <kbd className={classes.kbd}>Ctrl K</kbd>
          </UnstyledButton>
          <Group gap={4} ml="auto" wrap="nowrap">
            <LanguageSwitch onChange={(locale) => keepLanguage.mutate({ locale })} />
            <ColorSchemeSwitch />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail}>
        <Rail narrow={narrow && !opened} onNarrow={() => setNarrow(!narrow)} onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <MailBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <CommandSearch />
    </AppShell>
  );
};
