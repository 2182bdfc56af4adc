import { useComputedColorScheme } from "@mantine/core";
import type { DrawnRing } from "@cml/domain/map";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { LiveMap } from "../start-map";
import type { MapDrawing } from "./drawing";
import type { Drawing } from "./start-drawing";

/** Keeps the drawing on a map in step with what the page holds; `mapKey` changes with every new map. The library comes when somebody draws. */
export const useDrawing = (map: RefObject<LiveMap | null>, props: MapDrawing | undefined, mapKey: string): void => {
  const scheme = useComputedColorScheme("light");
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const newest = useRef(props);
  newest.current = props;
  // What the drawing itself told is on the map already.
  const told = useRef<DrawnRing[] | null>(null);
  const isOn = props !== undefined;

  useEffect(() => {
    const live = map.current;
    if (!isOn || live === null) return;
    let started: Drawing | null = null;
    let isGone = false;
    live.drawing(true);
    void import("./start-drawing").then(({ startDrawing }) => {
      if (isGone) return;
      started = startDrawing(live.map, {
        scheme,
        told: () => ({
          onChange: (rings, isSettled) => {
            if (isSettled) told.current = rings;
            newest.current?.onChange(rings, isSettled);
          },
          onSelect: (id) => newest.current?.onSelect(id),
          onCorner: (isMarked) => newest.current?.onCorner?.(isMarked),
        }),
      });
      told.current = null;
      setDrawing(started);
    });
    return () => {
      isGone = true;
      started?.stop();
      setDrawing(null);
      live.drawing(false);
    };
  }, [map, isOn, scheme, mapKey]);

  const rings = props?.rings;
  const tool = props?.tool;
  const neighbours = props?.neighbours;
  const trouble = props?.trouble ?? null;
  useEffect(() => {
    if (drawing === null || rings === undefined || rings === told.current) return;
    told.current = rings;
    drawing.show(rings);
  }, [drawing, rings]);
  useEffect(() => {
    if (tool !== undefined) drawing?.use(tool);
  }, [drawing, tool]);
  useEffect(() => {
    if (neighbours !== undefined) drawing?.snapTo(neighbours);
  }, [drawing, neighbours]);
  useEffect(() => drawing?.mark(trouble), [drawing, trouble]);
  const handle = props?.handle;
  useEffect(() => {
    if (handle !== undefined) handle.current = drawing;
  }, [drawing, handle]);
};
