import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { openRuntime, readEnv, type Runtime } from "@cml/runtime";
import { sweepUploads } from "@cml/services/platform";
import { aUser, createTestDb, startTestS3, type TestDb, type TestS3 } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

// Two servers that have nothing in common but the database and the bucket.
type OneServer = { runtime: Runtime; app: FastifyInstance; url: string; folder: string };
const fixture = makeWebFixture();
let database: TestDb;
let s3: TestS3;
let first: OneServer;
let second: OneServer;
let cookie: string;
let strangersCookie: string;

const start = async (): Promise<OneServer> => {
  const folder = mkdtempSync(path.join(tmpdir(), "cml-server-"));
  const given = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    APP_SECRET: "a secret of this test, 32 signs or more",
    LOG_LEVEL: "silent",
    S3_BUCKET: "campaign",
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY_ID: "id",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  const runtime = await openRuntime(readEnv(given, {}));
  const app = await buildApp(runtime.deps, { web: fixture.web });
  return { runtime, app, folder, url: await app.listen({ port: 0, host: "127.0.0.1" }) };
};

beforeAll(async () => {
  database = await createTestDb();
  s3 = await startTestS3("campaign");
  [first, second] = [await start(), await start()];
  cookie = await signIn(first.app, await aUser(database.db, { role: "MAP_ADMIN" }));
  strangersCookie = await signIn(second.app, await aUser(database.db, { role: "MAP_ADMIN" }));
});
afterAll(async () => {
  for (const { app, runtime, folder } of [first, second]) {
    await app.close();
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await s3.stop();
  await database.drop();
  fixture.remove();
});

const tus = (more: Record<string, string> = {}, by = cookie) => ({ cookie: by, "tus-resumable": "1.0.0", ...more });
const piece = (offset: number) => ({ "upload-offset": String(offset), "content-type": "application/offset+octet-stream" });
const begin = async ({ app }: OneServer, size: number): Promise<string> => {
  const metadata = `purpose ${Buffer.from("import").toString("base64")},filename ${Buffer.from("doors.csv").toString("base64")}`;
  const headers = tus({ "upload-length": String(size), "upload-metadata": metadata });
  return String((await app.inject({ method: "POST", url: "/uploads", headers })).headers.location);
};
const send = ({ app }: OneServer, location: string, { offset, payload }: { offset: number; payload: string | Buffer }) =>
  app.inject({ method: "PATCH", url: location, payload, headers: tus(piece(offset)) });
const offsetAt = async ({ app }: OneServer, location: string, by = cookie) => {
  const answer = await app.inject({ method: "HEAD", url: location, headers: tus({}, by) });
  return answer.statusCode === 200 ? Number(answer.headers["upload-offset"]) : answer.statusCode;
};
const stored = async (location: string, suffix = "") => {
  const file = await first.runtime.deps.storage.open(location.slice(1) + suffix);
  return file === null ? null : text(file.stream);
};
const partsLeft = (location: string) =>
  [...s3.objects.keys()].filter((key) => key.startsWith(`upload-parts/${location.split("/").at(-1)}/`));

describe("a file that reaches two servers in turn", () => {
  it("goes on at one where it stopped at the other, and lies in the bucket whole, on no server's disk", async () => {
    const location = await begin(first, 11);
    expect((await send(first, location, { offset: 0, payload: "hello " })).statusCode).toBe(204);
    expect(await offsetAt(second, location)).toBe(6);
    expect(await stored(location)).toBeNull();
    expect((await send(second, location, { offset: 6, payload: "world" })).statusCode).toBe(204);
    expect(await stored(location)).toBe("hello world");
    expect(JSON.parse((await stored(location, ".json")) ?? "null")).toMatchObject({
      purpose: "import",
      fileName: "doors.csv",
      sizeBytes: 11,
    });
    expect(await offsetAt(first, location)).toBe(11);
    expect(partsLeft(location)).toHaveLength(1);
    for (const { folder } of [first, second]) expect(readdirSync(folder)).not.toContain("uploads");
  });

  it("comes in pieces larger than what a server holds in memory", async () => {
    const half = Buffer.alloc(9 * 1024 * 1024, "ab");
    const location = await begin(first, 2 * half.length);
    expect((await send(first, location, { offset: 0, payload: half })).statusCode).toBe(204);
    expect((await send(second, location, { offset: half.length, payload: half })).statusCode).toBe(204);
    const whole = (await stored(location)) ?? "";
    expect(Buffer.from(whole).equals(Buffer.concat([half, half]))).toBe(true);
  });

  it("goes on at the other with what had arrived of a piece that broke off", async () => {
    const [part, rest] = [Buffer.alloc(8 * 1024 * 1024, "a"), Buffer.from("the end")];
    const size = part.length + rest.length;
    const location = await begin(first, size);
    const headers = { ...tus(piece(0)), "content-length": String(size) };
    const request = http.request(first.url + location, { method: "PATCH", headers }).on("error", () => undefined);
    request.write(part);
    await vi.waitFor(async () => expect(await offsetAt(second, location)).toBe(part.length), { timeout: 10_000 });
    request.destroy();
    expect((await send(second, location, { offset: part.length, payload: rest })).statusCode).toBe(204);
    expect((await stored(location))?.slice(-8)).toBe("athe end");
  });

  it("stands where it stood after a piece from elsewhere in the file, and one too long", async () => {
    const location = await begin(second, 5);
    expect((await send(first, location, { offset: 3, payload: "lo" })).statusCode).toBe(409);
    expect((await send(first, location, { offset: 0, payload: "hello and more" })).statusCode).toBe(413);
    const chunked = await fetch(first.url + location, {
      method: "PATCH",
      headers: tus(piece(0)),
      body: new Blob(["hello and more"]).stream(),
      duplex: "half",
    });
    expect(chunked.status).toBe(413);
    expect(await offsetAt(second, location)).toBe(0);
    expect(await stored(location)).toBeNull();
  });

  it("is taken once when the same piece reaches both at the same time", async () => {
    const location = await begin(first, 10);
    const answers = await Promise.all([first, second].map((server) => send(server, location, { offset: 0, payload: "01234" })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    await send(first, location, { offset: 5, payload: "56789" });
    expect(await stored(location)).toBe("0123456789");
  });

  it("is put together by the next that is asked, when a server died with the last byte in", async () => {
    const location = await begin(first, 5);
    await send(first, location, { offset: 0, payload: "hello" });
    const id = location.split("/").at(-1) ?? "";
    const { storage } = first.runtime.deps;
    const facts = { ...(JSON.parse(s3.objects.get(`upload-parts/${id}/facts`)!.bytes.toString()) as object), isHandedOver: false };
    await storage.put(`upload-parts/${id}/facts`, Buffer.from(JSON.stringify(facts)), "application/json");
    await storage.put(`upload-parts/${id}/000000000000000`, Buffer.from("hello"), "application/octet-stream");
    await storage.remove(`uploads/${id}`);
    expect(await offsetAt(second, location)).toBe(5);
    expect(await stored(location)).toBe("hello");
  });

  it("is told in words when the bucket is full, keeps what it had, and goes on once there is room", async () => {
    const location = await begin(first, 10);
    expect((await send(first, location, { offset: 0, payload: "01234" })).statusCode).toBe(204);
    s3.refuseWith({ status: 507, code: "XMinioStorageFull" });
    const full = await first.app.inject({
      method: "PATCH",
      url: location,
      payload: "56789",
      headers: tus({ ...piece(5), "x-locale": "fr" }),
    });
    expect(full.statusCode).toBe(507);
    expect(full.json()).toMatchObject({ error: { messageKey: "storage.full", message: expect.stringContaining("place") } });
    s3.refuseWith(null);
    expect(await offsetAt(second, location)).toBe(5);
    expect(await stored(location)).toBeNull();
    expect((await send(second, location, { offset: 5, payload: "56789" })).statusCode).toBe(204);
    expect(await stored(location)).toBe("0123456789");
  });

  it("is nobody else's at either, and gone for both when its owner drops it", async () => {
    const location = await begin(first, 5);
    await send(first, location, { offset: 0, payload: "he" });
    for (const server of [first, second]) expect(await offsetAt(server, location, strangersCookie)).toBe(404);
    expect((await second.app.inject({ method: "DELETE", url: location, headers: tus({}, strangersCookie) })).statusCode).toBe(404);
    expect((await second.app.inject({ method: "DELETE", url: location, headers: tus() })).statusCode).toBe(204);
    expect(await offsetAt(first, location)).toBe(404);
    expect(partsLeft(location)).toEqual([]);
  });

  it("is forgotten a day after its last byte, not before", async () => {
    const location = await begin(first, 5);
    await send(first, location, { offset: 0, payload: "he" });
    const at = (hours: number) => ({ ...first.runtime.deps, clock: { now: () => new Date(Date.now() + hours * 3_600_000) } });
    await sweepUploads(at(23));
    expect(await offsetAt(second, location)).toBe(2);
    await sweepUploads(at(25));
    expect(await offsetAt(second, location)).toBe(404);
    expect(partsLeft(location)).toEqual([]);
  });
});
