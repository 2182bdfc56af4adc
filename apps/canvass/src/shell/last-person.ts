import { z } from "zod/mini";

const key = "cml-canvass-person";
const personSchema = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** Who signed in on this phone last; null after signing out. */
export const lastPerson = (): Person | null => {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    const read = personSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null; // Cut short or written by something else: nobody is known.
  }
};

export const rememberPerson = (person: Person): void => localStorage.setItem(key, JSON.stringify(person));
export const forgetPerson = (): void => localStorage.removeItem(key);

// The cookie cannot be removed without the server; until it has heard, the app itself keeps the door shut.
const leavingKey = "cml-canvass-leaving";
export const isLeaving = (): boolean => localStorage.getItem(leavingKey) !== null;
export const setLeaving = (leaving: boolean): void => {
  if (leaving) localStorage.setItem(leavingKey, "1");
  else localStorage.removeItem(leavingKey);
};
