import type { Db } from "@cml/db";
import { listSignups } from "@cml/db/map";
import type { SheetToType } from "@cml/domain/canvass";
import type { SheetInHand } from "./require-sheet";

/** Who may have walked with this paper: the pair first, then those who came to the shift and have an account. */
export const peopleOfSheet = async (db: Db, { assignment, shift }: SheetInHand): Promise<SheetToType["people"]> => {
  const pair = assignment?.people ?? [];
  const signups = shift === null ? [] : await listSignups(db, shift.id);
  const came = signups.filter(({ status }) => status === "CONFIRMED" || status === "ATTENDED" || status === "NO_SHOW");
  const others = new Map(came.flatMap(({ userId, userName }) => (userId === null ? [] : [[userId, userName] as const])));
  for (const { userId } of pair) others.delete(userId);
  return [
    ...pair.map((person) => ({ ...person, hasTurf: true })),
    ...[...others].map(([userId, name]) => ({ userId, name, hasTurf: false })),
  ];
};
