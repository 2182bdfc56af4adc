import type { DrawnRing } from "@cml/domain/map";
import type { Position } from "geojson";
import { type Map as MapLibre, Marker } from "maplibre-gl";
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawModeUndoRedo } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { SchemeName } from "../../theme/palette";
import { mapColours } from "../map-colours";
import { watchCorners } from "./corners";
import type { DrawingHandle, DrawingTool, MapDrawing } from "./drawing";
import classes from "./drawing.module.css";
import { drawingModes } from "./drawing-modes";
import { type SnapLines, snapLinesOf } from "./snap";
import { sturdyMap } from "./sturdy-map";

export type Drawing = DrawingHandle & {
  show: (rings: readonly DrawnRing[]) => void;
  use: (tool: DrawingTool) => void;
  snapTo: (neighbours: MapDrawing["neighbours"]) => void;
  mark: (trouble: MapDrawing["trouble"]) => void;
  stop: () => void;
};

type Told = Pick<MapDrawing, "onChange" | "onSelect" | "onCorner">;

// About a centimetre.
const decimals = 7;

/** Drawing on a map that stands: terra-draw holds each line as a polygon of its own, because it knows neither holes nor several parts. */
export const startDrawing = (map: MapLibre, { scheme, told }: { scheme: SchemeName; told: () => Told }): Drawing => {
  let lines: SnapLines = [];
  let draw: TerraDraw | null = null;
  let wanted: { rings: readonly DrawnRing[]; tool: DrawingTool } = { rings: [], tool: "shape" };
  let marker: Marker | null = null;
  let isOurs = false;
  let selected: string | null = null;

  const rings = (): DrawnRing[] => (draw?.getSnapshot() ?? []).flatMap(ringOf);
  const isLine = (id: string | number): boolean => {
    const feature = draw?.getSnapshotFeature(id);
    return feature !== undefined && ringOf(feature).length > 0;
  };
  const tell = (isSettled: boolean): void => {
    if (!isOurs) told().onChange(rings(), isSettled);
  };
  const quietly = (change: () => void): void => {
    isOurs = true;
    change();
    isOurs = false;
  };

  const select = (id: string | null): void => {
    selected = id;
    told().onSelect(id);
  };
  const corners = watchCorners(map, {
    rings: () => rings(),
    isOn: () => draw?.getMode() === "shape",
    selectedId: () => selected,
    onChosen: (isChosen) => told().onCorner?.(isChosen),
    onChange: (next) => {
      const line = selected;
      wanted = { ...wanted, rings: next };
      lay();
      if (line !== null && next.some(({ id }) => id === line)) draw?.selectFeature(line);
      told().onChange(next, true);
    },
  });

  const begin = (): void => {
    if (draw !== null) wanted = { ...wanted, rings: rings() };
    draw?.stop();
    draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map: sturdyMap(map), coordinatePrecision: decimals, prefixId: prefix }),
      modes: drawingModes({ map, colours: mapColours(scheme), lines: () => lines }),
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    });
    draw.start();
    lay();
    draw.on("change", (ids, type, context) => {
      // A whole line that goes is a decision; a corner on its way is not, and a line that is merely chosen is no change at all.
      if (type === "delete" && draw?.getMode() === "shape") tell(true);
      else if (type !== "delete" && context?.target !== "properties" && ids.some(isLine)) tell(false);
    });
    draw.on("finish", () => tell(true));
    draw.on("select", (id) => select(String(id)));
    draw.on("deselect", () => select(null));
    // Before this a click would be lost; journeys wait for it.
    map.getContainer().dataset["drawing"] = "ready";
  };

  const lay = (): void =>
    quietly(() => {
      corners.forget();
      if (draw === null) return;
      draw.setMode(wanted.tool === "shape" ? "shape" : "static");
      draw.clear();
      draw.addFeatures(wanted.rings.map(featureOf));
      draw.setMode(wanted.tool);
      const last = wanted.rings.at(-1);
      if (wanted.tool === "shape" && last !== undefined) draw.selectFeature(last.id);
    });

  // The map's style may be laid anew under us (another ground, night): what is not in it is swept away with it.
  const keep = (): void => {
    if (map.getSource("areas") === undefined) return;
    if (draw !== null && map.getSource(`${prefix}-polygon`) !== undefined) return;
    begin();
  };
  keep();
  map.on("styledata", keep);

  return {
    show: (next) => {
      wanted = { ...wanted, rings: next };
      lay();
    },
    use: (tool) => {
      if (wanted.tool === tool) return;
      wanted = { ...wanted, tool };
      corners.forget();
      if (draw === null) return;
      quietly(() => draw?.setMode(tool));
      const [last] = rings().slice(-1);
      if (tool === "shape" && last !== undefined) draw.selectFeature(last.id);
    },
    snapTo: (neighbours) => (lines = snapLinesOf(neighbours)),
    mark: (trouble) => {
      marker?.remove();
      marker = trouble === null ? null : new Marker({ element: troubleMark(trouble.label) }).setLngLat([trouble.longitude, trouble.latitude]).addTo(map); // prettier-ignore
    },
    undoCorner: () => draw?.getModeState() === "drawing" && draw.canUndo() && draw.undo(),
    redoCorner: () => draw?.getModeState() === "drawing" && draw.canRedo() && draw.redo(),
    stepCorner: corners.step,
    removeCorner: corners.remove,
    stop: () => {
      corners.stop();
      delete map.getContainer().dataset["drawing"];
      map.off("styledata", keep);
      marker?.remove();
      draw?.stop();
      draw = null;
    },
  };
};

const prefix = "drawing";

const ringOf = ({ id, geometry, properties }: GeoJSONStoreFeatures): DrawnRing[] => {
  const { mode } = properties;
  if (geometry.type !== "Polygon" || (mode !== "part" && mode !== "hole") || id === undefined) return [];
  return [{ id: String(id), isHole: mode === "hole", ring: (geometry.coordinates[0] ?? []).map((position) => [...position]) }];
};

const rounded = (position: Position): Position => position.slice(0, 2).map((part) => Number(part.toFixed(decimals)));

const featureOf = ({ id, isHole, ring }: DrawnRing): GeoJSONStoreFeatures => ({
  type: "Feature",
  id,
  properties: { mode: isHole ? "hole" : "part" },
  geometry: { type: "Polygon", coordinates: [ring.map(rounded)] },
});

const troubleMark = (label: string): HTMLElement => {
  const element = document.createElement("div");
  element.className = classes["trouble"] ?? "";
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", label);
  element.textContent = "!";
  return element;
};
