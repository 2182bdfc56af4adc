export const areas = ["auth", "influence", "map", "canvass", "content", "media", "settings"] as const;
export const surfaces = ["admin", "public", "canvass", "media"] as const;
export type Feature = { area: (typeof areas)[number]; noun: string; surface: (typeof surfaces)[number] };

/** The noun as each place writes it: "page-view" gives PageView, pageView, page-views, pageViews. */
export const namesOf = ({ area, noun, surface }: Feature) => {
  const type = noun.split("-").map(capital).join("");
  const one = type.charAt(0).toLowerCase() + type.slice(1);
  const folder = plural(noun);
  return {
    type,
    one,
    folder,
    many: plural(one),
    areaRouter: `${area}${capital(surface)}Router`,
    router: `${plural(one)}${capital(surface)}Router`,
  };
};

/** Why a word cannot be a noun of ours, or null. */
export const nounFault = (noun: string): string | null =>
  /^[a-z]+(-[a-z]+)*$/.test(noun) ? null : "A noun is one thing in small letters and hyphens, like landing-page.";

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const plural = (word: string): string => {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
};
