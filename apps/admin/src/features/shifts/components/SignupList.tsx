import { ActionIcon, Button, Divider, Group, Paper, Select, Stack, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { ShiftDetail, ShiftSignup, SignupStatus } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowUp, IconUserMinus } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useVolunteerChoices } from "./useVolunteerChoices";

const toneOf: Record<SignupStatus, StatusTone> = {
  CONFIRMED: "good",
  ATTENDED: "good",
  WAITLISTED: "attention",
  CANCELLED: "calm",
  NO_SHOW: "danger",
};

type Props = { shift: ShiftDetail; canEdit: boolean };

/** Who comes: one row a person, and the quick way to add one. */
export const SignupList = ({ shift, canEdit }: Props) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz={18}>
          {t("shifts.volunteers")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("shiftDesk.places", { count: shift.currentVolunteers, open: shift.openPlaces, needed: shift.maxVolunteers })}
        </Text>
      </Group>
      {shift.signups.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("shifts.nobodyYet")}
        </Text>
      )}
      <Stack gap={0}>
        {inOrder(shift.signups).map((signup) => (
          <SignupRow key={signup.id} signup={signup} canRemove={canEdit && shift.status !== "CANCELLED" && signup.status !== "CANCELLED"} />
        ))}
      </Stack>
      {canEdit && shift.status !== "CANCELLED" && <AddVolunteer shiftId={shift.id} />}
    </Paper>
  );
};

const SignupRow = ({ signup, canRemove }: { signup: ShiftSignup; canRemove: boolean }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const label = t("shifts.remove", { name: signup.userName });
  const upLabel = t("shiftDesk.moveUp", { name: signup.userName });
  const words = useStatusWords(signup);
  const moveUp = api.map.shiftSignups.moveUp.useMutation({ onSuccess: () => cache.map.shifts.invalidate(), onError: notifyFailed });
  const remove = api.map.shiftSignups.cancel.useMutation({
    onSuccess: async () => {
      notifyDone(t("shifts.removed", { name: signup.userName }));
      await cache.map.shifts.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <Group justify="space-between" wrap="nowrap" py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={550}>
          {signup.userName}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {[signup.userEmail, signup.userPhone].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
        <StatusBadge tone={toneOf[signup.status]}>{words}</StatusBadge>
        {canRemove && signup.status === "WAITLISTED" && (
          <Tooltip label={upLabel}>
            <ActionIcon aria-label={upLabel} loading={moveUp.isPending} onClick={() => moveUp.mutate({ id: signup.id })}>
              <IconArrowUp size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        {canRemove && (
          <Tooltip label={label}>
            <ActionIcon aria-label={label} loading={remove.isPending} onClick={() => remove.mutate({ id: signup.id })}>
              <IconUserMinus size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </Group>
  );
};

const rankOf: Record<SignupStatus, number> = { CONFIRMED: 0, ATTENDED: 0, NO_SHOW: 1, WAITLISTED: 2, CANCELLED: 3 };

/** Who has a place first, then the line in its order. */
const inOrder = (signups: readonly ShiftSignup[]): ShiftSignup[] =>
  [...signups].sort((a, b) => rankOf[a.status] - rankOf[b.status] || (a.waitPosition ?? 0) - (b.waitPosition ?? 0));

/** The status as it matters now: an offer that is held, and whether somebody said that she comes. */
const useStatusWords = ({ status, offeredAt, offerExpiresAt, confirmedAt, endedBy }: ShiftSignup): string => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (status === "WAITLISTED" && offerExpiresAt !== null) return t("shiftDesk.offeredUntil", { time: formats.dateTime(offerExpiresAt) });
  if (status === "WAITLISTED" && offeredAt !== null) return t("shiftDesk.offered");
  if (status === "CONFIRMED" && confirmedAt !== null) return t("shiftDesk.saidComing");
  if (status === "CANCELLED" && endedBy === "LAPSED") return t("shiftDesk.lapsed");
  return t(`shifts.signupStatus.${status}`);
};

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

const AddVolunteer = ({ shiftId }: { shiftId: string }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const choices = useVolunteerChoices();
  const form = useForm({ initialValues: { name: "", email: "", phone: "" } });
  const add = api.map.shiftSignups.add.useMutation({
    onSuccess: async () => {
      form.reset();
      notifyDone(t("shifts.volunteerAdded"));
      await cache.map.shifts.invalidate();
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  return (
    <Stack gap="sm" mt="md">
      {choices.length > 0 && (
        <>
          <Select
            label={t("shifts.addKnown")}
            placeholder={t("shifts.addKnownHint")}
            data={choices}
            searchable
            value={null}
            onChange={(userId) => {
              if (userId !== null) add.mutate({ shiftId, userId });
            }}
          />
          <Divider label={t("shifts.or")} />
        </>
      )}
      <form onSubmit={form.onSubmit(({ name, email, phone }) => add.mutate({ shiftId, name, email: orNull(email), phone: orNull(phone) }))}>
        <Group align="flex-end" gap="sm">
          <TextInput label={t("shifts.volunteerName")} required style={{ flex: "1 1 150px" }} {...form.getInputProps("name")} />
          <TextInput label={t("account.email")} type="email" style={{ flex: "1 1 170px" }} {...form.getInputProps("email")} />
          <TextInput label={t("shifts.volunteerPhone")} type="tel" style={{ flex: "1 1 130px" }} {...form.getInputProps("phone")} />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t("shifts.add")}
          </Button>
        </Group>
      </form>
    </Stack>
  );
};
