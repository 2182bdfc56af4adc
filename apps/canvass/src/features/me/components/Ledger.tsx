import { Box, Button, Text, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { useDoorNames } from "../hooks/useDoorNames";
import { LedgerLine } from "./LedgerLine";

const firstLines = 30;

/** Every record of this phone; what is not sent yet or needs a look is never folded away. */
export const Ledger = () => {
  const { t } = useTranslation();
  const phone = usePhone();
  const { ledger, sync } = usePhoneState();
  const names = useDoorNames();
  const [all, setAll] = useState(false);
  const shown = ledger.filter((event, index) => all || index < firstLines || event.state !== "sent");
  return (
    <Box component="section">
      <Title order={2} size="h4">
        {t("app.me.ledger")}
      </Title>
      <Text size="sm" c="dimmed">
        {t(ledger.length === 0 ? "app.me.empty" : "app.me.ledgerText")}
      </Text>
      {sync.waiting > 0 && sync.problem !== "signedOut" && (
        <Button size="lg" mih={56} mt="sm" fullWidth loading={sync.sending} onClick={() => void phone.sendAll()}>
          {t("app.me.sendNow")}
        </Button>
      )}
      {sync.waiting > 0 && sync.problem === "signedOut" && (
        <Button component={Link} to="/sign-in" size="lg" mih={56} mt="sm" fullWidth>
          {t("app.sync.signedOut", { count: sync.waiting })}
        </Button>
      )}
      <ul style={{ listStyle: "none", margin: "8px 0 0", padding: 0 }}>
        {shown.map((event) => (
          <LedgerLine
            key={event.id}
            event={event}
            door={event.payload.kind === "visit" ? names.get(event.payload.input.addressId) : undefined}
            onSendAgain={() => void phone.sendAgain(event.id)}
          />
        ))}
      </ul>
      {shown.length < ledger.length && (
        <Button variant="subtle" mih={56} fullWidth onClick={() => setAll(true)}>
          {t("app.me.showAll", { count: ledger.length })}
        </Button>
      )}
    </Box>
  );
};
