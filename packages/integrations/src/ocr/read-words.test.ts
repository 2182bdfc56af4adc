import { findPersonalInWords } from "@cml/domain/influence";
import { createRequire } from "node:module";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readWords } from ".";
import { wordsOfTable } from "./words-of-table";

const fontfile = createRequire(import.meta.url).resolve("@fontsource/inter/files/inter-latin-400-normal.woff");
const lines = [
  "Dear Ms. Tremblay, thank you for your letter about Bill C-11.",
  "La députée est d'accord avec vous, été comme hiver.",
  "Call me at (403) 555-0123 or jane.doe@example.ca",
];

/** A screenshot of a letter, in letters of this size. */
const aScreenshot = async (size: number, { dark = false } = {}): Promise<Buffer> => {
  const words = await sharp({ text: { text: lines.join("\n"), font: `Inter ${String(size)}`, fontfile, dpi: 72 } })
    .png()
    .toBuffer();
  const page = sharp(words).extend({ top: 30, bottom: 30, left: 30, right: 30, background: "#000" });
  return (dark ? page : page.negate({ alpha: false })).webp({ quality: 82 }).toBuffer();
};

// Reading gives way to everything else that runs.
describe("readWords", { timeout: 120_000 }, () => {
  it.each([
    ["small", 13, {}],
    ["large", 26, {}],
    ["light on dark", 16, { dark: true }],
  ])("reads %s letters in both languages and finds what is personal, and nothing else", async (_what, size, look) => {
    const words = await readWords(await aScreenshot(size, look));
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Tremblay,", "letter", "C-11.", "députée", "hiver.", "555-0123"]),
    );
    expect(new Set(words.map(({ line }) => line)).size).toBe(3);
    const boxes = findPersonalInWords(words);
    expect(boxes).toHaveLength(2);
    // Both on the third line, below the middle, one after the other.
    for (const [, y, , height] of boxes) {
      expect(y).toBeGreaterThan(0.5);
      expect(height).toBeLessThan(0.3);
    }
    const [phone, mail] = boxes;
    expect((phone?.[0] ?? 1) + (phone?.[2] ?? 1)).toBeLessThan(mail?.[0] ?? 0);
  });

  it("finds no words where there are none", async () => {
    const plain = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await readWords(plain)).toEqual([]);
  });

  it("gives up in time, and reads the next picture all the same", async () => {
    const picture = await aScreenshot(13);
    const tooLong = readWords(picture, { timeLimitMs: 1 });
    const next = readWords(picture);
    await expect(tooLong).rejects.toThrow("more than 1 ms");
    expect((await next).length).toBeGreaterThan(10);
  });

  it("says so when it is no picture", async () => {
    await expect(readWords(Buffer.from("no picture"))).rejects.toThrow();
  });

  it("takes no memory of the server's", async () => {
    const picture = await aScreenshot(13);
    const before = process.memoryUsage.rss();
    await readWords(picture);
    // The engine alone takes some 120 MB, in its own process.
    expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
  });
});

it("reads a table without a page as no words", () => expect(wordsOfTable("")).toEqual([]));
