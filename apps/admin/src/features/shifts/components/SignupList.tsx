import { ActionIcon, Button, Divider, Group, Paper, Select, Stack, Text, TextInput, Title, Tooltip } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { ShiftDetail, ShiftSignup, SignupStatus } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconUserMinus } from "@tabler/icons-react";
import { api } from "../../../api";
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
          {t("shifts.peopleOf", { count: shift.currentVolunteers, needed: shift.maxVolunteers })}
        </Text>
      </Group>
      {shift.signups.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("shifts.nobodyYet")}
        </Text>
      )}
      <Stack gap={0}>
        {shift.signups.map((signup) => (
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
        <StatusBadge tone={toneOf[signup.status]}>{t(`shifts.signupStatus.${signup.status}`)}</StatusBadge>
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

const AddVolunteer = ({ shiftId }: { shiftId: string }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const choices = useVolunteerChoices();
  const form = useForm({ initialValues: { name: "", email: "" } });
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
      <form onSubmit={form.onSubmit(({ name, email }) => add.mutate({ shiftId, name, email: email.trim() === "" ? null : email }))}>
        <Group align="flex-end" gap="sm">
          <TextInput label={t("shifts.volunteerName")} required style={{ flex: "1 1 150px" }} {...form.getInputProps("name")} />
          <TextInput label={t("account.email")} type="email" style={{ flex: "1 1 170px" }} {...form.getInputProps("email")} />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t("shifts.add")}
          </Button>
        </Group>
      </form>
    </Stack>
  );
};
