import { contrast, parseHex, readable } from "./contrast";
import { oklchOf, hexOfOklch } from "./oklch";
import { roles, type Scale, type SchemeName, spruce } from "./palette";

/** Grounds on which the colour must be readable as text; in light it also carries white text. */
const grounds: Record<SchemeName, readonly string[]> = {
  light: [roles.light.page, roles.light.surface, roles.light.sunken, "#ffffff"],
  dark: [roles.dark.page, roles.dark.surface, roles.dark.sunken],
};

/**
 * The nearest colour of the same hue that can be read as text in `scheme`: darkened for light, lightened for dark, in OKLCH,
 * where equal steps look equal. A colour that already passes comes back as it is; text that is no colour gives our own spruce.
 */
export const correctColour = (hex: string, scheme: SchemeName = "light"): string => {
  const rgb = parseHex(hex);
  if (rgb === null) return scheme === "light" ? spruce[7] : spruce[3];
  const given = `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  const passes = (colour: string) => grounds[scheme].every((ground) => contrast(colour, ground) >= readable);
  if (passes(given)) return given;
  const { l, c, h } = oklchOf(given);
  const step = scheme === "light" ? -0.01 : 0.01;
  for (let lightness = l + step; lightness > 0 && lightness < 1; lightness += step) {
    const candidate = hexOfOklch({ l: lightness, c, h });
    if (passes(candidate)) return candidate;
  }
  return scheme === "light" ? roles.light.text : roles.dark.text;
};

const lightnessOf = [0.965, 0.925, 0.845, 0.755, 0.665, 0.575, 0.5] as const;
const chromaOf = [0.16, 0.32, 0.6, 0.85, 1, 1, 1] as const;

/** A whole scale from one organisation colour; step 7 is the corrected colour itself, the two after it are darker. */
export const scaleOf = (hex: string): Scale => {
  const base = correctColour(hex, "light");
  const { l, c, h } = oklchOf(base);
  const light = lightnessOf.map((lightness, index) => hexOfOklch({ l: lightness, c: c * (chromaOf[index] ?? 1), h }));
  // Steps 5 and 6 carry white text in dark mode, so they never get lighter than that allows.
  const carrying = light.map((colour, index) => (index === 6 ? darkenFor(colour) : colour));
  const dark = [base, hexOfOklch({ l: l * 0.85, c: c * 0.9, h }), hexOfOklch({ l: l * 0.68, c: c * 0.75, h })];
  return [...carrying, ...dark] as unknown as Scale;
};

const darkenFor = (hex: string): string => {
  const { l, c, h } = oklchOf(hex);
  for (let lightness = l; lightness > 0; lightness -= 0.01) {
    const candidate = hexOfOklch({ l: lightness, c, h });
    if (contrast(candidate, "#ffffff") >= readable) return candidate;
  }
  return hex;
};
