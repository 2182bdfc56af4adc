import type { VisitState } from "@cml/domain/map";
import type { SchemeName } from "../theme/palette";
import { mapColours, type SupportMarkName } from "./map-colours";

/** What doors are coloured by. */
export type DoorColouring = "support" | "visit" | "sign";

/** Shapes on a square of 16, so that map, list and legend draw the same ones. Each says what it is without its colour. */
export type MarkShape =
  | { kind: "disc"; radius: number }
  | { kind: "half" }
  | { kind: "ring"; radius: number; width: number }
  | { kind: "cross" }
  | { kind: "flag" }
  | { kind: "clock" };

export const supportShapes: Record<SupportMarkName, MarkShape> = {
  1: { kind: "disc", radius: 6.5 },
  2: { kind: "half" },
  3: { kind: "ring", radius: 5.5, width: 2.25 },
  4: { kind: "cross" },
  none: { kind: "disc", radius: 3 },
};

export const visitShapes: Record<VisitState, MarkShape> = {
  unvisited: { kind: "ring", radius: 5, width: 1.75 },
  notHome: { kind: "half" },
  reached: { kind: "disc", radius: 6.5 },
  comeBack: { kind: "clock" },
  closed: { kind: "cross" },
};

export const signShapes: Record<"yes" | "no", MarkShape> = { yes: { kind: "flag" }, no: { kind: "disc", radius: 3 } };

/** SVG paths of a shape on a square of 16: what is filled, and what is a line with its width. */
export const pathsOf = (shape: MarkShape): { filled: string | null; line: string | null; width: number } => {
  if (shape.kind === "disc") return { filled: circle(shape.radius), line: null, width: 0 };
  if (shape.kind === "half") return { filled: "M8 1.5a6.5 6.5 0 0 0 0 13z", line: circle(5.75), width: 1.5 };
  if (shape.kind === "ring") return { filled: null, line: circle(shape.radius), width: shape.width };
  if (shape.kind === "cross") return { filled: null, line: "M3 3l10 10M13 3L3 13", width: 2.75 };
  if (shape.kind === "flag") return { filled: "M4.5 2h9l-2.4 3.25 2.4 3.25h-9z", line: "M4 1.75v12.75", width: 1.75 };
  return { filled: null, line: `${circle(5.75)}M8 4.75V8l2.25 1.75`, width: 1.6 };
};

const circle = (radius: number): string =>
  `M${8 - radius} 8a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** Name of a mark's picture: everything needed to draw it. */
export const markName = (scheme: SchemeName, by: DoorColouring, value: string): string => `mark|${scheme}|${by}|${value}`;

const scale = 3;

/** Draws the picture a style asks for by a name of `markName`; null for any other name. */
export const drawMark = (name: string): ImageData | null => {
  const [word, scheme, by, value = ""] = name.split("|");
  if (word !== "mark" || (scheme !== "light" && scheme !== "dark")) return null;
  const colours = mapColours(scheme);
  const found = lookUp(by ?? "", value, colours);
  const context = found === null ? null : new OffscreenCanvas(20 * scale, 20 * scale).getContext("2d");
  if (found === null || context === null) return null;
  const { filled, line, width } = pathsOf(found.shape);
  context.setTransform(scale, 0, 0, scale, 2 * scale, 2 * scale);
  context.lineCap = "round";
  context.lineJoin = "round";
  // A rim of the ground's colour keeps marks apart where they overlap.
  for (const [colour, grow] of [
    [colours.halo, 3],
    [found.colour, 0],
  ] as const) {
    context.fillStyle = colour;
    context.strokeStyle = colour;
    if (filled !== null) {
      context.fill(new Path2D(filled));
      if (grow > 0) strokeWith(context, filled, grow);
    }
    if (line !== null) {
      if (grow > 0 && found.shape.kind !== "cross" && found.shape.kind !== "flag") context.fill(new Path2D(line));
      strokeWith(context, line, width + grow);
    }
  }
  return context.getImageData(0, 0, 20 * scale, 20 * scale);
};

export const markPixelRatio = scale;

const strokeWith = (context: OffscreenCanvasRenderingContext2D, path: string, width: number): void => {
  context.lineWidth = width;
  context.stroke(new Path2D(path));
};

const lookUp = (by: string, value: string, colours: ReturnType<typeof mapColours>): { shape: MarkShape; colour: string } | null => {
  const shapes: Record<string, MarkShape> = by === "support" ? supportShapes : by === "visit" ? visitShapes : signShapes;
  const palette: Record<string, string> = by === "support" ? colours.support : by === "visit" ? colours.visit : colours.sign;
  const shape = shapes[value];
  const colour = palette[value];
  return shape === undefined || colour === undefined ? null : { shape, colour };
};
