import type { Locale } from "@cml/domain/kernel";
import type { Texts } from "../../../texts/texts";

// Four names are read at a glance; a council is counted.
const mostNames = 4;

/** "Ann, Bob and Cy"; of a whole council the first three are named and the others counted. */
export const namesOf = (people: readonly { name: string }[], { t, locale }: { t: Texts; locale: Locale }): string => {
  const names = people.map(({ name }) => name);
  const more = names.length - 3;
  const shown = names.length > mostNames ? [...names.slice(0, 3), t("panel.people.andMore", { count: more })] : names;
  return new Intl.ListFormat(locale === "fr" ? "fr-CA" : "en-CA", { type: "conjunction" }).format(shown);
};
