const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** `#rrggbb` → red, green, blue 0–255; null for anything else. `#rgb` is read too. */
export const parseHex = (hex: string): [number, number, number] | null => {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex.trim());
  const full =
    short === null
      ? hex.trim().replace(/^#/, "")
      : short
          .slice(1)
          .map((digit) => digit + digit)
          .join("");
  if (!/^[0-9a-f]{6}$/i.test(full)) return null;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number];
};

/** Relative luminance, WCAG 2.2. */
export const luminance = (hex: string): number => {
  const [r, g, b] = parseHex(hex) ?? [0, 0, 0];
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** Contrast ratio 1…21, WCAG 2.2. */
export const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

export const readable = 4.5;
