import { amber, brick, olive, roles, type Scale, type SchemeName, spruce, toneOf } from "./palette";

export type TextPair = { name: string; text: string; ground: string };

/** Every pair of text and ground the theme can produce; the contrast test walks them. */
export const textPairs = (scheme: SchemeName, primary: Scale = spruce): TextPair[] => {
  const role = roles[scheme];
  const grounds = { page: role.page, surface: role.surface, sunken: role.sunken };
  const plain = Object.entries(grounds).flatMap(([ground, colour]) => [
    { name: `text on ${ground}`, text: role.text, ground: colour },
    { name: `dimmed on ${ground}`, text: role.dimmed, ground: colour },
  ]);
  const coloured = Object.entries({ primary, amber, brick, olive }).flatMap(([name, scale]) => {
    const tone = toneOf(scale, scheme);
    return [
      { name: `${name} filled`, text: tone.onFilled, ground: tone.filled },
      { name: `${name} filled hover`, text: tone.onFilled, ground: tone.hover },
      { name: `${name} soft`, text: tone.onSoft, ground: tone.soft },
      { name: `${name} soft hover`, text: tone.onSoft, ground: tone.softHover },
      ...Object.entries(grounds).map(([ground, colour]) => ({ name: `${name} text on ${ground}`, text: tone.text, ground: colour })),
    ];
  });
  return [...plain, { name: "text on line", text: role.text, ground: role.line }, ...coloured];
};
