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
