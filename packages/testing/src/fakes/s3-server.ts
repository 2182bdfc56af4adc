import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

type StoredObject = { bytes: Buffer; contentType: string };
export type TestS3 = {
  endpoint: string;
  objects: Map<string, StoredObject>;
  multipartUploads: () => number;
  /** Begun in parts and neither put together nor dropped. */
  openUploads: () => number;
  /** From now on nothing more is taken, as when the disk is full (507) or the account at its limit; null makes room again. */
  refuseWith: (refusal: { status: number; code: string } | null) => void;
  stop: () => Promise<void>;
};

const pageSize = 2;

/** The few S3 operations the storage uses, over plain HTTP with addressing by path; requests must be signed. */
export const startTestS3 = async (bucket: string): Promise<TestS3> => {
  const objects = new Map<string, StoredObject>();
  const uploads = new Map<string, { contentType: string; parts: Map<number, Buffer> }>();
  let multiparts = 0;
  let refusal: { status: number; code: string } | null = null;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://s3");
    const [, inBucket, ...rest] = url.pathname.split("/");
    const key = decodeURIComponent(rest.join("/"));
    const query = url.searchParams;
    const contentType = request.headers["content-type"] ?? "binary/octet-stream";
    if (!/^AWS4-HMAC-SHA256 Credential=.+Signature=[0-9a-f]{64}$/.test(request.headers.authorization ?? ""))
      return fail(response, 403, "AccessDenied");
    if (inBucket !== bucket) return fail(response, 404, "NoSuchBucket");
    const body = await buffer(request);

    if (key === "") return list(response, query);
    if (refusal !== null && request.method === "PUT") return fail(response, refusal.status, refusal.code);
    if (request.method === "POST" && query.has("uploads")) {
      const id = randomUUID();
      uploads.set(id, { contentType, parts: new Map() });
      return xml(response, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    const upload = uploads.get(query.get("uploadId") ?? "");
    if (request.method === "PUT" && upload !== undefined) {
      upload.parts.set(Number(query.get("partNumber")), body);
      response.setHeader("ETag", `"${randomUUID()}"`).end();
      return;
    }
    if (request.method === "POST" && upload !== undefined) {
      const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      objects.set(key, { bytes: Buffer.concat(parts), contentType: upload.contentType });
      uploads.delete(query.get("uploadId") ?? "");
      multiparts += 1;
      return xml(response, `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`);
    }
    if (request.method === "PUT") {
      objects.set(key, { bytes: body, contentType });
      response.setHeader("ETag", `"${randomUUID()}"`).end();
      return;
    }
    if (request.method === "DELETE" && upload !== undefined) {
      uploads.delete(query.get("uploadId") ?? "");
      response.writeHead(204).end();
      return;
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const object = objects.get(key);
    if (object === undefined) return fail(response, 404, "NoSuchKey");
    return send(response, object, request.headers.range);
  };

  const list = (response: ServerResponse, query: URLSearchParams) => {
    const all = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
    const from = Number(query.get("continuation-token") ?? 0);
    const keys = all.slice(from, from + pageSize);
    const next = from + pageSize < all.length ? `<NextContinuationToken>${from + pageSize}</NextContinuationToken>` : "";
    const contents = keys
      .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.bytes.length ?? 0}</Size></Contents>`)
      .join("");
    return xml(response, `<ListBucketResult><IsTruncated>${next !== ""}</IsTruncated>${next}${contents}</ListBucketResult>`);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    multipartUploads: () => multiparts,
    openUploads: () => uploads.size,
    refuseWith: (next) => void (refusal = next),
    stop,
  };
};

const send = (response: ServerResponse, { bytes, contentType }: StoredObject, range: string | undefined): void => {
  response.setHeader("Content-Type", contentType);
  if (range === undefined) {
    response.end(bytes);
    return;
  }
  const [, start = "0", end = ""] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (Number(start) >= bytes.length) return fail(response, 416, "InvalidRange");
  const last = Math.min(end === "" ? bytes.length - 1 : Number(end), bytes.length - 1);
  response.writeHead(206, { "Content-Range": `bytes ${start}-${last}/${bytes.length}` }).end(bytes.subarray(Number(start), last + 1));
};

const xml = (response: ServerResponse, body: string): void => {
  response.setHeader("Content-Type", "application/xml").end(`<?xml version="1.0"?>${body}`);
};

const fail = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { "Content-Type": "application/xml" }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
};
