import { Anchor, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useDebouncedValue } from "@mantine/hooks";
import { api } from "../../../api";
import type { ShiftForm } from "../hooks/useShiftForm";

/** How many are needed and how many may sign up, with what past attendance advises. */
export const PlacesFields = ({ form }: { form: ShiftForm }) => {
  const { t } = useTranslation();
  const { kind, maxVolunteers, openPlaces } = form.getValues();
  const [needed] = useDebouncedValue(maxVolunteers, 300);
  const advice = api.map.shifts.advice.useQuery({ kind, needed }, { enabled: needed >= 1 && needed <= 1000 });
  const told = advice.data;
  return (
    <Stack gap={6}>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput label={t("shifts.fields.maxVolunteers")} min={1} max={1000} miw={160} {...form.getInputProps("maxVolunteers")} />
        <NumberInput label={t("shiftDesk.openPlaces")} min={1} max={2000} miw={160} {...form.getInputProps("openPlaces")} />
      </Group>
      {told !== undefined && (
        <Text size="sm" c="dimmed">
          {told.seen === 0
            ? t("shiftDesk.adviceRule", { open: told.open, percent: Math.round(told.attendance * 100) })
            : t("shiftDesk.adviceSeen", { open: told.open, percent: Math.round(told.attendance * 100), count: told.seen })}{" "}
          {told.open !== openPlaces && (
            <Anchor component="button" type="button" size="sm" onClick={() => form.setFieldValue("openPlaces", told.open)}>
              {t("shiftDesk.useAdvice", { open: told.open })}
            </Anchor>
          )}
        </Text>
      )}
    </Stack>
  );
};
