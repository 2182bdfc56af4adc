import { type LetterEvent, type LetterEventKind, letterEventSchema } from "@cml/domain/influence";
import type { Db } from "../client";

export type NewLetterEvent = { letterId: string; kind: LetterEventKind; at: Date; words?: string | null; byUserId?: string | null };

const wordsAtMost = 500;

/** Writes that something happened to letters, in the caller's transaction if there is one. Words are cut to one line of 500. */
export const recordLetterEvents = async (db: Db, events: readonly NewLetterEvent[]): Promise<void> => {
  if (events.length === 0) return;
  await db.prisma.letterEvent.createMany({
    data: events.map(({ letterId, kind, at, words = null, byUserId = null }) => ({
      letterId,
      kind,
      at,
      words: oneLine(words),
      byUserId,
    })),
  });
};

export const recordLetterEvent = (db: Db, event: NewLetterEvent): Promise<void> => recordLetterEvents(db, [event]);

/** History of letters, oldest first. */
export const listLetterEvents = async (db: Db, letterIds: readonly string[]): Promise<LetterEvent[]> => {
  const rows = await db.prisma.letterEvent.findMany({
    where: { letterId: { in: [...letterIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => letterEventSchema.parse(row));
};

const oneLine = (words: string | null): string | null => {
  const line =
    words
      ?.replace(/[\s\0]+/g, " ")
      .trim()
      .slice(0, wordsAtMost) ?? "";
  return line === "" ? null : line;
};
