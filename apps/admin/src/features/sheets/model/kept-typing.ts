import { type SheetDraft, sheetDraftSchema } from "@cml/domain/canvass";
import { nothingTyped, type Typing } from "./typing";

/** Kept apart for each account and sheet: nobody sends in another's name what a shared computer still holds. */
type Place = { userId: string; sheetId: string };
const prefixOf = ({ userId, sheetId }: Place): string => `cml.sheet.${userId}.${sheetId}.`;

/** What did not reach the server before the page was left; every door under a key of its own, so that two windows do not undo each other. */
export const readKept = (place: Place): Typing => {
  const prefix = prefixOf(place);
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "").filter((key) =>
    key.startsWith(prefix),
  );
  const drafts: Record<string, SheetDraft> = {};
  const withdrawals: string[] = [];
  for (const key of keys.sort()) {
    const [kind = "", id = ""] = key.slice(prefix.length).split(".");
    if (kind === "back") withdrawals.push(id);
    const draft = kind === "door" ? readDraft(localStorage.getItem(key)) : null;
    if (draft !== null) drafts[id] = draft;
  }
  return { ...nothingTyped, drafts, withdrawals, typed: Object.keys(drafts) };
};

/** Half a draft was left at its door: with a result it is done. */
const readDraft = (text: string | null): SheetDraft | null => {
  const read = sheetDraftSchema.safeParse(parsed(text));
  if (!read.success) return null;
  const isDone = read.data.status === "typing" && read.data.outcome !== null;
  return isDone ? { ...read.data, status: "waiting" } : read.data;
};

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? "");
  } catch {
    // Another program wrote there.
    return null;
  }
};

/** Writes what changed between two moments. A full or closed store is no reason to stop: the page holds it still. */
export const keep = (place: Place, before: Typing, after: Typing): void => {
  const prefix = prefixOf(place);
  try {
    for (const door of Object.keys(before.drafts)) if (!(door in after.drafts)) localStorage.removeItem(`${prefix}door.${door}`);
    for (const [door, draft] of Object.entries(after.drafts))
      if (before.drafts[door] !== draft) localStorage.setItem(`${prefix}door.${door}`, JSON.stringify(draft));
    for (const id of before.withdrawals) if (!after.withdrawals.includes(id)) localStorage.removeItem(`${prefix}back.${id}`);
    for (const id of after.withdrawals) if (!before.withdrawals.includes(id)) localStorage.setItem(`${prefix}back.${id}`, "");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
};
