/** A ten-step scale, lightest first, as Mantine takes it. */
export type Scale = readonly [string, string, string, string, string, string, string, string, string, string];

/** Paper to ink, warm. `paper[0]` is the page in light, `paper[9]` the ink of its text. */
export const paper: Scale = ["#fbfaf7", "#f4f2ec", "#eae7de", "#dcd8cc", "#c5c0b1", "#8f8b7d", "#636359", "#4a4c45", "#2e332e", "#16201d"];

/** The dark side of ink: `night[0]` is text, `night[7]` the page, `night[6]` what lies on it. */
export const night: Scale = ["#e9ebe5", "#cfd4cd", "#a9b2ab", "#828d87", "#46514d", "#34403c", "#222b28", "#171e1c", "#111715", "#0b100e"];

/** The one confident colour. */
export const spruce: Scale = ["#edf5f2", "#d7eae4", "#b0d6ca", "#83bfae", "#57a790", "#348a75", "#1d7361", "#0f5c4d", "#0b483d", "#073730"];

/** Needs attention. */
export const amber: Scale = ["#fdf6e6", "#fae9c3", "#f4d48a", "#ecbc56", "#e0a32e", "#c58815", "#9e6908", "#825606", "#664305", "#4b3104"];

/** Danger and refusal. */
export const brick: Scale = ["#fdf1ee", "#fadcd5", "#f3b9ad", "#ea9482", "#de715b", "#c8523b", "#ab3c27", "#8f2e1c", "#722416", "#541a10"];

/** Lime-olive, the second support level; nothing else uses it. */
export const olive: Scale = ["#f7f8e6", "#ecefc4", "#d9df8c", "#c3cb57", "#aab32f", "#8c9418", "#6f760f", "#575d0a", "#434807", "#303405"];

export type SchemeName = "light" | "dark";

/** The few roles every surface is drawn from. */
export const roles = {
  light: { page: paper[0], surface: "#ffffff", sunken: paper[1], text: paper[9], dimmed: paper[6], line: paper[3] },
  dark: { page: night[7], surface: night[6], sunken: night[8], text: night[0], dimmed: night[2], line: night[5] },
} as const;

/** What a coloured control is drawn with: filled ground and its text, soft ground and its text, and the colour as text on the page. */
export type Tone = { filled: string; onFilled: string; hover: string; soft: string; softHover: string; onSoft: string; text: string };

export const toneOf = (scale: Scale, scheme: SchemeName): Tone =>
  scheme === "light"
    ? { filled: scale[7], onFilled: "#ffffff", hover: scale[8], soft: scale[0], softHover: scale[1], onSoft: scale[8], text: scale[7] }
    : {
        filled: scale[6],
        onFilled: "#ffffff",
        hover: scale[7],
        soft: mix(scale[9], night[7]),
        softHover: scale[9],
        onSoft: scale[2],
        text: scale[3],
      };

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const mix = (a: string, b: string): string => {
  const other = channels(b);
  return `#${channels(a)
    .map((value, index) =>
      Math.round((value + (other[index] ?? 0)) / 2)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
};
