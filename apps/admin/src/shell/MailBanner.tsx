import { Alert, Anchor } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconMailPause, IconTestPipe } from "@tabler/icons-react";
import { useSession } from "../session/useSession";
import { useSite } from "../session/useSite";
import { Link } from "@tanstack/react-router";
import classes from "./Shell.module.css";

/** While the built-in mailbox is in use nothing leaves this computer; nobody should learn that from a supporter. */
export const MailBanner = () => {
  const { t } = useTranslation();
  const { me, can } = useSession();
  const { embeddedMail, mailDiverted } = useSite();
  if (mailDiverted) return <DivertedBanner />;
  if (!embeddedMail || !can("campaign.view")) return null;
  return (
    <Alert color="amber" icon={<IconMailPause size={20} />} mb="lg" py={8} role="status" data-screen-only>
      {t("shell.mailKept")}{" "}
      {me.role === "SUPER_ADMIN" && (
        <>
          <Anchor href="/mailbox" target="_blank" size="sm" c="inherit" td="underline">
            {t("shell.openMailbox")}
          </Anchor>
          {" · "}
          <Anchor component={Link} to="/settings" hash="mail" size="sm" c="inherit" td="underline">
            {t("shell.setUpMail")}
          </Anchor>
        </>
      )}
    </Alert>
  );
};

/** Test mode must be seen on every page by everybody: who forgets it waits for answers that cannot come. */
const DivertedBanner = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <Alert
      color="brick"
      variant="filled"
      icon={<IconTestPipe size={20} />}
      mb="lg"
      py={10}
      role="status"
      className={classes.diverted}
      data-screen-only
    >
      {t("sending.diverted")}{" "}
      {can("settings.edit") && (
        <Anchor component={Link} to="/settings" hash="mail" size="sm" c="inherit" td="underline">
          {t("sending.divertedSettings")}
        </Anchor>
      )}
    </Alert>
  );
};
