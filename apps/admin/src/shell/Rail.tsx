import { ActionIcon, Stack, Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconInbox, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../session/useSession";
import { useSite } from "../session/useSite";
import { placesFor } from "./navigation";
import classes from "./Shell.module.css";

type Props = { narrow: boolean; onNarrow: () => void; onGo: () => void };

/** The areas this account may use; collapses to icons. */
export const Rail = ({ narrow, onNarrow, onGo }: Props) => {
  const { t } = useTranslation();
  const { me, can } = useSession();
  const { embeddedMail } = useSite();
  const label = t(narrow ? "shell.widen" : "shell.narrow");
  return (
    <>
      <Stack component="nav" gap={2} aria-label={t("shell.areas")} style={{ flex: 1 }}>
        {placesFor(can).map(({ to, key, icon: Icon }) => (
          <Tooltip key={key} label={t(`nav.${key}`)} position="right" disabled={!narrow}>
            <Link to={to} className={classes.place} activeOptions={{ exact: to === "/" }} onClick={onGo} data-narrow={narrow || undefined}>
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              <span>{t(`nav.${key}`)}</span>
            </Link>
          </Tooltip>
        ))}
        {embeddedMail && me.role === "SUPER_ADMIN" && (
          <Tooltip label={t("nav.mailbox")} position="right" disabled={!narrow}>
            <UnstyledButton component="a" href="/mailbox" target="_blank" className={classes.place} data-narrow={narrow || undefined}>
              <IconInbox size={20} stroke={1.75} aria-hidden="true" />
              <span>{t("nav.mailbox")}</span>
            </UnstyledButton>
          </Tooltip>
        )}
      </Stack>
      <Tooltip label={label} position="right">
        <ActionIcon onClick={onNarrow} aria-label={label} visibleFrom="sm" ml={narrow ? 0 : "auto"}>
          {narrow ? <IconLayoutSidebarLeftExpand size={19} stroke={1.6} /> : <IconLayoutSidebarLeftCollapse size={19} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
    </>
  );
};
