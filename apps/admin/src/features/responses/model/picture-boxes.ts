import type { PictureBox } from "@cml/domain/influence";

/** A place in the picture, by shares of its width and height. */
export type Place = { x: number; y: number };
export const corners = ["nw", "ne", "sw", "se"] as const;
export type Corner = (typeof corners)[number];

/** Smaller than this it was a click, not a box. */
const least = 0.008;

const within = (value: number, most = 1): number => Math.min(most, Math.max(0, value));

/** The box between two places a pointer was at, in any order; null for a click. */
export const boxBetween = (one: Place, other: Place): PictureBox | null => {
  const [left, right] = [within(Math.min(one.x, other.x)), within(Math.max(one.x, other.x))];
  const [top, bottom] = [within(Math.min(one.y, other.y)), within(Math.max(one.y, other.y))];
  return right - left < least || bottom - top < least ? null : [left, top, right - left, bottom - top];
};

/** The box somewhere else, whole inside the picture. */
export const movedBox = ([x, y, width, height]: PictureBox, by: Place): PictureBox => [
  within(x + by.x, 1 - width),
  within(y + by.y, 1 - height),
  width,
  height,
];

/** The box with one corner elsewhere; the opposite one stays, and it never turns inside out. */
export const resizedBox = ([x, y, width, height]: PictureBox, corner: Corner, by: Place): PictureBox => {
  const [isLeft, isTop] = [corner.endsWith("w"), corner.startsWith("n")];
  const left = isLeft ? Math.min(within(x + by.x), x + width - least) : x;
  const right = isLeft ? x + width : Math.max(within(x + width + by.x), x + least);
  const top = isTop ? Math.min(within(y + by.y), y + height - least) : y;
  const bottom = isTop ? y + height : Math.max(within(y + height + by.y), y + least);
  return [within(left), within(top), Math.min(1, right) - within(left), Math.min(1, bottom) - within(top)];
};

const arrows: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const step = 0.01;

/** What an arrow key does to a box: it moves, with Shift its lower right corner does; null for other keys. */
export const boxByKey = (box: PictureBox, key: string, isShifted: boolean): PictureBox | null => {
  const arrow = arrows[key];
  if (arrow === undefined) return null;
  const by = { x: arrow.x * step, y: arrow.y * step };
  return isShifted ? resizedBox(box, "se", by) : movedBox(box, by);
};

/** A box for those who draw with the keyboard: in the middle, to be moved from there. */
export const newBox: PictureBox = [0.35, 0.45, 0.3, 0.1];
