import { Button, Group, MultiSelect, Paper, Select, Stack, Text, Title } from "@mantine/core";
import type { ShiftDetail, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";

type Props = { shift: ShiftDetail; canEdit: boolean };

/** Which turf is out with whom. */
export const TurfDesk = ({ shift, canEdit }: Props) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={18} mb="sm">
        {t("shifts.turfs")}
      </Title>
      {shift.turfs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("shifts.noTurfYet")}
        </Text>
      )}
      <Stack gap={0}>
        {shift.turfs.map((turf) => (
          <TurfRow key={turf.id} turf={turf} canEdit={canEdit} />
        ))}
      </Stack>
      {canEdit && shift.status !== "CANCELLED" && <HandOut shift={shift} />}
    </Paper>
  );
};

const TurfRow = ({ turf, canEdit }: { turf: TurfAssignment; canEdit: boolean }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const takeBack = api.map.turfAssignments.takeBack.useMutation({
    onSuccess: () => cache.map.shifts.invalidate(),
    onError: notifyFailed,
  });
  const state =
    turf.returnedAt !== null
      ? t("shifts.returnedAt", { time: formats.time(turf.returnedAt) })
      : turf.handedOutAt === null
        ? t("shifts.planned")
        : t("shifts.outSince", { time: formats.time(turf.handedOutAt) });
  return (
    <Group justify="space-between" py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <div>
        <Text size="sm" fw={550}>
          {turf.cutName}
        </Text>
        <Text size="xs" c="dimmed">
          {turf.people.map(({ name }) => name).join(", ")} · {state}
        </Text>
      </div>
      {canEdit && turf.returnedAt === null && (
        <Button size="xs" variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({ id: turf.id })}>
          {t("shifts.takeBack")}
        </Button>
      )}
    </Group>
  );
};

const HandOut = ({ shift }: { shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  const [cutId, setCutId] = useState<string | null>(shift.cutId);
  const [userIds, setUserIds] = useState<string[]>([]);
  const people = shift.signups.flatMap(({ userId, userName, status }) =>
    userId === null || status === "CANCELLED" ? [] : [{ value: userId, label: userName }],
  );
  const handOut = api.map.turfAssignments.handOut.useMutation({
    onSuccess: async () => {
      setUserIds([]);
      notifyDone(t("shifts.handedOut"));
      await cache.map.shifts.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <Stack gap="sm" mt="md">
      <Select
        label={t("shifts.fields.turf")}
        data={cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        searchable
        value={cutId}
        onChange={setCutId}
      />
      <MultiSelect
        label={t("shifts.handTo")}
        placeholder={people.length === 0 ? t("shifts.addFirst") : undefined}
        data={people}
        value={userIds}
        onChange={setUserIds}
        disabled={people.length === 0}
      />
      <Group justify="flex-end">
        <Button
          disabled={cutId === null || userIds.length === 0}
          loading={handOut.isPending}
          onClick={() => cutId !== null && handOut.mutate({ shiftId: shift.id, cutId, userIds })}
        >
          {t("shifts.handOut")}
        </Button>
      </Group>
    </Stack>
  );
};
