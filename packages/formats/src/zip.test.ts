import { Readable } from "node:stream";
import { deflateRawSync, crc32 } from "node:zlib";
import { expect, it } from "vitest";
import type { RandomAccess } from "./random-access";
import { looksLikeZip, openZip } from "./zip";

type Part = {
  name: string;
  content: Buffer;
  packed?: Buffer;
  method?: number;
  flags?: number;
  says?: { size?: number; packed?: number; crc?: number };
};

/** An archive built by hand, so that it can lie. */
const archive = (parts: readonly Part[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, packed = deflateRawSync(content), method = 8, flags = 0, says = {} } of parts) {
    const title = Buffer.from(name);
    const sizes = { crc: says.crc ?? crc32(content), packed: says.packed ?? packed.length, size: says.size ?? content.length };
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(sizes.crc, 10);
    common.writeUInt32LE(sizes.packed, 14);
    common.writeUInt32LE(sizes.size, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, title]));
    bodies.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
};

const from = (bytes: Buffer): RandomAccess => ({
  sizeBytes: bytes.length,
  read: (start, end) => Promise.resolve(Readable.from([bytes.subarray(start, end)], { objectMode: false })),
});

const text = async (stream: Readable): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const refusal = (bytes: Buffer) => openZip(from(bytes)).then(() => null, (error: unknown) => error); // prettier-ignore
const sound = [{ name: "Addresses/Address_35.csv", content: Buffer.from("A,B\n1,2\n".repeat(2000)) }];

it("reads entries where they lie", async () => {
  const entries = await openZip(from(archive([...sound, { name: "Locations/", content: Buffer.alloc(0) }])));
  expect(entries.map(({ name }) => name)).toEqual(["Addresses/Address_35.csv"]);
  expect(await text(await (entries[0] as { open: () => Promise<Readable> }).open())).toBe("A,B\n1,2\n".repeat(2000));
  expect(await looksLikeZip(from(archive(sound)))).toBe(true);
  expect(await looksLikeZip(from(Buffer.from("LOC_GUID,ADDR_GUID\n")))).toBe(false);
});

it("refuses paths that lead outside, and names them", async () => {
  for (const name of ["../../etc/passwd", "/etc/passwd", "a/../../b.csv", "C:\\windows\\x.csv"])
    expect(await refusal(archive([{ name, content: Buffer.from("x") }]))).toMatchObject({ messageKey: "import.zipEntryOutside" });
});

it("refuses locked entries and packings nobody reads", async () => {
  expect(await refusal(archive([{ name: "Address_35.csv", content: Buffer.from("x"), flags: 1 }]))).toMatchObject({
    messageKey: "import.zipEncrypted",
    params: { name: "Address_35.csv" },
  });
  expect(await refusal(archive([{ name: "Address_35.csv", content: Buffer.from("x"), method: 9 }]))).toMatchObject({
    messageKey: "import.zipMethod",
  });
});

it("refuses a bomb by its size, by what entries share, and by what comes out of it", async () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);
  expect(await refusal(archive([{ name: "Address_35.csv", content: zeros }]))).toMatchObject({
    messageKey: "import.zipBomb",
    params: { name: "Address_35.csv" },
  });
  const packed = deflateRawSync(Buffer.from("A".repeat(5000)));
  const shared = archive([{ name: "a.csv", content: Buffer.from("A".repeat(5000)), packed, says: { packed: 900 } }, { name: "b.csv", content: Buffer.from("x") }]); // prettier-ignore
  expect(await refusal(shared)).toMatchObject({ messageKey: "import.zipBomb", params: { name: "a.csv" } });
  const [lying] = await openZip(from(archive([{ name: "Address_35.csv", content: zeros, says: { size: 4000 } }])));
  await expect(lying?.open().then(text)).rejects.toMatchObject({ messageKey: "import.zipEntryBroken", params: { name: "Address_35.csv" } });
});

it("says of an archive that is cut off or damaged what is wrong", async () => {
  const whole = archive(sound);
  expect(await refusal(whole.subarray(0, whole.length - 30))).toMatchObject({ messageKey: "import.zipCut" });
  expect(await refusal(Buffer.from("LOC_GUID,ADDR_GUID\n"))).toMatchObject({ messageKey: "import.zipCut" });
  expect(await refusal(Buffer.alloc(0))).toMatchObject({ messageKey: "import.zipCut" });
  const [wrongSum] = await openZip(from(archive([{ name: "x.csv", content: Buffer.from("abc"), says: { crc: 1 } }])));
  await expect(wrongSum?.open().then(text)).rejects.toMatchObject({ messageKey: "import.zipEntryBroken", params: { name: "x.csv" } });
  const hole = Buffer.from(whole);
  hole.fill(0xff, 70, 90);
  const [damaged] = await openZip(from(hole));
  await expect(damaged?.open().then(text)).rejects.toMatchObject({ messageKey: "import.zipEntryBroken" });
});

it("passes on what its source throws", async () => {
  const bytes = archive(sound);
  const gone = new Error("the line is down");
  let isDown = false;
  const [entry] = await openZip({
    sizeBytes: bytes.length,
    read: (start, end) => (isDown ? Promise.reject(gone) : from(bytes).read(start, end)),
  });
  isDown = true;
  await expect(entry?.open().then(text)).rejects.toBe(gone);
});
