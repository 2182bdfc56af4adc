import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { openRuntime, readEnv, type Runtime } from "@cml/runtime";
import { createWorkerToken, issueTokens } from "@cml/services/auth";
import { aStranger, aUser, createTestDb, type TestDb, testPassword } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../media-worker/src/api";
import { workOnce } from "../../media-worker/src/work";
import { buildApp } from "../src/app";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const folder = mkdtempSync(path.join(tmpdir(), "cml-media-"));
const films = path.resolve(import.meta.dirname, "../../../tooling/fixtures/video");
let database: TestDb;
let runtime: Runtime;
let app: FastifyInstance;
let admin: { authorization: string };
let worker: { api: ReturnType<typeof connect>; env: Parameters<typeof workOnce>[1] };

beforeAll(async () => {
  database = await createTestDb();
  const given = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    APP_SECRET: "a secret of this test, 32 signs or more",
    LOG_LEVEL: "silent",
  };
  runtime = await openRuntime(readEnv(given, {}));
  app = await buildApp(runtime.deps, { web: fixture.web });
  const serverUrl = await app.listen({ port: 0, host: "127.0.0.1" });
  const { email } = await aUser(database.db, { role: "SUPER_ADMIN" });
  const { accessToken } = await issueTokens(runtime.deps, aStranger(), { email: email ?? "", password: testPassword });
  admin = { authorization: `Bearer ${accessToken}` };
  const { token } = await createWorkerToken(runtime.deps, systemActor(), { name: "box-1" });
  const env = { SERVER_URL: serverUrl, WORKER_TOKEN: token, FFPROBE_PATH: undefined, POLL_SECONDS: 1 };
  worker = { api: connect(env), env };
});
afterAll(async () => {
  await app.close();
  await runtime.close();
  await database.drop();
  fixture.remove();
  rmSync(folder, { recursive: true, force: true });
});

const upload = async (name: string): Promise<string> => {
  const uploadId = `upload-${name.replaceAll(".", "-")}`;
  await runtime.deps.storage.put(`uploads/${uploadId}`, readFileSync(path.join(films, name)), "application/octet-stream");
  const answer = await app.inject({
    method: "POST",
    url: "/trpc/admin/media.videos.create",
    headers: admin,
    payload: { json: { uploadId, title: name, originalFilename: name, description: null } },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ result: { data: { json: { id: string } } } }>().result.data.json.id;
};
const read = async (id: string): Promise<Record<string, unknown>> => {
  const input = encodeURIComponent(JSON.stringify({ json: { id } }));
  const answer = await app.inject({ url: `/trpc/admin/media.videos.get?input=${input}`, headers: admin });
  return answer.json<{ result: { data: { json: Record<string, unknown> } } }>().result.data.json;
};

describe("a media worker with nothing but the server's address and a token", () => {
  it("reads an uploaded film over HTTP, and the organiser sees what it is", async () => {
    const id = await upload("edts.mp4");
    expect(await read(id)).toMatchObject({ durationSeconds: null, width: null });
    expect(await workOnce(worker.api, worker.env)).toBe(true);
    expect(await read(id)).toMatchObject({
      durationSeconds: 9,
      width: 854,
      height: 480,
      codecs: { video: "h264", audio: "aac" },
      sizeBytes: readFileSync(path.join(films, "edts.mp4")).length,
      isValid: true,
      jobs: [{ status: "completed", progress: 100 }],
    });
    expect(await workOnce(worker.api, worker.env)).toBe(false);
  });

  it("says that a broken film cannot be read", async () => {
    const id = await upload("fixture-isom.mp4");
    expect(await workOnce(worker.api, worker.env)).toBe(true);
    const video = await read(id);
    expect(video).toMatchObject({ isValid: false, jobs: [{ status: "failed" }] });
    expect(String(video["validationError"])).not.toContain("media-source");
  });

  it("gets the bytes it asks for while it holds the job, and nobody gets them after", async () => {
    await upload("fixture.webm");
    const film = readFileSync(path.join(films, "fixture.webm"));
    const job = await worker.api.claim.mutate({});
    if (job === null) throw new Error("there was no job");
    const part = await app.inject({ url: job.sourcePath, headers: { range: "bytes=4-7" } });
    expect(part).toMatchObject({ statusCode: 206, rawPayload: film.subarray(4, 8) });
    expect(part.headers["content-range"]).toBe(`bytes 4-7/${film.length}`);
    const whole = await app.inject(job.sourcePath);
    expect(whole).toMatchObject({ statusCode: 200, rawPayload: film });
    expect((await app.inject({ url: job.sourcePath, headers: { range: `bytes=${film.length}-` } })).statusCode).toBe(416);
    const forged = `${job.sourcePath.slice(0, -4)}0000`;
    expect((await app.inject(forged)).statusCode).toBe(404);
    expect((await app.inject("/media-source/1/2/3")).statusCode).toBe(404);
    await worker.api.fail.mutate({ hold: job.hold, reason: "given back", unreadable: true });
    expect((await app.inject(job.sourcePath)).statusCode).toBe(404);
  });
});
