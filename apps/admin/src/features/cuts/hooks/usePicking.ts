import { holdsPoint, type TurfCutting } from "@cml/domain/map";
import type { LatLng } from "@cml/domain/kernel";
import { useCallback, useMemo, useState } from "react";

/** Buildings somebody picks on the map, one by one or with a line around them, to give them to another turf. */
export const usePicking = ({ sites }: TurfCutting) => {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set<number>());
  const [isLasso, setLasso] = useState(false);
  /** How many doors a line holds that is still being drawn. */
  const [holding, setHolding] = useState<number | null>(null);
  // Floors of a tower stay with it: they are turfs of their own.
  const within = useCallback(
    (ring: readonly LatLng[]): number[] => {
      const positions = ring.map(({ latitude, longitude }) => [longitude, latitude]);
      const shape = { type: "Polygon" as const, coordinates: [[...positions, positions[0] ?? []]] };
      return sites.flatMap((site, index) => (site.addressIds === null && holdsPoint(shape, site) ? [index] : []));
    },
    [sites],
  );
  const onLasso = useCallback(
    (ring: LatLng[], isDone: boolean) => {
      const found = within(ring);
      setHolding(isDone ? null : found.reduce((sum, site) => sum + (sites[site]?.doors ?? 0), 0));
      if (isDone && found.length > 0) setPicked((before) => new Set([...before, ...found]));
    },
    [sites, within],
  );
  const toggle = useCallback(
    (site: number, isMore: boolean) =>
      setPicked((before) => {
        if (!isMore) return new Set([site]);
        const next = new Set(before);
        if (!next.delete(site)) next.add(site);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setPicked(new Set()), []);
  const doors = useMemo(() => [...picked].reduce((sum, site) => sum + (sites[site]?.doors ?? 0), 0), [picked, sites]);
  return { picked, doors, holding, isLasso, setLasso, onLasso, toggle, clear, pick: setPicked };
};
export type Picking = ReturnType<typeof usePicking>;
