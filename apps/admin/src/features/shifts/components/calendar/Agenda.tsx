import { Button, Group, Text, Title } from "@mantine/core";
import type { Shift } from "@cml/domain/map";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCalendarEvent, IconPlus } from "@tabler/icons-react";
import { shiftsByDay } from "../../model/calendar";
import classes from "./Calendar.module.css";
import { useDayWords } from "./DayHead";
import { ShiftChip } from "./ShiftChip";

type Props = { days: readonly string[]; today: string; shifts: readonly Shift[]; canEdit: boolean; onNew: (day: string) => void };

/** What a calendar is on a phone: the days that hold something, one below the other. */
export const Agenda = ({ days, today, shifts, canEdit, onNew }: Props) => {
  const { t } = useTranslation();
  const words = useDayWords();
  const ofDay = shiftsByDay(shifts);
  const shown = days.filter((day) => ofDay.has(day));
  if (shown.length === 0) return <EmptyState icon={<IconCalendarEvent />} title={t("shiftCalendar.noShifts")} />;
  return (
    <div className={classes["agenda"]}>
      {shown.map((day) => (
        <section key={day} data-today={day === today || undefined}>
          <Group justify="space-between" wrap="nowrap" mb={6}>
            <Title order={2} fz={16} className={classes["agendaDay"]}>
              {words.long(day)}
              {day === today && (
                <Text span size="sm" c="dimmed" fw={400}>
                  {" "}
                  {t("shiftCalendar.todayMark")}
                </Text>
              )}
            </Title>
            {canEdit && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={15} />}
                aria-label={t("shiftCalendar.newOn", { day: words.long(day) })}
                onClick={() => onNew(day)}
              >
                {t("shiftCalendar.new")}
              </Button>
            )}
          </Group>
          <div className={classes["agendaShifts"]}>
            {(ofDay.get(day) ?? []).map((shift) => (
              <ShiftChip key={shift.id} shift={shift} look="line" />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
};
