import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { fakeClock, memoryLocks, memoryStorage } from "@cml/testing";
import { expect, it } from "vitest";
import { beginUpload, receiveUpload } from "./receive-upload";
import { partKey, readUpload } from "./upload-facts";

const id = "0199c0de-0000-7000-8000-000000000001";
const begun = async (sizeBytes: number) => {
  const deps = { storage: memoryStorage(), locks: memoryLocks(), clock: fakeClock() };
  await beginUpload(deps, id, { owner: "somebody", purpose: "import", fileName: null, sizeBytes });
  return deps;
};
const breaking = (pieces: string[], error: Error) =>
  Readable.from(
    (async function* () {
      for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
      throw error;
    })(),
  );

it("keeps what arrived of a body that broke off", async () => {
  const deps = await begun(10);
  const body = breaking(["01", "234"], new Error("the line went dead"));
  await expect(receiveUpload(deps, { id, offset: 0, body })).rejects.toThrow("the line went dead");
  expect(await readUpload(deps, id)).toMatchObject({ offset: 5, sizeBytes: 10 });
  const part = await deps.storage.open(partKey(id, 0));
  expect(part && (await text(part.stream))).toBe("01234");
});

it("keeps nothing of a body that was refused, or would reach beyond the file", async () => {
  const deps = await begun(4);
  const refused = breaking(["01"], new AppError("INVALID", "input.tooLarge"));
  await expect(receiveUpload(deps, { id, offset: 0, body: refused })).rejects.toMatchObject({ messageKey: "input.tooLarge" });
  await expect(receiveUpload(deps, { id, offset: 0, body: Readable.from([Buffer.from("01234")]) })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await readUpload(deps, id)).toMatchObject({ offset: 0 });
});

it("goes nowhere when another request went on meanwhile, or the upload is gone", async () => {
  const deps = await begun(4);
  expect(await receiveUpload(deps, { id, offset: 0, body: Readable.from([Buffer.from("01")]) })).toBe(2);
  const late = receiveUpload(deps, { id, offset: 0, body: Readable.from([Buffer.from("0")]) });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await readUpload(deps, id)).toMatchObject({ offset: 2 });
  const other = { id: id.replace("1", "2"), offset: 0, body: Readable.from([Buffer.from("0")]) };
  await expect(receiveUpload(deps, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
