import {
  brokenTurfs, cutTolerance, type CutGeometry, groupSites, type TurfCutting, type TurfPlanOptions, turfColours, turfShapes, type WalkTime, walkTimeOf,
} from "@cml/domain/map"; // prettier-ignore
import type { FeatureCollection } from "geojson";
import { useMemo, useRef } from "react";

export type TurfLine = WalkTime & {
  turf: number;
  doors: number;
  color: string;
  isFloors: boolean;
  /** The building whose floors these are. */
  building: string | null;
  isBroken: boolean;
  /** Off the target because barriers or distance leave no more. */
  isIsland: boolean;
  metresADoor: number;
  /** How many doors, or minutes, more than the target. */
  off: number;
  isOnTarget: boolean;
};

/** What the table and the map show of turfs: worked out anew only for those that changed. */
export const useTurfLines = (cutting: TurfCutting, turfOf: number[], { target, pace }: TurfPlanOptions): TurfLine[] => {
  const known = useRef(new Map<string, WalkTime>());
  const islands = useMemo(
    () => new Set(cutting.turfOf.flatMap((turf, site) => (cutting.kinds[turf] === "island" ? [site] : []))),
    [cutting],
  );
  return useMemo(() => {
    const groups = [...groupSites(cutting.sites, turfOf)].sort(([a], [b]) => a - b);
    const ashore = new Set(turfOf.filter((_, site) => !islands.has(site)));
    const broken = brokenTurfs(cutting, turfOf);
    const colours = turfColours({ ways: cutting.ways, turfOf }, groups.length);
    return groups.map(([turf, sites]) => {
      const key = sites.map(({ locationIds, addressIds }) => addressIds?.[0] ?? locationIds[0]).join();
      const time = known.current.get(key) ?? walkTimeOf(sites, pace);
      known.current.set(key, time);
      const doors = sites.reduce((sum, site) => sum + site.doors, 0);
      const size = target.by === "doors" ? doors : time.minutes;
      const off = size - target.amount;
      const isOnTarget = Math.abs(off) <= target.amount * cutTolerance;
      const floors = sites.find(({ addressIds }) => addressIds !== null);
      return {
        ...time,
        turf,
        doors,
        off,
        color: colours[turf] ?? "#3273c4",
        isFloors: floors !== undefined,
        building: floors?.address ?? null,
        isBroken: broken.has(turf),
        isIsland: !isOnTarget && floors === undefined && !ashore.has(turf),
        metresADoor: Math.round(time.walkMetres / Math.max(1, doors)),
        isOnTarget,
      };
    });
  }, [cutting, turfOf, target, pace, islands]);
};

export const useTurfMap = (
  cutting: TurfCutting,
  { turfOf, lines, area, picked }: { turfOf: number[]; lines: TurfLine[]; area: CutGeometry; picked: ReadonlySet<number> },
): { areas: FeatureCollection; points: FeatureCollection } => {
  const areas = useMemo<FeatureCollection>(() => {
    const shapes = turfShapes({ sites: cutting.sites, turfOf }, area);
    const features = lines.flatMap(({ turf, color }) => {
      const geometry = shapes.get(turf);
      return geometry === undefined
        ? []
        : [{ type: "Feature" as const, properties: { id: String(turf), name: String(turf + 1), color }, geometry }];
    });
    return { type: "FeatureCollection", features };
  }, [cutting, turfOf, lines, area]);
  const points = useMemo<FeatureCollection>(() => {
    const features = cutting.sites.map(({ longitude, latitude, civicNumber }, site) => ({
      type: "Feature" as const,
      properties: {
        id: String(site),
        done: true,
        picked: picked.has(site),
        ...(civicNumber === null ? {} : { label: String(civicNumber) }),
      },
      geometry: { type: "Point" as const, coordinates: [longitude, latitude] },
    }));
    return { type: "FeatureCollection", features };
  }, [cutting, picked]);
  return { areas, points };
};
