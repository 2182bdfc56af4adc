import { z } from "zod/mini";

const key = "cml-canvass-person";
const personSchema = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** Who signed in on this phone last; null after signing out. */
export const lastPerson = (): Person | null => {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  const read = personSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
};

export const rememberPerson = (person: Person): void => localStorage.setItem(key, JSON.stringify(person));
export const forgetPerson = (): void => localStorage.removeItem(key);
