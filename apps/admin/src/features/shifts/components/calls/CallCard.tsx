import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Textarea, Title } from "@mantine/core";
import { type CallPerson, type SignupCallOutcome, signupCallOutcomes, smsLink, telLink } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { type Icon, IconCheck, IconMessage, IconPhone, IconPhoneOff, IconPhoneX, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";

const iconOf: Record<SignupCallOutcome, Icon> = { COMING: IconCheck, CANNOT: IconX, NO_ANSWER: IconPhoneOff, WRONG_NUMBER: IconPhoneX };

/** The person this caller has now: the number, a text ready to send, and what the call brought. */
export const CallCard = ({ person, onSkip }: { person: CallPerson; onSkip: () => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [note, setNote] = useState(person.note ?? "");
  const settle = { onSettled: () => cache.map.invalidate(), onError: notifyFailed };
  const record = api.map.shiftCalls.record.useMutation({
    ...settle,
    onSuccess: (_done, { outcome }) => notifyDone(t(`shiftCalls.recorded.${outcome}`, { name: person.name })),
  });
  const release = api.map.shiftCalls.release.useMutation(settle);
  const { signupId, name, shiftTitle, startTime, endTime, location, phone, sms, callCount, calledAt, claim } = person;
  return (
    <Paper withBorder radius="md" p="lg" component="section" aria-label={t("shiftCalls.yours", { name })}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} fz={24}>
              {name}
            </Title>
            <Text c="dimmed" size="sm">
              {[shiftTitle, `${startTime}–${endTime}`, location].filter(Boolean).join(" · ")}
            </Text>
            <Text c="dimmed" size="sm">
              {t(`shiftCalls.speaks.${person.locale}`)}
              {callCount > 0 &&
                calledAt !== null &&
                ` · ${t("shiftCalls.tried", { count: callCount, when: formats.relative(calledAt, new Date()) })}`}
            </Text>
          </div>
          {claim !== null && (
            <Text size="xs" c="dimmed">
              {t("shiftCalls.until", { time: formats.time(claim.until) })}
            </Text>
          )}
        </Group>
        {phone === null ? (
          <Alert color="amber">{t("shiftCalls.noPhone")}</Alert>
        ) : (
          <Group grow preventGrowOverflow={false}>
            <Button component="a" href={telLink(phone)} size="lg" leftSection={<IconPhone size={20} />}>
              {phone}
            </Button>
            <Button component="a" href={smsLink(phone, sms)} size="lg" variant="default" leftSection={<IconMessage size={20} />}>
              {t("shiftCalls.text")}
            </Button>
          </Group>
        )}
        <Textarea
          label={t("shiftCalls.note")}
          minRows={1}
          maxLength={500}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" role="group" aria-label={t("shiftCalls.outcome")}>
          {signupCallOutcomes.map((outcome) => {
            const Sign = iconOf[outcome];
            return (
              <Button
                key={outcome}
                variant={outcome === "COMING" ? "light" : "default"}
                h={44}
                px={6}
                leftSection={<Sign size={17} />}
                loading={record.isPending && record.variables.outcome === outcome}
                disabled={record.isPending}
                onClick={() => record.mutate({ id: signupId, outcome, note: note.trim() === "" ? null : note })}
              >
                {t(`shiftCalls.outcomes.${outcome}`)}
              </Button>
            );
          })}
        </SimpleGrid>
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={() => release.mutate()} loading={release.isPending}>
            {t("shiftCalls.stop")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onSkip}>
            {t("shiftCalls.skip")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
