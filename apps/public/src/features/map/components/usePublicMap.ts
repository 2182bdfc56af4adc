import type { LiveMap, OpenMap } from "@cml/ui/bare-map";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { percent } from "../../../texts/percent";
import type { Chosen, MapPanelProps } from "../panel";

/** Why there is no map, or no place of one's own on it. */
export type MapNotice = "failed" | "refused" | "notFound";

type PublicMap = { awake: boolean; notice: MapNotice | null; forget: () => void };
type Asked = MapPanelProps & { chosen: Chosen; onChoose: (chosen: Chosen) => void };

const tiles = "/tiles/public/{z}/{x}/{y}.mvt";
const dark = "(prefers-color-scheme: dark)";

/** Draws the map into the element once its library is here: the page is read before that. */
export const usePublicMap = (element: RefObject<HTMLDivElement | null>, { areas, view, chosen, onChoose }: Asked): PublicMap => {
  const { t, locale } = usePage();
  const [live, setLive] = useState<LiveMap | null>(null);
  const [notice, setNotice] = useState<MapNotice | null>(null);
  const scheme = useScheme();
  const open = useMemo(() => ({ tiles, names: namesOf(areas, (share) => percent(locale, share)) }), [areas, locale]);
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    let left = false;
    let started: LiveMap | null = null;
    const start = async (): Promise<void> => {
      // The renderer never gets here, and must not carry the library.
      if (import.meta.env.SSR) return;
      const { startMap } = await import("@cml/ui/bare-map");
      if (left || element.current === null) return;
      started = startMap(element.current, {
        handlers: {
          onArea: (id) => choose.current({ kind: "area", id }),
          onShift: (id) => choose.current({ kind: "shift", id }),
          onLocateProblem: setNotice,
        },
        labels: { zoomIn: t("map.zoomIn"), zoomOut: t("map.zoomOut"), locate: t("map.locate") },
        locate: true,
        shared: { touch: t("map.twoFingers"), windows: t("map.ctrlScroll"), mac: t("map.commandScroll") },
      });
      setLive(started);
    };
    // No WebGL, or the library did not come.
    start().catch(() => (left ? undefined : setNotice("failed")));
    return () => {
      left = true;
      started?.stop();
      setLive(null);
    };
  }, [element, t]);

  const selectedAreaId = chosen?.kind === "area" ? chosen.id : null;
  useEffect(() => live?.draw({ open, ground: view.ground, selectedAreaId }, scheme), [live, open, view.ground, selectedAreaId, scheme]);
  useEffect(() => {
    if (live === null) return;
    const bounds = boundsOfAll(areas);
    if (bounds === null) live.look(view);
    else live.fit(bounds);
  }, [live, areas, view]);
  useEffect(() => {
    const bounds = areas.find(({ id }) => id === selectedAreaId)?.bounds;
    if (live !== null && bounds) live.fit(bounds);
  }, [live, areas, selectedAreaId]);
  return { awake: live !== null, notice, forget: () => setNotice(null) };
};

const useScheme = (): "light" | "dark" => {
  const [scheme, setScheme] = useState<"light" | "dark">("light");
  useEffect(() => {
    const query = window.matchMedia(dark);
    const read = () => setScheme(query.matches ? "dark" : "light");
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return scheme;
};

const namesOf = (areas: MapPanelProps["areas"], write: (share: number) => string): OpenMap["names"] => ({
  type: "FeatureCollection",
  features: areas.map(({ name, share, at }) => ({
    type: "Feature",
    properties: { name, share: share === null ? "" : write(share) },
    geometry: { type: "Point", coordinates: [at.longitude, at.latitude] },
  })),
});

type Bounds = [west: number, south: number, east: number, north: number];

const boundsOfAll = (areas: MapPanelProps["areas"]): Bounds | null =>
  areas.reduce<Bounds | null>((all, { bounds }) => {
    if (bounds === null) return all;
    const [west, south, east, north] = bounds;
    return all === null
      ? [west, south, east, north]
      : [Math.min(all[0], west), Math.min(all[1], south), Math.max(all[2], east), Math.max(all[3], north)];
  }, null);
