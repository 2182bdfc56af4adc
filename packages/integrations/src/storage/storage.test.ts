import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { startTestS3, type TestS3 } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFolderStorage, openS3Storage, type FileStorage } from ".";

// One contract over both backends.
let folder: string;
let s3: TestS3;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "cml-storage-"));
  s3 = await startTestS3("campaign");
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true });
  await s3.stop();
});

const s3Options = () => ({
  bucket: "campaign",
  endpoint: s3.endpoint,
  region: "ca-central-1",
  accessKeyId: "id",
  secretAccessKey: "secret",
});
const backends = [
  { name: "a folder", open: () => createFolderStorage(folder) },
  { name: "S3", open: () => openS3Storage({ ...s3Options(), prefix: "cml/" }) },
];

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe.each(backends)("storage in $name", ({ open }) => {
  let storage: FileStorage;
  beforeAll(async () => {
    storage = await open();
  });
  const read = async (key: string, range?: { start: number; end?: number }) => {
    const file = await storage.open(key, range);
    return file === null ? null : { ...file, stream: await text(file.stream) };
  };

  it("gives back what was put, with its size and type", async () => {
    await storage.put("covers/one.webp", Buffer.from("a picture"), "image/webp");
    expect(await read("covers/one.webp")).toEqual({ stream: "a picture", sizeBytes: 9, contentType: "image/webp" });
  });

  it("replaces a file that is put again", async () => {
    await storage.put("covers/two.webp", Buffer.from("first"), "image/webp");
    await storage.put("covers/two.webp", Buffer.from("second"), "image/png");
    expect(await read("covers/two.webp")).toEqual({ stream: "second", sizeBytes: 6, contentType: "image/png" });
  });

  it("takes a stream larger than one part", async () => {
    const chunk = Buffer.alloc(1024 * 1024, "x");
    await storage.put("videos/long.mp4", Readable.from(Array.from({ length: 12 }, () => chunk)), "video/mp4");
    const file = await storage.open("videos/long.mp4", { start: 12 * 1024 * 1024 - 3 });
    expect(file).toMatchObject({ sizeBytes: 12 * 1024 * 1024, contentType: "video/mp4" });
    expect(await text(file!.stream)).toBe("xxx");
  });

  it.each([
    [{ start: 0, end: 0 }, "0"],
    [{ start: 2, end: 4 }, "234"],
    [{ start: 7 }, "789"],
    [{ start: 8, end: 100 }, "89"],
    [{ start: 10 }, ""],
  ])("reads bytes %o as %j", async (range, expected) => {
    await storage.put("digits.txt", Buffer.from("0123456789"), "text/plain");
    expect(await read("digits.txt", range)).toEqual({ stream: expected, sizeBytes: 10, contentType: "text/plain" });
  });

  it("keeps an empty file", async () => {
    await storage.put("empty.txt", Buffer.alloc(0), "text/plain");
    expect(await read("empty.txt")).toEqual({ stream: "", sizeBytes: 0, contentType: "text/plain" });
  });

  it("knows no file that is not there, was removed, or is only the front of a key", async () => {
    await storage.put("gone/for/good.txt", Buffer.from("x"), "text/plain");
    await storage.remove("gone/for/good.txt");
    await storage.remove("never/was.txt");
    for (const key of ["gone/for/good.txt", "gone/for", "gone", "never/was.txt"]) expect(await read(key), key).toBeNull();
  });

  it("leaves nothing behind when the body fails", async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error("the line went dead"));
      },
    });
    await expect(storage.put("broken.bin", broken, "application/octet-stream")).rejects.toThrow("the line went dead");
    expect(await read("broken.bin")).toBeNull();
  });

  it("lists what begins with a prefix, in order", async () => {
    for (const key of ["list/b/2", "list/b/1", "list/a", "list/bc", "other/1"]) await storage.put(key, Buffer.from(key), "text/plain");
    expect(await collect(storage.list("list/b"))).toEqual([
      { key: "list/b/1", sizeBytes: 8 },
      { key: "list/b/2", sizeBytes: 8 },
      { key: "list/bc", sizeBytes: 7 },
    ]);
    expect((await collect(storage.list("list/"))).map(({ key }) => key)).toEqual(["list/a", "list/b/1", "list/b/2", "list/bc"]);
    expect(await collect(storage.list("nothing/here"))).toEqual([]);
  });

  it.each(["../secrets", "a/../../b", "/etc/passwd", "a//b", "", ".hidden", "a/.types", "a\\b", "a\u0000b", "x".repeat(600)])(
    "refuses the key %j",
    async (key) => {
      await expect(storage.put(key, Buffer.from("x"), "text/plain")).rejects.toThrow("cannot be a storage key");
      await expect(storage.open(key)).rejects.toThrow("cannot be a storage key");
      await expect(storage.remove(key)).rejects.toThrow("cannot be a storage key");
    },
  );
});

it("uploads streams to S3 in parts, under the prefix", () => {
  expect(s3.multipartUploads()).toBe(1);
  expect([...s3.objects.keys()].every((key) => key.startsWith("cml/"))).toBe(true);
});

it("says so when the bucket is not there", async () => {
  const storage = await openS3Storage({ ...s3Options(), bucket: "elsewhere" });
  await expect(storage.ping()).rejects.toThrow();
  await expect(storage.put("a", Buffer.from("x"), "text/plain")).rejects.toThrow();
  storage.close();
});

it.each([
  { status: 507, code: "XMinioStorageFull" },
  { status: 403, code: "QuotaExceeded" },
])("says when the bucket is at its limit ($code), and leaves nothing of the file", async (refusal) => {
  const storage = await openS3Storage({ ...s3Options(), prefix: `${refusal.code}/` });
  const large = () => Readable.from([Buffer.alloc(6 * 1024 * 1024), Buffer.alloc(6 * 1024 * 1024)], { objectMode: false });
  await storage.put("imports/kept", Buffer.from("stands"), "text/csv");
  s3.refuseWith(refusal);
  for (const [key, body] of [
    ["imports/small", Buffer.from("x")],
    ["imports/large", large()],
    ["imports/kept", Buffer.from("other")],
  ] as const)
    await expect(storage.put(key, body, "text/csv"), key).rejects.toMatchObject({ code: "UPSTREAM", messageKey: "storage.full" });
  s3.refuseWith(null);
  expect(await collect(storage.list("imports/"))).toEqual([{ key: "imports/kept", sizeBytes: 6 }]);
  expect(s3.openUploads()).toBe(0);
  await storage.put("imports/large", large(), "text/csv");
  expect(await collect(storage.list("imports/l"))).toEqual([{ key: "imports/large", sizeBytes: 12 * 1024 * 1024 }]);
  storage.close();
});

it("says when the disk is full, and leaves nothing of the file", async () => {
  const room = await fs.mkdtemp(path.join(os.tmpdir(), "cml-storage-full-"));
  const storage = await createFolderStorage(room);
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const body = Readable.from(
    (async function* () {
      yield Buffer.from("begun");
      await Promise.reject(full);
    })(),
  );
  await expect(storage.put("imports/big", body, "text/csv")).rejects.toMatchObject({ code: "UPSTREAM", messageKey: "storage.full" });
  expect(await storage.open("imports/big")).toBeNull();
  expect(await fs.readdir(path.join(room, "incoming"))).toEqual([]);
  await fs.rm(room, { recursive: true });
});
