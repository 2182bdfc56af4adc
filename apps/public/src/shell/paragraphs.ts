/** Blank lines part paragraphs; what people typed is shown as text and never as HTML. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

export const firstParagraph = (text: string): string => paragraphsOf(text)[0] ?? "";

/** At most `max` characters for a description tag, cut between words. */
export const shortened = (text: string, max: number): string => {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= max) return flat;
  const cut = flat.slice(0, max - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > max / 2 ? cut.slice(0, space) : cut}…`;
};
