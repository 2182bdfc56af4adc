import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { reencodeImage } from ".";

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#336699" } });

describe("reencodeImage", () => {
  it.each(["jpeg", "png", "webp", "gif", "tiff"] as const)("makes a WebP of a %s", async (format) => {
    const { bytes, ...facts } = await reencodeImage(await picture(40, 20).toFormat(format).toBuffer(), { maxWidth: 400 });
    expect(facts).toEqual({ contentType: "image/webp", width: 40, height: 20 });
    expect((await sharp(bytes).metadata()).format).toBe("webp");
  });

  it("makes a wide picture smaller and keeps its shape", async () => {
    const source = await picture(1000, 500).png().toBuffer();
    expect(await reencodeImage(source, { maxWidth: 200 })).toMatchObject({ width: 200, height: 100 });
    expect(await reencodeImage(source, { maxWidth: 200, maxHeight: 50 })).toMatchObject({ width: 100, height: 50 });
  });

  it("turns a photo upright and forgets where and with what it was taken", async () => {
    const source = await picture(40, 20)
      .withExif({ IFD0: { Copyright: "somebody" }, IFD3: { GPSLatitude: "51/1 2/1 3/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const { bytes, width, height } = await reencodeImage(source, { maxWidth: 400 });
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([20, 40]);
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("drops what hangs behind the picture", async () => {
    const source = Buffer.concat([await picture(10, 10).jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    const { bytes } = await reencodeImage(source, { maxWidth: 100 });
    expect(bytes.includes("<script>")).toBe(false);
  });

  it.each([
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>', "image.format"],
    ["an SVG behind an XML head", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "image.format"],
    ["a web page", "<!doctype html><h1>no picture</h1>", "image.unreadable"],
    ["nothing", "", "image.unreadable"],
    ["half a picture", "\u0089PNG\r\n\u001a\n", "image.unreadable"],
  ])("refuses %s", async (_what, text, messageKey) => {
    await expect(reencodeImage(Buffer.from(text, "latin1"), { maxWidth: 100 })).rejects.toMatchObject({ code: "INVALID", messageKey });
  });

  it("refuses a small file that unfolds into too many pixels, without decoding it", async () => {
    await expect(reencodeImage(aPngHeader(20_000, 20_000), { maxWidth: 100 })).rejects.toMatchObject({
      code: "INVALID",
      messageKey: "image.tooManyPixels",
      params: { megapixels: 40 },
    });
  });

  it("refuses a picture that breaks off in the middle", async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, n) => (n * 7919) % 256)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .png()
      .toBuffer();
    await expect(reencodeImage(whole.subarray(0, whole.length / 2), { maxWidth: 100 })).rejects.toMatchObject({
      messageKey: "image.unreadable",
    });
  });
});

/** A PNG that claims a size and has next to no data. */
const aPngHeader = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(100))), chunk("IEND", Buffer.alloc(0))]);
};

const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
