import { amber, brick, paper, roles, type Scale, scaleOf, type SchemeName, spruce, toneOf } from "@cml/ui/tokens";

/** The theme as CSS variables, made on the server so that the browser loads no colour arithmetic. */
export const themeStyle = (organizationColour: string | null): string => {
  const primary = organizationColour === null ? spruce : scaleOf(organizationColour);
  return `:root{color-scheme:light dark;${variables(primary, "light")}}@media(prefers-color-scheme:dark){:root{${variables(primary, "dark")}}}`;
};

/** The browser's own bars take the page's colour. */
export const barColours = { light: roles.light.page, dark: roles.dark.page };

const variables = (primary: Scale, scheme: SchemeName): string => {
  const role = roles[scheme];
  return Object.entries({
    page: role.page,
    surface: role.surface,
    sunken: role.sunken,
    text: role.text,
    dimmed: role.dimmed,
    line: role.line,
    // Letters are written on paper in either scheme, a little warmer than what surrounds them.
    sheet: scheme === "light" ? "#fffdf8" : "#1c2421",
    // Colours seen through, with the alpha written out: color-mix() is newer than the oldest browsers we promise.
    "page-veil": `${role.page}d1`,
    "primary-veil": `${toneOf(primary, scheme).filled}17`,
    "field-line": scheme === "light" ? paper[5] : "#6b7771",
    ...tone("primary", primary, scheme),
    ...tone("amber", amber, scheme),
    ...tone("brick", brick, scheme),
  })
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
};

const tone = (name: string, scale: Scale, scheme: SchemeName): Record<string, string> => {
  const { filled, onFilled, hover, soft, onSoft, text } = toneOf(scale, scheme);
  return {
    [name]: filled,
    [`on-${name}`]: onFilled,
    [`${name}-hover`]: hover,
    [`${name}-soft`]: soft,
    [`on-${name}-soft`]: onSoft,
    [`${name}-text`]: text,
  };
};

/** A letter in the organisation's colour, for browsers' tabs until there is an icon of its own. */
export const ownIcon = (organizationColour: string | null): string => {
  const ground = (organizationColour === null ? spruce : scaleOf(organizationColour))[7];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${ground}"/><path d="M7 10.5h18v12H7z" fill="#fff"/><path d="M7.5 11l8.5 6.5 8.5-6.5" fill="none" stroke="${ground}" stroke-width="1.8"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
};
