/** The beginning of a long text, its lines kept, cut between words. */
export const firstWords = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
};
