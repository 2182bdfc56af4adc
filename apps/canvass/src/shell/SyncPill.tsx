import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudUp, IconLogin, IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { usePhoneState } from "./PhoneContext";
import classes from "./SyncPill.module.css";

/** Always in view: what is safe here, and what the server has. Leads to the ledger. */
export const SyncPill = () => {
  const { t } = useTranslation();
  const { ledger, sync } = usePhoneState();
  const visits = ledger.filter((event) => event.payload.kind === "visit");
  const refused = ledger.filter((event) => event.state === "refused").length;
  const [tone, Icon, text] = ((): [string, typeof IconCheck, string] => {
    if (sync.problem === "signedOut" && sync.waiting > 0) return ["warn", IconLogin, t("app.sync.signedOut", { count: sync.waiting })];
    if (sync.sending && sync.waiting > 0) return ["calm", IconCloudUp, t("app.sync.sending", { count: sync.waiting })];
    if (sync.waiting > 0) return ["warn", IconWifiOff, t("app.sync.waiting", { count: sync.waiting })];
    if (refused > 0) return ["bad", IconAlertTriangle, t("app.sync.refused", { count: refused })];
    return ["calm", IconCheck, visits.length === 0 ? t("app.sync.nothing") : t("app.sync.allSent", { count: visits.length })];
  })();
  return (
    <UnstyledButton component={Link} to="/me" className={classes.pill} data-tone={tone} role="status">
      <Icon size={16} aria-hidden="true" />
      <span>{text}</span>
    </UnstyledButton>
  );
};
