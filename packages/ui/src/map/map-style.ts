import type { MapGround } from "@cml/domain/settings";
import { singleDoorsFromZoom } from "@cml/domain/map";
import type { FeatureCollection } from "geojson";
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { SchemeName } from "../theme/palette";
import { areaLayers, areaNames } from "./area-layers";
import { type Barrier, barrierLayers } from "./barrier-layers";
import { basemapLayers, basemapNames, basemapSource } from "./basemap-layers";
import { doorLayers } from "./door-layers";
import type { DoorColouring } from "./door-marks";
import { mapColours } from "./map-colours";
import { openLayers, type OpenMap, openSources } from "./open-layers";
import { plainLayers, plainNames } from "./plain-layers";
import { pointLayers } from "./point-layers";

export type MapContent = {
  /** Address of our vector tiles with {z}/{x}/{y}: `doors` has single buildings from street zoom on, `clusters` counts of them before. */
  doors?: string;
  colourBy?: DoorColouring;
  selectedDoorId?: string | null;
  /** Polygons with `id`, `name` and, where it has one, `color`. */
  areas?: FeatureCollection;
  selectedAreaId?: string | null;
  /** Imported lines that are drawn so that they are seen through areas. */
  barriers?: readonly Barrier[];
  /** The names of areas stand over the points in them. */
  namesAbove?: boolean;
  /**
   * Single points with `id` and, where known, `supportLevel`; on a walk also `done` (drawn small and hollow), `next` (ringed) and
   * `label`, the house number, shown close up. Elsewhere `color`, and `picked` for those that are chosen.
   */
  points?: FeatureCollection;
  /** What everybody may see; the map of the public site. */
  open?: OpenMap;
  /** What lies below; left out, the plain map of imported lines. */
  ground?: MapGround;
};

/** Written here too, because the settings' schemas would come along into the public site. */
export const plainGround: MapGround = { kind: "plain" };

const nothing: FeatureCollection = { type: "FeatureCollection", features: [] };

/** MapLibre wants whole addresses. */
const wholeAddress = (path: string): string => (path.startsWith("/") ? `${window.location.origin}${path}` : path);

/** Our sources and layers. With somebody's style as the ground they are laid over it; else they are the whole map, fonts included. */
export const mapStyle = (content: MapContent, scheme: SchemeName): StyleSpecification => {
  const colours = mapColours(scheme);
  const { doors, colourBy = "support", ground = plainGround, barriers = [] } = content;
  const tiled = ground.kind === "raster" || ground.kind === "vector";
  const basemap = tiled ? { ...ground, tiles: wholeAddress(ground.tiles) } : null;
  return {
    version: 8,
    sources: {
      ...(basemap === null || barriers.length > 0 ? { lines: lineSource() } : {}),
      ...(basemap === null ? {} : { basemap: basemapSource(basemap) }),
      areas: { type: "geojson", data: content.areas ?? nothing, promoteId: "id" },
      points: { type: "geojson", data: content.points ?? nothing, promoteId: "id" },
      ...(content.open === undefined ? {} : openSources({ ...content.open, tiles: wholeAddress(content.open.tiles) })),
      ...(doors === undefined ? {} : { doors: doorSource(doors) }),
    },
    layers: [
      ...(ground.kind === "style" ? [] : [{ id: "ground", type: "background", paint: { "background-color": colours.ground } } as const]),
      ...(basemap !== null ? basemapLayers(basemap, colours) : ground.kind === "plain" ? plainLayers(colours) : []),
      ...areaLayers(colours),
      ...barrierLayers(colours, barriers),
      ...(content.open === undefined ? [] : openLayers(colours).areas),
      ...(basemap !== null ? basemapNames(basemap, colours) : ground.kind === "plain" ? plainNames(colours) : []),
      // What lies above is placed first: a number is worth more than the name of the ground it stands on.
      ...(content.namesAbove === true ? [] : [areaNames(colours)]),
      ...(content.open === undefined ? [] : openLayers(colours).above),
      ...(doors === undefined ? [] : doorLayers(colours, colourBy)),
      ...pointLayers(colours),
      ...(content.namesAbove === true ? [areaNames(colours)] : []),
    ],
  };
};

const lineSource = (): SourceSpecification => ({ type: "vector", tiles: [wholeAddress("/tiles/lines/{z}/{x}/{y}.mvt")], maxzoom: 16 });

const doorSource = (url: string): SourceSpecification => ({
  type: "vector",
  tiles: [wholeAddress(url)],
  maxzoom: singleDoorsFromZoom,
  promoteId: "id",
});

/** Lays our part over somebody's style, whose fonts our texts then use: it may have no others. */
export const overStyle = (theirs: StyleSpecification, ours: StyleSpecification): StyleSpecification => {
  const font = fontOf(theirs.layers);
  const layers = theirs.glyphs === undefined || font === null ? ours.layers : ours.layers.map((layer) => withFont(layer, font));
  const { lines, ...others } = ours.sources;
  const usesLines = ours.layers.some((layer) => "source" in layer && layer.source === "lines");
  const sources = usesLines && lines !== undefined ? { ...others, lines } : others;
  return { ...theirs, sources: { ...theirs.sources, ...sources }, layers: [...theirs.layers, ...layers] };
};

const fontOf = (layers: readonly LayerSpecification[]): string[] | null => {
  for (const layer of layers) {
    const font: unknown = layer.type === "symbol" ? layer.layout?.["text-font"] : undefined;
    if (Array.isArray(font) && font.every((name) => typeof name === "string")) return font;
  }
  return null;
};

const withFont = (layer: LayerSpecification, font: string[]): LayerSpecification =>
  layer.type === "symbol" && layer.layout?.["text-font"] !== undefined
    ? { ...layer, layout: { ...layer.layout, "text-font": font } }
    : layer;
