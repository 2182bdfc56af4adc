import type { Flow } from "./letter-flow";

/** What survives a reload in this tab: the words and the code, never the name or the address. */
export type Draft = Pick<Flow, "code" | "subject" | "body">;

const keyOf = (slug: string) => `letter:${slug}`;

/** Null when nothing was kept, or where the browser keeps nothing (private windows, blocked storage). */
export const readDraft = (slug: string): Draft | null => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? "null") as Partial<Draft> | null;
    return kept === null ? null : { code: kept.code ?? "", subject: kept.subject ?? null, body: kept.body ?? null };
  } catch {
    return null;
  }
};

export const keepDraft = (slug: string, { code, subject, body, step }: Flow): void => {
  try {
    if (step === "done") sessionStorage.removeItem(keyOf(slug));
    else sessionStorage.setItem(keyOf(slug), JSON.stringify({ code, subject, body } satisfies Draft));
  } catch {
    // A browser that keeps nothing only loses the draft at a reload; the letter on the page is untouched.
  }
};
