import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How a server that holds one large file behaves: it hands out parts, it sends the whole whatever is asked, or it hangs up. */
export type RangeManner = "parts" | "whole" | "nothing";

/** A server of one file, as a statistics office runs it; `manner` may change between requests. */
export const startRangeServer = async (bytes: Buffer) => {
  const server = { manner: "parts" as RangeManner };
  const listener = createServer(({ headers }, response) => {
    if (server.manner === "nothing") return void response.destroy();
    if (server.manner === "whole") return void response.writeHead(200).end(bytes);
    const [, start = "0", end = "0"] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
    const part = bytes.subarray(Number(start), Number(end) + 1);
    const range = `bytes ${start}-${Number(start) + part.length - 1}/${bytes.length}`;
    response.writeHead(206, { "Content-Range": range, "Content-Length": part.length, ETag: '"june"' }).end(part);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  return Object.assign(server, { url: `http://127.0.0.1:${port}`, stop: () => new Promise((resolve) => listener.close(resolve)) });
};
