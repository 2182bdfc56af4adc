import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { api, type CanvassOutputs } from "../../../api";
import { askAlways, useKept } from "../../walk";

type MyShift = CanvassOutputs["map"]["shifts"]["mine"][number];

/** Shifts of the coming week the person leads, first of all on the app's first screen. */
export const LedShifts = () => {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = api.map.shifts.mine.useQuery(undefined, askAlways);
  const { data } = useKept<MyShift[]>("shifts", { data: query.data, error: query.error });
  const until = Date.now() + 7 * 24 * 3600 * 1000;
  const led = data?.filter(({ isCaptain, startsAt }) => isCaptain && startsAt.getTime() <= until) ?? [];
  if (led.length === 0) return null;
  return (
    <Stack gap="md" mb="md">
      {led.map((shift) => (
        <Card key={shift.id} withBorder padding="md">
          <Text size="sm" fw={600} c="var(--mantine-color-spruce-text)">
            {t("app.day.youLead")}
          </Text>
          <Title order={2} size="h3">
            {shift.title}
          </Title>
          <Text c="dimmed" size="sm" mt={2}>
            {formats.day(shift.date)}, {shift.startTime}–{shift.endTime}
          </Text>
          {shift.location !== null && (
            <Text c="dimmed" size="sm">
              {shift.location}
            </Text>
          )}
          <Button component={Link} to={`/captain/${shift.id}`} size="lg" mih={56} mt="md" fullWidth>
            {t("app.day.open")}
          </Button>
        </Card>
      ))}
    </Stack>
  );
};
