import { z } from "zod";

const coordinate = z.coerce.number().int().min(0);

/** A tile address as the map asks for it. */
export const tileInput = z
  .object({ z: coordinate.max(22), x: coordinate, y: coordinate })
  .refine(({ z: zoom, x, y }) => x < 2 ** zoom && y < 2 ** zoom, { message: "outsideTheWorld" });

/** Cells of these zooms are counted and stored; finer ones are gathered from the rows. */
const coarsestCountedZoom = 9;
export const finestCountedZoom = 18;

/** A cluster is one tile four levels finer: 16 × 16 places for circles in each tile. */
export const clusterZoomOf = (zoom: number): number => Math.max(coarsestCountedZoom, zoom + 4);

/** Vector tile coordinates run from 0 to this across a tile. */
export const tileExtent = 4096;

/** Marks that move when what tiles show has changed; a map that stands open asks for its tiles again when one does. */
export const tileVersionsSchema = z.object({ doors: z.string(), cuts: z.string(), lines: z.string() });
