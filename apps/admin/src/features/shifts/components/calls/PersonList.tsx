import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { CallPerson, CallState } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyFailed } from "../../../../shell/notify";

const toneOf: Record<CallState, StatusTone> = {
  TO_CALL: "calm",
  COMING: "good",
  CANNOT: "danger",
  WRONG_NUMBER: "attention",
  NO_PHONE: "calm",
};

/** People of the list in one state of it; nothing when there are none. */
export const PersonList = ({ title, people }: { title: string; people: readonly CallPerson[] }) => {
  const formats = useSiteFormats();
  if (people.length === 0) return null;
  return (
    <Paper withBorder radius="md" p="lg">
      <Group justify="space-between" mb={4}>
        <Title order={2} fz={17}>
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {formats.number(people.length)}
        </Text>
      </Group>
      <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
        {people.map((person) => (
          <PersonRow key={person.signupId} person={person} />
        ))}
      </Stack>
    </Paper>
  );
};

const PersonRow = ({ person }: { person: CallPerson }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const settle = { onSettled: () => cache.map.invalidate(), onError: notifyFailed };
  const claim = api.map.shiftCalls.claim.useMutation(settle);
  const reopen = api.map.shiftCalls.reopen.useMutation(settle);
  const { signupId, name, state, note, shiftTitle, startTime, callCount } = person;
  const canReopen = state === "COMING" || state === "WRONG_NUMBER";
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py={9} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {[`${startTime} ${shiftTitle}`, callCount === 0 ? "" : t("shiftCalls.calls", { count: callCount })].filter(Boolean).join(" · ")}
        </Text>
        {note !== null && (
          <Text size="xs" mt={2} style={{ overflowWrap: "anywhere" }}>
            {note}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
        {person.claim !== null && !person.claim.isMine && (
          <StatusBadge tone="attention">{t("shiftCalls.with", { name: person.claim.name })}</StatusBadge>
        )}
        {state !== "TO_CALL" && state !== "NO_PHONE" && <StatusBadge tone={toneOf[state]}>{t(`shiftCalls.states.${state}`)}</StatusBadge>}
        {state === "TO_CALL" && person.claim === null && (
          <Button
            variant="default"
            size="compact-md"
            loading={claim.isPending}
            aria-label={t("shiftCalls.callName", { name })}
            onClick={() => claim.mutate({ id: signupId })}
          >
            {t("shiftCalls.call")}
          </Button>
        )}
        {canReopen && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={reopen.isPending}
            aria-label={t("shiftCalls.reopenName", { name })}
            onClick={() => reopen.mutate({ id: signupId })}
          >
            {t("shiftCalls.reopen")}
          </Button>
        )}
      </Group>
    </Group>
  );
};
