import type { Flow } from "./letter-flow";
import type { Step } from "./panel-steps";

/** What survives a reload in this tab: the words, the place and the choices, never the name or the address. */
export type Draft = {
  step: Step;
  code: string;
  districts: string[];
  /** Null: nobody was unticked or ticked yet. */
  recipientKeys: string[] | null;
  /** With their open places as variables, so that they also fit the page in the other language. */
  subject: string | null;
  body: string | null;
  personal: string;
};

/** What goes along when the reader changes the language in the middle of a form, and is forgotten as soon as it is read. */
export type Handover = Pick<Flow, "name" | "email" | "street" | "updates" | "newsletter">;

const draftKey = (slug: string) => `letter:${slug}`;
const handoverKey = (slug: string) => `letter:${slug}:language`;

const read = <T>(key: string): T | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as T | null;
  } catch {
    // Private windows and frames of other sites may keep nothing.
    return null;
  }
};

const keep = (key: string, value: unknown): void => {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing only loses the draft at a reload; the letter on the page is untouched.
  }
};

export const readDraft = (slug: string): Draft | null => read<Draft>(draftKey(slug));
/** Null forgets it, once the letter is on its way. */
export const keepDraft = (slug: string, draft: Draft | null): void => keep(draftKey(slug), draft);

export const keepHandover = (slug: string, handover: Handover): void => keep(handoverKey(slug), handover);
export const takeHandover = (slug: string): Handover | null => {
  const found = read<Handover>(handoverKey(slug));
  keep(handoverKey(slug), null);
  return found;
};
