import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createGuardedRanges } from ".";

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://register.example:${(server.address() as AddressInfo).port}/202606.zip`;
};

const whole = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const fetchRange = createGuardedRanges({
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  allowPrivate: (address) => address === "127.0.0.1",
});

const ranges: RequestListener = ({ headers }, response) => {
  const [, start = "", end = ""] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  const last = Math.min(Number(end), whole.length - 1);
  response.writeHead(206, { "Content-Range": `bytes ${start}-${last}/${whole.length}`, ETag: '"v1"' });
  response.end(whole.subarray(Number(start), last + 1));
};

it("fetches a part of a file, its size and its version with it", async () => {
  const url = await serve(ranges);
  expect(await fetchRange(url, { start: 10, end: 19, timeoutMs: 5000 })).toEqual({
    bytes: whole.subarray(10, 20),
    sizeBytes: 1000,
    version: '"v1"',
  });
  expect((await fetchRange(url, { start: 990, end: 2000, timeoutMs: 5000 })).bytes).toHaveLength(10);
});

it("refuses a server that sends the whole file instead, before it comes", async () => {
  let sent = 0;
  const url = await serve((_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (sent < 50_000_000 && !response.destroyed) {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536))) {
          response.once("drain", more);
          return;
        }
      }
    };
    more();
  });
  await expect(fetchRange(url, { start: 0, end: 99, timeoutMs: 5000 })).rejects.toMatchObject({
    code: "UPSTREAM",
    messageKey: "import.noRange",
  });
  expect(sent).toBeLessThan(50_000_000);
});

it("refuses another part than it asked for, one cut off, and addresses of one's own network", async () => {
  const other = await serve((_request, response) =>
    response.writeHead(206, { "Content-Range": "bytes 0-9/1000" }).end(whole.subarray(0, 10)),
  );
  await expect(fetchRange(other, { start: 10, end: 19, timeoutMs: 5000 })).rejects.toMatchObject({ messageKey: "import.noRange" });
  const short = await serve((_request, response) =>
    response.writeHead(206, { "Content-Range": "bytes 0-9/1000" }).end(whole.subarray(0, 4)),
  );
  await expect(fetchRange(short, { start: 0, end: 9, timeoutMs: 5000 })).rejects.toMatchObject({ messageKey: "fetch.unreachable" });
  const away = await serve((_request, response) => response.writeHead(404).end());
  await expect(fetchRange(away, { start: 0, end: 9, timeoutMs: 5000 })).rejects.toMatchObject({ messageKey: "fetch.status" });
  await expect(createGuardedRanges()("http://127.0.0.1:1/x.zip", { start: 0, end: 9, timeoutMs: 500 })).rejects.toMatchObject({
    messageKey: "fetch.notAllowed",
  });
});
