import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { useSiteFormats } from "../../../../session/useSite";

type Props = { cutId: string; kept: number; isRemoving: boolean; onRemove: () => void; onAgain: () => void };

/** Turfs that are kept: hand them out in a shift, or take them all back. */
export const KeptTurfs = ({ cutId, kept, isRemoving, onRemove, onAgain }: Props) => {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <Stack gap="lg">
      <div>
        <Text fw={600}>{t("autoCut.keptTitle", { count: kept })}</Text>
        <Text size="sm" c="dimmed">
          {t("autoCut.keptText")}
        </Text>
      </div>
      {can("shift.edit") && <ShiftChoice cutId={cutId} />}
      <Group gap="sm">
        <Button component={Link} to="/turf" variant="default">
          {t("autoCut.toList")}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t("autoCut.again")}
        </Button>
        <Button variant="subtle" color="brick" loading={isRemoving} onClick={onRemove}>
          {t("autoCut.takeBack")}
        </Button>
      </Group>
    </Stack>
  );
};

const ShiftChoice = ({ cutId }: { cutId: string }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const navigate = useNavigate();
  const query = api.map.shifts.list.useQuery({ upcomingOnly: true, pageSize: 100 });
  const shifts = (query.data?.items ?? []).filter(({ status }) => status !== "CANCELLED");
  const [chosen, setChosen] = useState<string | null>(null);
  const shiftId = chosen ?? shifts[0]?.id ?? null;
  if (query.isSuccess && shifts.length === 0)
    return (
      <Stack gap="xs">
        <Text size="sm">{t("autoCut.noShift")}</Text>
        <Button component={Link} to="/shifts/new" style={{ alignSelf: "start" }}>
          {t("autoCut.newShift")}
        </Button>
      </Stack>
    );
  return (
    <Stack gap="xs">
      <Select
        label={t("autoCut.shift")}
        data={shifts.map(({ id, title, date, startTime }) => ({ value: id, label: `${formats.day(date)}, ${startTime} · ${title}` }))}
        value={shiftId}
        onChange={setChosen}
        searchable
        allowDeselect={false}
        disabled={shifts.length === 0}
      />
      <Button
        disabled={shiftId === null}
        onClick={() => shiftId !== null && void navigate({ to: `/shifts/${shiftId}`, search: { spread: cutId } })}
      >
        {t("autoCut.handOut")}
      </Button>
    </Stack>
  );
};
