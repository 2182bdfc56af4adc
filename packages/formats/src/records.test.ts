import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { openRecords } from "./records";

const read = async (text: string | Buffer, pieceLength = 7): Promise<{ header: string[]; records: string[][] }> => {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, index) => bytes.subarray(index * pieceLength, (index + 1) * pieceLength));
  const file = await openRecords(Readable.from(pieces));
  const records: string[][] = [];
  for await (const batch of file.batches) records.push(...batch);
  return { header: file.header, records };
}; // prettier-ignore

it("splits lines, quoted ones too, wherever the pieces end", async () => {
  const text = '\uFEFFa,b,c\r\n1,,é\n"x, y","say ""no""","two\nlines"\r\n\nlast,1,2';
  const records = [["1", "", "é"], ["x, y", 'say "no"', "two\nlines"], ["last", "1", "2"]]; // prettier-ignore
  for (const length of [1, 2, 3, 7, 64]) expect(await read(text, length)).toEqual({ header: ["a", "b", "c"], records });
});

it("reads Latin-1", async () => {
  expect((await read(Buffer.from("a\nMontréal\n", "latin1"))).records).toEqual([["Montréal"]]);
});

it("names the row where a quote never ends, and refuses lines without end", async () => {
  await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({ messageKey: "import.brokenCsv", params: { row: 2 } });
  await expect(read(`a,b\n${"x".repeat(1_500_000)}`, 65_536)).rejects.toMatchObject({
    messageKey: "import.longRecord",
    params: { row: 1 },
  });
  await expect(read("")).rejects.toMatchObject({ messageKey: "import.emptyFile" });
});
