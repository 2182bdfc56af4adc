import { ActionIcon, Button, Group, Skeleton, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { dayIn, type Shift, type ShiftKind, shiftKinds } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { useSite } from "../../../../session/useSite";
import { TableError } from "../../../../shell/TableError";
import { type CalendarView, daysOf, stepped } from "../../model/calendar";
import { KindMark } from "../KindMark";
import { Agenda } from "./Agenda";
import { useDayWords } from "./DayHead";
import { MonthGrid } from "./MonthGrid";
import { WeekGrid } from "./WeekGrid";

type Props = { view: CalendarView; day: string | null; onChange: (changes: { view?: CalendarView; day?: string }) => void };

/** The shifts of a month or a week; on a phone its days one below the other. */
export const ShiftCalendar = ({ view, day: asked, onChange }: Props) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const words = useDayWords();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const { timeZone } = useSite();
  const today = dayIn(new Date(), timeZone);
  const day = asked ?? today;
  const days = daysOf(view, day);
  const [from = day, until = day] = [days[0], days.at(-1)];
  const query = api.map.shifts.between.useQuery({ from, until }, { placeholderData: keepPreviousData });
  const shifts = query.data ?? [];
  const onNew = (date: string, time?: string) =>
    void navigate({ to: "/shifts/new", search: time === undefined ? { date } : { date, time } });
  const shared = { days, day, today, shifts, canEdit: can("shift.edit"), onNew, onDay: (to: string) => onChange({ day: to }) };
  const title = view === "month" ? words.month(day) : `${words.brief(from)} – ${words.brief(until)}`;
  const step = (steps: number) => onChange({ day: stepped(view, day, steps) });
  return (
    <TableError query={query}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap={6} wrap="nowrap">
          <ActionIcon variant="default" aria-label={t(`shiftCalendar.before.${view}`)} onClick={() => step(-1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t(`shiftCalendar.after.${view}`)} onClick={() => step(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
          <Title order={2} fz={19} ml={6} aria-live="polite" style={{ textTransform: "none" }}>
            {title.charAt(0).toUpperCase() + title.slice(1)}
          </Title>
        </Group>
        <Button variant="default" disabled={day === today} onClick={() => onChange({ day: today })}>
          {t("shiftCalendar.today")}
        </Button>
      </Group>
      {query.data === undefined ? (
        <Skeleton height={420} radius="md" />
      ) : isPhone ? (
        <Agenda {...shared} days={view === "month" ? days.filter((one) => one.slice(0, 7) === day.slice(0, 7)) : days} />
      ) : view === "month" ? (
        <MonthGrid {...shared} onWeek={(to) => onChange({ view: "week", day: to })} />
      ) : (
        <WeekGrid {...shared} />
      )}
      <Legend shifts={shifts} />
    </TableError>
  );
};

const Legend = ({ shifts }: { shifts: readonly Shift[] }) => {
  const { t } = useTranslation();
  const shown: ShiftKind[] = shiftKinds.filter((kind) => shifts.some((shift) => shift.kind === kind));
  if (shown.length === 0) return null;
  return (
    <Group component="ul" gap="md" m={0} mt="sm" p={0} style={{ listStyle: "none" }}>
      <VisuallyHidden component="li">{t("shiftCalendar.kinds")}</VisuallyHidden>
      {shown.map((kind) => (
        <Group key={kind} component="li" gap={5}>
          <KindMark kind={kind} />
          <Text size="sm" c="dimmed">
            {t(`shifts.kinds.${kind}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
};
