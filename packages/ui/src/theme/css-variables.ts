import type { CSSVariablesResolver } from "@mantine/core";
import { roles, type Scale, type SchemeName, toneOf } from "./palette";
import { supportColours } from "./support-level";

const names = ["spruce", "amber", "brick", "olive", "red", "green", "yellow"] as const;

/** Mantine derives its tints by rule; ours are written from the palette, so that the contrast test knows every pair. */
export const cssVariables: CSSVariablesResolver = (theme) => {
  const tones = (scheme: SchemeName): Record<string, string> =>
    Object.assign({}, ...names.map((name) => toneVariables(name, theme.colors[name] as unknown as Scale, scheme))) as Record<
      string,
      string
    >;
  return { variables: {}, light: { ...surface("light"), ...tones("light") }, dark: { ...surface("dark"), ...tones("dark") } };
};

const toneVariables = (name: string, scale: Scale, scheme: SchemeName): Record<string, string> => {
  const tone = toneOf(scale, scheme);
  const base = `--mantine-color-${name}`;
  return {
    [`${base}-filled`]: tone.filled,
    [`${base}-filled-hover`]: tone.hover,
    [`${base}-light`]: tone.soft,
    [`${base}-light-hover`]: tone.softHover,
    [`${base}-light-color`]: tone.onSoft,
    [`${base}-outline`]: tone.text,
    [`${base}-text`]: tone.text,
    ...(name === "spruce" ? { "--mantine-color-anchor": tone.text, "--mantine-primary-color-contrast": tone.onFilled } : {}),
    ...(name === "brick" ? { "--mantine-color-error": tone.text } : {}),
  };
};

const surface = (scheme: SchemeName): Record<string, string> => {
  const role = roles[scheme];
  const support = supportColours[scheme];
  return {
    "--mantine-color-body": role.page,
    "--mantine-color-text": role.text,
    "--mantine-color-bright": role.text,
    "--mantine-color-dimmed": role.dimmed,
    "--mantine-color-placeholder": role.dimmed,
    "--mantine-color-default": role.surface,
    "--mantine-color-default-color": role.text,
    "--mantine-color-default-border": role.line,
    "--mantine-color-default-hover": role.sunken,
    "--mantine-color-gray-light": role.sunken,
    "--mantine-color-gray-light-hover": role.line,
    "--mantine-color-gray-light-color": role.text,
    "--mantine-color-gray-outline": role.dimmed,
    "--mantine-color-gray-text": role.dimmed,
    "--cml-surface": role.surface,
    "--cml-sunken": role.sunken,
    "--cml-line": role.line,
    "--cml-support-1": support[1],
    "--cml-support-2": support[2],
    "--cml-support-3": support[3],
    "--cml-support-4": support[4],
  };
};
