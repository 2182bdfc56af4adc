import { parseHex } from "./contrast";

/** Lightness 0…1, chroma 0…0.4, hue in degrees: B. Ottosson, "A perceptual color space for image processing" (2020). */
export type Oklch = { l: number; c: number; h: number };

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toGamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

export const oklchOf = (hex: string): Oklch => {
  const [r, g, b] = (parseHex(hex) ?? [0, 0, 0]).map((value) => toLinear(value / 255)) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: (Math.atan2(bb, a) * 180) / Math.PI,
  };
};

/** The nearest sRGB colour: chroma is lowered until it fits, so that hue and lightness stay. */
export const hexOfOklch = ({ l, c, h }: Oklch): string => {
  for (let chroma = c; chroma > 0.001; chroma -= 0.005) {
    const channels = linearRgb({ l, c: chroma, h });
    if (channels.every((value) => value >= -0.001 && value <= 1.001)) return hexOf(channels);
  }
  return hexOf(linearRgb({ l, c: 0, h }));
};

const linearRgb = ({ l, c, h }: Oklch): number[] => {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * ll - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * ll + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * ll - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const hexOf = (channels: number[]): string =>
  `#${channels
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
