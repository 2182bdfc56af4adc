import { z } from "zod";
import type { Boxes, TextRange } from "./boxes";
import { boxesSchema, fillBoxes, mergeRanges } from "./boxes";
import { governmentLevels, responseStatuses, responseTypes } from "./enums";
import { findPersonal } from "./find-personal";
import type { RepresentativeResponse } from "./response";

/** Fields that moderators change; what is shown follows from text and boxes and is never kept in a history. */
const changeable = z
  .object({
    representativeName: z.string(),
    representativeTitle: z.string().nullable(),
    representativeLevel: z.enum(governmentLevels),
    responseType: z.enum(responseTypes),
    responseText: z.string(),
    userComment: z.string().nullable(),
    repliedOn: z.string().nullable(),
    daysToReply: z.int().nullable(),
    boxes: boxesSchema,
    status: z.enum(responseStatuses),
    rejectReason: z.string().nullable(),
    moderatedAt: z.coerce.date().nullable(),
    moderatedByUserId: z.string().nullable(),
    disputedAt: z.coerce.date().nullable(),
    proofSeenAt: z.coerce.date().nullable(),
    proofSeenByUserId: z.string().nullable(),
    officeReplyStatus: z.enum(responseStatuses).nullable(),
  })
  .partial();
export type ResponseFields = z.infer<typeof changeable>;

/** The fields of a change as they were before it, from its row. */
export const readBefore = (before: Record<string, unknown>): ResponseFields => changeable.parse(before);

/** The fields a change is about, as they are now, to be kept with it. Dates as text, so that they survive being stored. */
export const beforeOf = (response: RepresentativeResponse, changes: ResponseFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(changes).map((name) => {
      const value = response[name as keyof ResponseFields];
      return [name, value instanceof Date ? value.toISOString() : value];
    }),
  );

/** What is shown of a response with these words and boxes. */
export const shownOf = ({
  responseText,
  userComment,
  boxes,
}: Pick<RepresentativeResponse, "responseText" | "userComment" | "boxes">): Pick<RepresentativeResponse, "shownText" | "shownComment"> => ({
  shownText: fillBoxes(responseText, boxes.text),
  shownComment: userComment === null ? null : fillBoxes(userComment, boxes.comment),
});

/** What is boxed beforehand in somebody's words. */
export const foundBoxes = (text: string, comment: string): Boxes => ({
  text: findPersonal(text),
  comment: findPersonal(comment),
  picture: [],
});

/**
 * Boxes of a text that was edited: those before and behind the edited piece move with it. Within it what they covered is
 * covered wherever it stands now; where it stands no longer, all that came in its place is. What looks personal in the new
 * words is boxed as well. Doubt covers.
 */
export const moveBoxes = (before: string, after: string, ranges: readonly TextRange[]): TextRange[] => {
  if (before === after) return [...ranges];
  const piece = editedPiece(before, after);
  const { head, oldEnd, newEnd } = piece;
  const isTouched = ([from, to]: TextRange): boolean => {
    // A word that grows out of a boxed one ("Ana" becomes "Anabelle") is of a piece with it.
    const grows = /^\S|\S$/u.test(after.slice(head, newEnd));
    return grows ? from <= oldEnd && to >= head : from < oldEnd && to > head;
  };
  const moved = ranges.flatMap((range): TextRange[] => {
    const [from, to] = range;
    if (isTouched(range))
      return coveredAgain(after, before.slice(from, to), piece) ?? [[Math.min(from, head), Math.max(to, oldEnd) - oldEnd + newEnd]];
    return to <= head ? [[from, to]] : [[from - oldEnd + newEnd, to - oldEnd + newEnd]];
  });
  return mergeRanges([...moved.filter(([from, to]) => from < to), ...findPersonal(after)]);
};

const letter = /[\p{L}\p{N}]/u;

type Piece = { head: number; oldEnd: number; newEnd: number };

/** What lies between the longest common beginning and end. */
const editedPiece = (before: string, after: string): Piece => {
  const head = commonLength(before, after, (text, at) => text.charCodeAt(at));
  const rest = Math.min(before.length, after.length) - head;
  const tail = Math.min(
    rest,
    commonLength(before, after, (text, at) => text.charCodeAt(text.length - 1 - at)),
  );
  return { head, oldEnd: before.length - tail, newEnd: after.length - tail };
};

/** Every place at or in the edited piece where the words of a box stand on their own; null for none. */
const coveredAgain = (after: string, words: string, { head, newEnd }: Piece): TextRange[] | null => {
  const places: TextRange[] = [];
  const first = Math.max(0, head - words.length);
  for (let at = after.indexOf(words, first); at !== -1 && at <= newEnd; at = after.indexOf(words, at + 1)) {
    const isWhole = !letter.test(after[at - 1] ?? "") && !letter.test(after[at + words.length] ?? "");
    if (isWhole) places.push([at, at + words.length]);
  }
  return places.length === 0 ? null : places;
};

const commonLength = (one: string, other: string, unit: (text: string, at: number) => number): number => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && unit(one, length) === unit(other, length)) length += 1;
  return length;
};
