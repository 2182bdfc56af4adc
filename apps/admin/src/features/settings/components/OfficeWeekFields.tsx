import { Group, Stack, Switch, Text, TextInput } from "@mantine/core";
import type { OfficeWeek } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const ordinaryDay = { from: "09:00", to: "16:30" };

type Props = { week: OfficeWeek; onChange: (week: OfficeWeek) => void; disabled?: boolean };

/** Seven days, each closed or open between two times. */
export const OfficeWeekFields = ({ week, onChange, disabled = false }: Props) => {
  const { t } = useTranslation();
  const setDay = (at: number, day: OfficeWeek[number]) => onChange(week.map((one, index) => (index === at ? day : one)));
  return (
    <Stack gap={6}>
      {days.map((name, at) => {
        const hours = week[at] ?? null;
        const day = t(`officeHours.days.${name}`);
        const time = (side: "from" | "to") => (
          <TextInput
            type="time"
            required
            w={120}
            disabled={disabled}
            aria-label={t(`officeHours.${side}`, { day })}
            value={hours?.[side] ?? ""}
            onChange={({ currentTarget }) => setDay(at, { ...(hours ?? ordinaryDay), [side]: currentTarget.value })}
          />
        );
        return (
          <Group key={name} gap="sm" mih={36} wrap="wrap">
            <Switch
              w={150}
              disabled={disabled}
              label={day}
              aria-label={t("officeHours.open", { day })}
              checked={hours !== null}
              onChange={({ currentTarget }) => setDay(at, currentTarget.checked ? ordinaryDay : null)}
            />
            {hours === null ? (
              <Text size="sm" c="dimmed">
                {t("officeHours.closed")}
              </Text>
            ) : (
              <Group gap={8} wrap="nowrap">
                {time("from")}
                <Text size="sm">{t("officeHours.until")}</Text>
                {time("to")}
              </Group>
            )}
          </Group>
        );
      })}
    </Stack>
  );
};
