import { isAppError } from "@cml/domain/kernel";
import { describe, expect, it } from "vitest";
import { readMultipart } from "./multipart";

const type = "multipart/form-data; boundary=----x1";
const body = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const told = (bytes: Buffer, contentType = type) => {
  try {
    return readMultipart(bytes, contentType).map((part) => [part.name, part.isFile, part.bytes.toString("latin1")]);
  } catch (error) {
    return isAppError(error) ? error.messageKey : error;
  }
};

describe("readMultipart", () => {
  it("reads what a browser sends, byte for byte", async () => {
    const form = new FormData();
    form.set("back", "/c/velo/replies/new");
    const bytes = new Uint8Array(1_000).map((_, at) => at % 256);
    form.set("picture", new Blob([bytes], { type: "image/png" }), 'réponse "1".png');
    const sent = new Request("http://localhost", { method: "POST", body: form });
    const parts = readMultipart(Buffer.from(await sent.arrayBuffer()), sent.headers.get("content-type") ?? "");
    expect(parts.map(({ name, isFile }) => [name, isFile])).toEqual([["back", false], ["picture", true]]); // prettier-ignore
    expect(parts[0]?.bytes.toString()).toBe("/c/velo/replies/new");
    expect(parts[1]?.bytes.equals(Buffer.from(bytes))).toBe(true);
  });

  it("knows a quoted boundary, a preamble and an epilogue", () => {
    const one = 'before\r\n------x1\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n------x1--\r\nafter';
    expect(told(body(one), 'multipart/form-data; boundary="----x1"')).toEqual([["a", false, "b"]]);
  });

  it("keeps line breaks and dashes that only look like a divider", () => {
    const content = "\r\n--\r\n----x\r\n";
    expect(told(body('------x1\r\nContent-Disposition: form-data; name="a"\r\n\r\n', content, "\r\n------x1--"))).toEqual([
      ["a", false, content],
    ]);
  });

  it.each([
    ["no boundary", body("x"), "multipart/form-data"],
    ["nothing", body(""), type],
    ["no end", body('------x1\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'), type],
    ["a part without a name", body("------x1\r\nContent-Disposition: form-data\r\n\r\nb\r\n------x1--"), type],
    ["a part without a head", body("------x1\r\nb\r\n------x1--"), type],
    ["too many parts", body('------x1\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(25), "------x1--"), type],
  ])("refuses %s", (_what, bytes, contentType) => {
    expect(told(bytes, contentType)).toBe("input.malformed");
  });
});
