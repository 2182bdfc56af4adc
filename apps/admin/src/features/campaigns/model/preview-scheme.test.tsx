import { expect, it } from "vitest";
import { showScheme } from "./preview-scheme";

const aRule = (mediaText: string, inner: unknown[] = []) => ({ media: { mediaText }, cssRules: inner });

it("switches the rules of a scheme on or off wherever they stand, as often as it is asked", () => {
  const inner = aRule("(prefers-color-scheme: light)");
  const dark = aRule("(prefers-color-scheme:dark)");
  const width = aRule("(min-width: 40em)", [inner]);
  const broken = {
    get cssRules(): never {
      throw new DOMException("not here");
    },
  };
  const root = { style: { colorScheme: "" } };
  const page = { documentElement: root, styleSheets: [{ cssRules: [dark, width, { cssText: "a{}" }] }, broken] } as unknown as Document;
  showScheme(page, "dark");
  expect([dark.media.mediaText, width.media.mediaText, inner.media.mediaText, root.style.colorScheme]).toEqual([
    "all",
    "(min-width: 40em)",
    "not all",
    "dark",
  ]);
  showScheme(page, "light");
  expect([dark.media.mediaText, inner.media.mediaText]).toEqual(["not all", "all"]);
});
