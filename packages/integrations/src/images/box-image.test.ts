import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { boxImage } from ".";

const noise = (width: number, height: number) => {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, n) => 60 + ((n * 7919) % 190)));
  return sharp(data, { raw: { width, height, channels: 3 } });
};
const pixelsOf = (bytes: Buffer, left: number, top: number, width: number, height: number) =>
  sharp(bytes).extract({ left, top, width, height }).removeAlpha().raw().toBuffer();

describe("boxImage", () => {
  it("leaves nothing under a box, and the rest as it was", async () => {
    const source = await noise(200, 100).png().toBuffer();
    const { bytes, ...facts } = await boxImage(source, [
      [0.25, 0.2, 0.5, 0.3],
      [0.9, 0.9, 0.1, 0.1],
    ]);
    expect(facts).toEqual({ contentType: "image/webp", width: 200, height: 100 });
    // Away from the edge, where lossy encoding mixes neighbours.
    expect(Math.max(...(await pixelsOf(bytes, 58, 28, 84, 14)))).toBeLessThan(6);
    expect(Math.max(...(await pixelsOf(bytes, 188, 94, 8, 4)))).toBeLessThan(12);
    const untouched = await pixelsOf(bytes, 0, 60, 100, 30);
    expect(untouched.reduce((sum, value) => sum + value, 0) / untouched.length).toBeGreaterThan(100);
  });

  it("gives the same file whatever was under the box", async () => {
    const one = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const secret = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#c00" } })
      .png()
      .toBuffer();
    const other = await sharp(one)
      .composite([{ input: secret, left: 20, top: 20 }])
      .png()
      .toBuffer();
    const box = [20 / 64, 20 / 64, 20 / 64, 20 / 64] as [number, number, number, number];
    expect((await boxImage(other, [box])).bytes.equals((await boxImage(one, [box])).bytes)).toBe(true);
  });

  it("turns a photo upright first, puts see-through pictures on white, takes boxes that stick out", async () => {
    const photo = await noise(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await boxImage(photo, [[0.9, 0.9, 1, 1]])).toMatchObject({ width: 20, height: 40 });
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    expect(Math.min(...(await pixelsOf((await boxImage(clear, [])).bytes, 0, 0, 20, 20)))).toBe(255);
    const grey = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#777" } })
      .greyscale()
      .png()
      .toBuffer();
    expect(Math.max(...(await pixelsOf((await boxImage(grey, [[0, 0, 1, 1]])).bytes, 0, 0, 20, 20)))).toBe(0);
  });

  it("refuses what is no picture", async () => {
    await expect(boxImage(Buffer.from("no picture"), [])).rejects.toMatchObject({ code: "INVALID", messageKey: "image.unreadable" });
  });
});
