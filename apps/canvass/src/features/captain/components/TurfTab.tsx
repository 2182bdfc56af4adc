import { Box, Stack, Title } from "@mantine/core";
import type { Bounds } from "@cml/domain/kernel";
import type { DayTurf, ShiftDay } from "@cml/domain/map";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconMap2 } from "@tabler/icons-react";
import type { FeatureCollection } from "geojson";
import { useMemo, useState } from "react";
import { useGround } from "../../walk";
import { useTurfActs } from "../hooks/useTurfActs";
import type { RosterPerson } from "../model/day-people";
import { type ChosenTurf, TurfSheet } from "./TurfSheet";
import { FreeCard, TurfCard } from "./TurfCard";

type Props = { day: ShiftDay; people: RosterPerson[]; onDone: () => void };

/** Which turf is with whom, how far it is, and what is still to be handed out. */
export const TurfTab = ({ day, people, onDone }: Props) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenTurf | null>(null);
  const acts = useTurfActs(day.shift.id, () => {
    setChosen(null);
    onDone();
  });
  const open = day.turfs.filter(({ returnedAt }) => returnedAt === null);
  const back = day.turfs.filter(({ returnedAt }) => returnedAt !== null);
  const canAct = day.shift.closedAt === null && day.shift.status !== "CANCELLED";
  const bounds = useMemo(() => around(open.length === 0 ? day.turfs : open), [open, day.turfs]);
  const { ground, credits } = useGround(bounds);
  const areas = useMemo(() => areasOf(open), [open]);
  const choose = (turf: ChosenTurf) => {
    acts.forget();
    setChosen(turf);
  };
  if (day.turfs.length === 0 && day.free.length === 0)
    return (
      <EmptyState icon={<IconMap2 size={26} />} title={t("app.day.turf.none")}>
        {t("app.day.turf.noneText")}
      </EmptyState>
    );
  return (
    <>
      {open.length > 0 && (
        <MapView
          label={t("app.day.turf.map")}
          areas={areas}
          bounds={bounds}
          height={240}
          edge
          ground={ground}
          credits={credits}
          onArea={(id) => {
            const turf = open.find((one) => one.id === id);
            if (turf !== undefined && canAct) choose({ turf });
          }}
        />
      )}
      <Stack p="md" gap="sm">
        {open.map((turf) => (
          <TurfCard key={turf.id} turf={turf} phones={day.phones} onChange={canAct ? () => choose({ turf }) : null} />
        ))}
        {canAct && day.free.map((area) => <FreeCard key={area.cutId} name={area.cutName} onHandOut={() => choose({ area })} />)}
        {back.length > 0 && (
          <Box>
            <Title order={2} size="h5" mb="xs">
              {t("app.day.turf.backTitle")}
            </Title>
            <Stack gap="sm">
              {back.map((turf) => (
                <TurfCard key={turf.id} turf={turf} phones={day.phones} onChange={null} />
              ))}
            </Stack>
          </Box>
        )}
      </Stack>
      <TurfSheet chosen={chosen} day={day} people={people} acts={acts} onClose={() => setChosen(null)} />
    </>
  );
};

const around = (turfs: readonly DayTurf[]): Bounds | null => {
  const all = turfs.flatMap(({ bounds }) => (bounds === null ? [] : [bounds]));
  if (all.length === 0) return null;
  const side = (place: 0 | 1 | 2 | 3) => all.map((bounds) => bounds[place]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
};

const areasOf = (turfs: readonly DayTurf[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: turfs.map(({ id, people, cutName, color, geometry }) => ({
    type: "Feature",
    id,
    properties: { id, name: people.length === 0 ? cutName : people.map(({ name }) => name.split(" ")[0]).join(", "), color },
    geometry,
  })),
});
