import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudUp, IconLogin, IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { PhoneState } from "../offline/phone";
import { usePhoneState } from "./PhoneContext";
import classes from "./SyncPill.module.css";

type Told = { tone: "calm" | "warn" | "bad"; Icon: typeof IconCheck; key: string; count: number };

/** The one thing worth saying about what this phone holds, the most pressing first. */
export const whatToTell = ({ ledger, sync }: PhoneState): Told => {
  const { waiting, held, sending, problem } = sync;
  const visits = ledger.filter((event) => event.payload.kind === "visit").length;
  const refused = ledger.filter((event) => event.state === "refused").length;
  if (problem === "signedOut" && waiting > 0) return { tone: "warn", Icon: IconLogin, key: "signedOut", count: waiting };
  if (problem === "noSignal" && waiting > 0) return { tone: "warn", Icon: IconWifiOff, key: "waiting", count: waiting };
  if (refused > 0) return { tone: "bad", Icon: IconAlertTriangle, key: "refused", count: refused };
  if (sending && waiting > held) return { tone: "calm", Icon: IconCloudUp, key: "sending", count: waiting };
  if (waiting > 0) return { tone: "calm", Icon: IconCheck, key: "kept", count: waiting };
  return { tone: "calm", Icon: IconCheck, key: visits === 0 ? "nothing" : "allSent", count: visits };
};

/** Always in view: what is safe here, and what the server has. Leads to the ledger, or to sign-in when that is what is missing. */
export const SyncPill = () => {
  const { t } = useTranslation();
  const { tone, Icon, key, count } = whatToTell(usePhoneState());
  return (
    <UnstyledButton component={Link} to={key === "signedOut" ? "/sign-in" : "/me"} className={classes.link}>
      <span className={classes.pill} data-tone={tone} aria-live="polite">
        <Icon size={18} aria-hidden="true" />
        <span>{t(`app.sync.${key}`, { count })}</span>
      </span>
    </UnstyledButton>
  );
};
