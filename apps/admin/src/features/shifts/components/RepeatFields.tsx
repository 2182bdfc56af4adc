import { Chip, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { maxSeriesShifts, seriesDays } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { repeatInputOf, type ShiftForm } from "../hooks/useShiftForm";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** How a new shift comes back, and how many that makes. */
export const RepeatFields = ({ form }: { form: ShiftForm }) => {
  const { t } = useTranslation();
  const values = form.getValues();
  const { rhythm, ends, until } = values.repeat;
  const repeat = repeatInputOf(values);
  const days = values.date === null || repeat === null || (ends === "until" && until === null) ? null : seriesDays(values.date, repeat);
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          label={t("shiftDesk.repeat")}
          miw={200}
          allowDeselect={false}
          data={(["NONE", "DAILY", "WEEKLY"] as const).map((value) => ({ value, label: t(`shiftDesk.rhythms.${value}`) }))}
          {...form.getInputProps("repeat.rhythm")}
        />
        {rhythm !== "NONE" && (
          <Select
            label={t("shiftDesk.ends")}
            miw={160}
            allowDeselect={false}
            data={(["until", "times"] as const).map((value) => ({ value, label: t(`shiftDesk.endings.${value}`) }))}
            {...form.getInputProps("repeat.ends")}
          />
        )}
        {rhythm !== "NONE" && ends === "times" && (
          <NumberInput
            label={t("shiftDesk.times")}
            miw={120}
            min={2}
            max={maxSeriesShifts}
            clampBehavior="strict"
            {...form.getInputProps("repeat.times")}
          />
        )}
        {rhythm !== "NONE" && ends === "until" && (
          <DatePickerInput
            label={t("shiftDesk.until")}
            miw={200}
            required
            valueFormat="D MMMM YYYY"
            {...(values.date === null ? {} : { minDate: values.date })}
            {...form.getInputProps("repeat.until")}
            error={form.errors["repeat"]}
          />
        )}
      </Group>
      {rhythm === "WEEKLY" && (
        <Chip.Group multiple {...form.getInputProps("repeat.weekdays")}>
          <Group gap={6}>
            {weekdays.map((day) => (
              <Chip key={day} value={day} size="sm">
                {t(`shiftDesk.weekdays.${day}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {days !== null && (
        <Text size="sm" c="dimmed">
          {t("shiftDesk.makes", { count: days.length })}
        </Text>
      )}
    </Stack>
  );
};
