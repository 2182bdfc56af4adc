import encodeQR from "qr";
import { describe, expect, it } from "vitest";
import { readPixels } from "./read-pixels";

/** A code as a camera sees it: on grey paper, each square some pixels wide, a little off the middle. */
const photoOf = (text: string, { step = 5, dark = 40, light = 190 } = {}) => {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 1 });
  const size = modules.length * step + 90;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const isDark = modules[Math.floor((y - 40) / step)]?.[Math.floor((x - 47) / step)] === true;
      data.fill(isDark ? dark : light, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  return { data, width: size, height: size };
};

describe("the reader of codes in pictures", () => {
  it("reads the code of a walk sheet and a longer address", () => {
    for (const text of ["K7QM-2XWD", "https://act.example.org/check-in/0198c0de-0000-7000-8000-00000000abcd?k=abcdefghijklmnop"])
      expect(readPixels(photoOf(text))).toBe(text);
  });

  it("reads it in poor light", () => {
    expect(readPixels(photoOf("K7QM-2XWD", { dark: 90, light: 140 }))).toBe("K7QM-2XWD");
  });

  it("says nothing where there is no code", () => {
    expect(readPixels({ data: new Uint8ClampedArray(200 * 200 * 4).fill(180), width: 200, height: 200 })).toBeNull();
  });
});
