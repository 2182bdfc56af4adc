import { Alert, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { SheetToType } from "@cml/domain/canvass";
import { sheetOutcomes } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { type Desk, isMarked, shownAt, type Typing } from "../model/typing";
import { SheetList } from "./SheetList";

type Props = { sheet: SheetToType; typing: Typing; desk: Desk; onBack: () => void };

/** What the sheet brought, what is left blank, and where to go from here. */
export const SheetEnd = ({ sheet, typing, desk, onBack }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const marks = sheet.lines.map((line) => ({ line, mark: shownAt(typing, desk, line.addressId) }));
  const done = marks.filter(({ line }) => isMarked(typing, desk, line.addressId));
  const blank = marks.filter(({ mark }) => mark === null).map(({ line }) => line.place);
  const unfinished = marks.filter(({ mark }) => mark !== null && mark.outcome === null).map(({ line }) => line.place);
  const counts = sheetOutcomes.map((outcome) => ({ outcome, count: done.filter(({ mark }) => mark?.outcome === outcome).length }));
  return (
    <Stack gap="lg">
      <Paper withBorder radius="md" p="lg" role="status">
        <Title order={2} fz={20}>
          {t("sheets.doneTitle")}
        </Title>
        <Text mt={4}>{t("sheets.doneText", { count: done.length })}</Text>
        <Group gap="lg" mt="sm" component="ul" p={0} style={{ listStyle: "none" }}>
          {counts
            .filter(({ count }) => count > 0)
            .map(({ outcome, count }) => (
              <Text key={outcome} component="li" size="sm">
                {t(`visits.outcomes.${outcome}`)} <strong className="cml-tabular">{formats.number(count)}</strong>
              </Text>
            ))}
        </Group>
        {blank.length > 0 && (
          <Text size="sm" c="dimmed" mt="sm">
            {t("sheets.blank", { count: blank.length, lines: rangesOf(blank) })}
          </Text>
        )}
        {unfinished.length > 0 && (
          <Alert color="amber" mt="sm">
            {t("sheets.unfinished", { count: unfinished.length, lines: rangesOf(unfinished) })}
          </Alert>
        )}
        <Group mt="lg" gap="sm">
          <Button component={Link} to="/sheets">
            {t("sheets.nextSheet")}
          </Button>
          <TurfIsBack sheet={sheet} />
          <Button variant="subtle" onClick={onBack}>
            {t("sheets.previous")}
          </Button>
        </Group>
      </Paper>
      {sheet.shift !== null && <OtherSheets sheet={sheet} shiftId={sheet.shift.id} />}
    </Stack>
  );
};

const TurfIsBack = ({ sheet }: { sheet: SheetToType }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const cache = api.useUtils();
  const takeBack = api.map.turfAssignments.takeBack.useMutation({
    onSuccess: async ({ cutName }) => {
      notifyDone(t("sheets.takenBack", { turf: cutName }));
      await Promise.all([cache.map.shifts.invalidate(), cache.canvass.sheets.invalidate()]);
    },
    onError: notifyFailed,
  });
  const { assignmentId } = sheet;
  if (assignmentId === null || sheet.returnedAt !== null || !can("shift.edit")) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={16} />}
      loading={takeBack.isPending}
      onClick={() => takeBack.mutate({ id: assignmentId })}
    >
      {t("sheets.takeBack")}
    </Button>
  );
};

/** Of the same evening, what is still to be typed. */
const OtherSheets = ({ sheet, shiftId }: { sheet: SheetToType; shiftId: string }) => {
  const { t } = useTranslation();
  const query = api.canvass.sheets.list.useQuery({ shiftId });
  const others = query.data?.filter(({ id, entered, doors }) => id !== sheet.id && entered < doors) ?? [];
  if (others.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2} fz={18}>
        {t("sheets.otherSheets")}
      </Title>
      <SheetList sheets={others} label={t("sheets.otherSheets")} />
    </Stack>
  );
};

/** 3, 7–9: what forty blank lines are. */
const rangesOf = (places: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last !== undefined && place === last[1] + 1) last[1] = place;
    else ranges.push([place, place]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
};
