/** `123 Main St, Vancouver, BC` → number and street apart: the number is what one looks for on a wall. */
export const splitAddress = (address: string): { number: string; street: string } => {
  const [line = address] = address.split(",");
  // A letter belongs to the number only when it touches it: the E of `884 E Georgia St` is the street's.
  const match = /^(\d+[A-Za-z]?(?:\s1\/2)?)\s+(.+)$/.exec(line.trim());
  return match === null ? { number: "", street: readable(line.trim()) } : { number: match[1] ?? "", street: readable(match[2] ?? "") };
};

const small = new Set(["de", "du", "des", "la", "le", "les", "of", "the"]);

/** Registers shout; a street in capitals only is written as people write it. `CAMPBELL AV` → `Campbell Av`. */
const readable = (street: string): string => {
  if (street !== street.toUpperCase()) return street;
  return street
    .toLowerCase()
    .split(" ")
    .map((word, index) => (index > 0 && small.has(word) ? word : word.replace(/(^|[-'’])\p{L}/gu, (first) => first.toUpperCase())))
    .join(" ");
};
