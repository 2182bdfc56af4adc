import { Skeleton } from "@mantine/core";
import type { ShiftGround } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { api } from "../../../../api";
import { useMapGround } from "../../../../shell/useMapGround";
import type { MarkedTurf } from "./marked-turfs";

type Props = { shiftId: string; turfs: readonly MarkedTurf[]; height?: number | string };

const everyMs = 15_000;

/** Who has what: each turf in its colour with its letter and names, and every building of it, hollow once it is done. */
export const TurfMap = ({ shiftId, turfs, height = 340 }: Props) => {
  const { t } = useTranslation();
  const place = useMapGround();
  // The turfs are part of the question: what was handed out a moment ago is on the map with the list.
  const query = api.map.turfAssignments.ground.useQuery({ shiftId }, { refetchInterval: everyMs, placeholderData: (before) => before });
  const ground = query.data;
  const areas = useMemo(() => areasOf(ground, turfs), [ground, turfs]);
  const points = useMemo(() => pointsOf(ground, turfs), [ground, turfs]);
  if (query.isPending) return <Skeleton height={height} radius="md" />;
  if (areas.features.length === 0) return null;
  return <MapView label={t("turfDesk.map")} height={height} areas={areas} points={points} bounds={boundsOf(areas)} {...place} />;
};

const isHere = ({ returnedAt }: MarkedTurf): boolean => returnedAt === null;

/** The rest of a split turf has the same shape: it is drawn once, and the buildings say whose they are. */
const areasOf = (ground: ShiftGround | undefined, turfs: readonly MarkedTurf[]): FeatureCollection => {
  const shapes = new Map(ground?.shapes.map(({ assignmentId, geometry }) => [assignmentId, geometry]));
  const here = turfs.filter(isHere);
  const shown = here.length === 0 ? turfs : here;
  const ids = new Set(shown.map(({ id }) => id));
  const features = shown.flatMap(({ id, splitFromId, color }) => {
    const geometry = shapes.get(id);
    if (geometry === undefined || (splitFromId !== null && ids.has(splitFromId))) return [];
    return [{ type: "Feature" as const, properties: { id, name: "", color }, geometry }];
  });
  return { type: "FeatureCollection", features };
};

const pointsOf = (ground: ShiftGround | undefined, turfs: readonly MarkedTurf[]): FeatureCollection => {
  const features = turfs.filter(isHere).flatMap(({ id, letter, color, people }) => {
    const buildings = (ground?.buildings ?? []).filter(({ assignmentId }) => assignmentId === id);
    const middle = middleOf(buildings);
    const names = people.map(({ name }) => name.split(" ")[0] ?? name);
    return buildings.map((building, place) => ({
      type: "Feature" as const,
      properties: {
        id: `${id} ${String(place)}`,
        color,
        done: building.done === building.doors,
        ...(building === middle ? { isChoice: true, label: [letter, names.join(", ")].filter(Boolean).join("\n") } : {}),
      },
      geometry: { type: "Point" as const, coordinates: [building.longitude, building.latitude] },
    }));
  });
  return { type: "FeatureCollection", features };
};

/** The building nearest to the middle of all: there the letter stands. */
const middleOf = <T extends { latitude: number; longitude: number }>(buildings: readonly T[]): T | undefined => {
  const mean = (of: "latitude" | "longitude") => buildings.reduce((sum, building) => sum + building[of], 0) / Math.max(1, buildings.length);
  const [latitude, longitude] = [mean("latitude"), mean("longitude")];
  const away = (building: T): number => Math.hypot(building.latitude - latitude, (building.longitude - longitude) * 0.7);
  return buildings.reduce<T | undefined>((best, one) => (best === undefined || away(one) < away(best) ? one : best), undefined);
};
