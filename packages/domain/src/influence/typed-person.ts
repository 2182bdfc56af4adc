import { sameLetters } from "../kernel/same-letters";
import { isOfficeWord } from "./office-title";

type TypedPerson = { name: string; title: string };

/**
 * Somebody typed by hand, name and office apart as everybody else's: `MP Ines Okafor` and `Ines Okafor, MP` are Ines Okafor, MP.
 * An office that was typed in its own field stays as it is, and is taken off the name where it stands there a second time.
 */
export const typedPerson = ({ name, title }: TypedPerson): TypedPerson => {
  const whole = name.trim().replace(/\s+/g, " ");
  const found = officeBefore(whole) ?? officeBehind(whole);
  if (found === null) return { name: whole, title: title.trim() };
  const own = title.trim();
  if (own === "") return found;
  return sameLetters(own) === sameLetters(found.title) ? { name: found.name, title: own } : { name: whole, title: own };
};

// A name has two words at least: "Mayor Chen" is how people call her, and all we know.
const isName = (text: string): boolean => text.split(" ").filter((word) => word !== "").length >= 2;

const officeBefore = (whole: string): TypedPerson | null => {
  const words = whole.split(" ");
  // The longest office first: "deputy mayor" before "deputy".
  for (let length = Math.min(4, words.length - 2); length >= 1; length -= 1) {
    const [title, name] = [words.slice(0, length).join(" "), words.slice(length).join(" ")];
    if (isOfficeWord(title) && isName(name)) return { name, title };
  }
  return null;
};

const officeBehind = (whole: string): TypedPerson | null => {
  const comma = whole.indexOf(",");
  const [name, title] = [whole.slice(0, comma).trim(), whole.slice(comma + 1).trim()];
  return comma > 0 && isName(name) && isOfficeWord(title) ? { name, title } : null;
};
