import { Box, Container } from "@mantine/core";
import { failureOf } from "@cml/api-client";
import { ErrorState, PageSkeleton } from "@cml/ui";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { Navigate, Outlet } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { fieldApi } from "../calls";
import { openPhone, type Phone } from "../offline/phone";
import { PhoneContext } from "./PhoneContext";
import { useWho } from "./useWho";

/** Everything behind sign-in. Without signal the person last known on this phone goes on walking. */
export const SignedIn = () => {
  const { t } = useTranslation();
  const who = useWho();
  const [phone, setPhone] = useState<Phone | null>(null);
  const [storageFailed, setStorageFailed] = useState(false);
  const userId = who.person?.id;

  useEffect(() => {
    if (userId === undefined) return;
    let opened: Phone | null = null;
    let left = false;
    openPhone({ userId, api: fieldApi, locale: loadedLocale }).then(
      (ready) => {
        opened = ready;
        if (left) ready.close();
        else setPhone(ready);
      },
      () => setStorageFailed(true),
    );
    return () => {
      left = true;
      opened?.close();
      setPhone(null);
    };
  }, [userId]);

  if (who.state === "signedOut") return <Navigate to="/sign-in" replace />;
  if (who.state === "failed") return <ErrorState message={failureOf(who.error).message} onRetry={who.retry} />;
  if (storageFailed) return <ErrorState message={t("app.storage")} />;
  if (phone === null) return <PageSkeleton />;
  return (
    <PhoneContext value={phone}>
      <Container size="sm" px={0} pb={96}>
        <Box component="main">
          <Outlet />
        </Box>
      </Container>
    </PhoneContext>
  );
};
