import { Box, Container } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { ErrorState, PageSkeleton } from "@cml/ui";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { Navigate, Outlet } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { fieldApi, tellUnsent } from "../calls";
import { openPhone, type Phone } from "../offline/phone";
import { startTelling } from "../offline/tell-unsent";
import { askToKeepData } from "../offline/storage-promise";
import { PhoneContext } from "./PhoneContext";
import { FirstPassword } from "./FirstPassword";
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
        void askToKeepData();
      },
      () => setStorageFailed(true),
    );
    return () => {
      left = true;
      opened?.close();
      setPhone(null);
    };
  }, [userId]);

  useEffect(() => (phone === null ? undefined : startTelling(phone, tellUnsent)), [phone]);

  if (who.state === "signedOut") return <Navigate to="/sign-in" replace />;
  if (who.state === "firstPassword") return <FirstPassword />;
  if (who.state === "failed")
    return (
      <Alone>
        <ErrorState message={errorMessage(who.error, loadedLocale())} onRetry={who.retry} />
      </Alone>
    );
  if (storageFailed)
    return (
      <Alone>
        <ErrorState message={t("app.storage")} />
      </Alone>
    );
  if (phone === null)
    return (
      <Alone>
        <PageSkeleton />
      </Alone>
    );
  return (
    <PhoneContext value={phone}>
      <Container size={640} px={0}>
        <Outlet />
      </Container>
    </PhoneContext>
  );
};

const Alone = ({ children }: { children: ReactNode }) => (
  <Box component="main" p="md">
    {children}
  </Box>
);
