import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ShiftDay, ShiftDetail } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { CloseModal } from "./CloseModal";
import { DayPersonRow } from "./DayPersonRow";
import { WalkUpForm } from "./WalkUpForm";

type Props = { shift: ShiftDetail; canEdit: boolean };

/** The day itself: who is here, by a tap; who came without signing up; and the end of it. Shows from the shift's day on. */
export const DayDesk = ({ shift, canEdit }: Props) => {
  const day = api.map.shiftDay.read.useQuery({ shiftId: shift.id }, { refetchInterval: 10_000 });
  if (day.data === undefined || day.data.checkInFrom > day.data.asOf) return null;
  return <Day day={day.data} canEdit={canEdit} />;
};

const hasPlace = ({ state }: ShiftDay["people"][number]): boolean => state !== "WAITING" && state !== "CANCELLED";
const isHere = ({ checkedInAt }: ShiftDay["people"][number]): boolean => checkedInAt !== null;

const Day = ({ day, canEdit }: { day: ShiftDay; canEdit: boolean }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [closing, dialog] = useDisclosure();
  const { shift } = day;
  const reopen = api.map.shiftDay.reopen.useMutation({
    onSuccess: () => notifyDone(t("shiftDesk.day.reopened")),
    onSettled: () => cache.map.invalidate(),
    onError: notifyFailed,
  });
  const expected = day.people.filter(hasPlace);
  const others = day.people.filter((person) => !hasPlace(person));
  const isOpen = shift.closedAt === null;
  return (
    <Paper withBorder radius="md" p="lg" component="section" aria-label={t("shiftDesk.day.title")}>
      <Group justify="space-between" mb="sm" gap="sm">
        <div>
          <Group gap="sm">
            <Title order={2} fz={18}>
              {t("shiftDesk.day.title")}
            </Title>
            {shift.closedAt !== null && (
              <StatusBadge tone="calm">{t("shiftDesk.day.closed", { time: formats.dateTime(shift.closedAt) })}</StatusBadge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t("shiftDesk.day.here", {
              count: expected.filter(isHere).length,
              expected: formats.number(expected.length),
              needed: formats.number(shift.needed),
            })}
          </Text>
        </div>
        {canEdit && isOpen && (
          <Button variant="default" disabled={shift.startsAt > day.asOf} onClick={dialog.open}>
            {t("shiftDesk.day.close")}
          </Button>
        )}
        {canEdit && !isOpen && (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ shiftId: shift.id })}>
            {t("shiftDesk.day.reopen")}
          </Button>
        )}
      </Group>
      <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
        {[...expected, ...others].map((person) => (
          <DayPersonRow key={person.signupId} shiftId={shift.id} person={person} canEdit={canEdit && isOpen} />
        ))}
      </Stack>
      {canEdit && isOpen && <WalkUpForm shiftId={shift.id} />}
      <CloseModal day={day} opened={closing} onClose={dialog.close} />
    </Paper>
  );
};
