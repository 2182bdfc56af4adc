import { Badge, Box, Button, Divider, Group, Stack, Text, Title } from "@mantine/core";
import { ColorSchemeSwitch, EmptyState, LanguageSwitch } from "@cml/ui";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { api, queryClient } from "../../../api";
import type { FieldEvent } from "../../../offline/field-events";
import type { StoredEvent } from "../../../offline/store";
import { forgetPerson, lastPerson } from "../../../shell/last-person";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { Screen } from "../../../shell/Screen";

/** Who I am, and the ledger: every event of this phone and what became of it. */
export const MePage = () => {
  const { t } = useTranslation();
  const phone = usePhone();
  const { ledger, sync, walk } = usePhoneState();
  const navigate = useNavigate();
  const leave = async () => {
    forgetPerson();
    queryClient.clear();
    await navigate({ to: "/sign-in", replace: true });
  };
  const signOut = api.auth.sessions.signOut.useMutation({ onSettled: leave });
  return (
    <Screen title={lastPerson()?.name ?? t("app.me.title")} assignmentId={walk?.assignmentId ?? null}>
      <Stack p="md" gap="lg">
        <Group justify="space-between">
          <Text>{t("app.me.language")}</Text>
          <LanguageSwitch />
        </Group>
        <Group justify="space-between">
          <Text>{t("app.me.appearance")}</Text>
          <ColorSchemeSwitch />
        </Group>
        <Divider />
        <Box>
          <Title order={2} size="h4">
            {t("app.me.ledger")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("app.me.ledgerText")}
          </Text>
        </Box>
        {sync.waiting > 0 && (
          <Button size="md" mih={56} loading={sync.sending} onClick={() => void phone.sendNow()}>
            {t("app.me.sendNow")}
          </Button>
        )}
        {ledger.length === 0 && <EmptyState title={t("app.me.empty")} />}
        <Stack gap={0}>
          {ledger.map((event) => (
            <LedgerLine key={event.id} event={event} onSendAgain={() => void phone.sendAgain(event.id)} />
          ))}
        </Stack>
        <Divider />
        {sync.waiting > 0 && <Text size="sm">{t("app.me.signOutWaiting", { count: sync.waiting })}</Text>}
        <Button variant="default" size="md" mih={56} loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t("app.me.signOut")}
        </Button>
      </Stack>
    </Screen>
  );
};

const tones = { waiting: "amber", sent: "spruce", refused: "brick" } as const;

const LedgerLine = ({ event, onSendAgain }: { event: StoredEvent<FieldEvent>; onSendAgain: () => void }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { payload } = event;
  const what = payload.kind === "visit" ? t(`app.outcomes.${payload.input.outcome}`) : t(`app.me.kind.${payload.kind}`);
  return (
    <Box py="xs" style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}>
      <Group justify="space-between" wrap="nowrap">
        <Text>
          {what}{" "}
          <Text span c="dimmed" size="sm">
            {formats.time(new Date(event.recordedAt))}
          </Text>
        </Text>
        <Badge variant="light" color={tones[event.state]} style={{ flex: "none" }}>
          {t(`app.me.state.${event.state}`)}
        </Badge>
      </Group>
      {event.state === "refused" && (
        <Group justify="space-between" wrap="nowrap" mt={4}>
          <Text size="sm">{event.reason}</Text>
          <Button variant="default" size="sm" onClick={onSendAgain} style={{ flex: "none" }}>
            {t("app.me.sendAgain")}
          </Button>
        </Group>
      )}
    </Box>
  );
};
