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
 * Boxes of a text that was edited: those before and behind the edited piece move with it; one that it touches covers all that
 * came in its place, and what looks personal in the new words is boxed as well. Doubt covers.
 */
export const moveBoxes = (before: string, after: string, ranges: readonly TextRange[]): TextRange[] => {
  if (before === after) return [...ranges];
  const head = commonLength(before, after, (text, at) => text.charCodeAt(at));
  const rest = Math.min(before.length, after.length) - head;
  const tail = Math.min(
    rest,
    commonLength(before, after, (text, at) => text.charCodeAt(text.length - 1 - at)),
  );
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const shift = newEnd - oldEnd;
  const moved = ranges.map(([from, to]): TextRange => {
    // A word that grows out of a boxed one ("Ana" becomes "Anabelle") is of a piece with it.
    if (to < head || (to === head && !grows(after.slice(head, newEnd)))) return [from, to];
    if (from > oldEnd || (from === oldEnd && !grows(after.slice(head, newEnd)))) return [from + shift, to + shift];
    return [Math.min(from, head), Math.max(to, oldEnd) + shift];
  });
  const within = moved.filter(([from, to]) => from < to);
  return mergeRanges([...within, ...findPersonal(after)]);
};

const grows = (added: string): boolean => /^\S|\S$/u.test(added);

const commonLength = (one: string, other: string, unit: (text: string, at: number) => number): number => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && unit(one, length) === unit(other, length)) length += 1;
  return length;
};
