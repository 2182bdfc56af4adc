import type { TextKey, Texts } from "../../../texts/texts";

// What the directory writes for an office, in either language, and the words we say for it.
const offices: readonly (readonly [RegExp, TextKey])[] = [
  [/^MP$/, "panel.offices.mp"],
  [/^(MLA|MPP|MNA|MHA)$/, "panel.offices.provincial"],
  [/^(mayor|lord mayor|maire)$/i, "panel.offices.mayor"],
  [/^(regional councillor|county councillor)$/i, "panel.offices.regionalCouncillor"],
  [/^(councillor|councillor at large|alderman|conseiller)$/i, "panel.offices.councillor"],
];

/** An office in the reader's language, in words that fit whoever holds it; one we do not know stays as it is. */
export const officeTitle = (t: Texts, office: string): string => {
  const known = offices.find(([pattern]) => pattern.test(office.trim()));
  return known === undefined ? office : t(known[1]);
};
