import { Button, Divider, Group, Stack, Text } from "@mantine/core";
import { failureOf } from "@cml/api-client";
import { LanguageSwitch } from "@cml/ui";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { api, queryClient } from "../../../api";
import { dropTiles } from "../../../offline/ground-tiles";
import { forgetPerson, lastPerson, setLeaving } from "../../../shell/last-person";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { Screen } from "../../../shell/Screen";
import { useWalk } from "../../walk";
import { Appearance } from "../components/Appearance";
import { Ledger } from "../components/Ledger";
import { ThisPhone } from "../components/ThisPhone";

/** Who I am, and the ledger: every record of this phone and what became of it. */
export const MePage = () => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { sync, walk } = usePhoneState();
  const { end } = useWalk(walk?.assignmentId ?? "");
  const { leave, leaving } = useLeave();
  return (
    <Screen title={lastPerson()?.name ?? t("app.me.title")} assignmentId={walk?.assignmentId ?? null}>
      <Stack p="md" gap="lg">
        {walk !== null && (
          <Group justify="space-between" wrap="nowrap">
            <Text>{t("app.walk.since", { time: formats.time(walk.startedAt) })}</Text>
            <Button variant="default" mih={56} style={{ flex: "none" }} onClick={() => void end()}>
              {t("app.walk.end")}
            </Button>
          </Group>
        )}
        <Ledger />
        <Divider />
        <ThisPhone />
        <Divider />
        <Group justify="space-between">
          <Appearance />
          <LanguageSwitch tall />
        </Group>
        {sync.waiting > 0 && <Text size="sm">{t("app.me.signOutWaiting", { count: sync.waiting })}</Text>}
        <Button variant="default" mih={56} loading={leaving} onClick={leave}>
          {t("app.me.signOut")}
        </Button>
      </Stack>
    </Screen>
  );
};

/** Signs out here at once; what the server told goes, what was recorded stays. Without signal the server hears of it later. */
const useLeave = () => {
  const phone = usePhone();
  const navigate = useNavigate();
  const leave = async () => {
    await phone.forgetAnswers();
    await dropTiles();
    forgetPerson();
    queryClient.clear();
    await navigate({ to: "/sign-in", replace: true });
  };
  const signOut = api.auth.sessions.signOut.useMutation({
    networkMode: "always",
    onSettled: async (_answer, error) => {
      setLeaving(error !== null && failureOf(error).status !== 401);
      await leave();
    },
  });
  return { leave: () => signOut.mutate(), leaving: signOut.isPending };
};
