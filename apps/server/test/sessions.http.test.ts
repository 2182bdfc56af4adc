import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { aUser, createTestDb, memoryStorage, type TestDb, testConfig, testDeps, testPassword } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "cml-uploads-"));
const storage = memoryStorage();
let database: TestDb;
let app: FastifyInstance;

beforeAll(async () => {
  database = await createTestDb();
  app = await buildApp(testDeps({ db: database.db, storage, config: { ...testConfig, dataDir } }), { web: fixture.web });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
  fs.rmSync(dataDir, { recursive: true });
});

/** The cookie header of somebody who has just signed in. */
const signIn = async (role: "MAP_ADMIN" | "USER" | "SUPER_ADMIN", given: { mustChangePassword?: boolean } = {}): Promise<string> => {
  const user = await aUser(database.db, { role, ...given });
  const answer = await app.inject({
    method: "POST",
    url: "/trpc/admin/auth.sessions.signIn",
    payload: { json: { email: user.email, password: testPassword } },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: "__Host-cml_session", httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
  return `${cookie?.name}=${cookie?.value}`;
};

it("keeps somebody signed in by cookie, until signed out", async () => {
  const cookie = await signIn("USER");
  const me = () => app.inject({ url: "/trpc/public/auth.sessions.me", headers: { cookie } });
  expect((await me()).statusCode).toBe(200);
  const out = await app.inject({ method: "POST", url: "/trpc/public/auth.sessions.signOut", payload: {}, headers: { cookie } });
  expect(out.cookies[0]).toMatchObject({ name: "__Host-cml_session", value: "" });
  expect((await me()).statusCode).toBe(401);
});

it("lets an account with a first password do nothing but choose its own", async () => {
  const cookie = await signIn("SUPER_ADMIN", { mustChangePassword: true });
  const headers = { cookie };
  const ask = (url: string) => app.inject({ url, headers });
  expect((await ask("/trpc/admin/auth.sessions.me")).json()).toMatchObject({ result: { data: { json: { mustChangePassword: true } } } });
  const list = `/trpc/admin/influence.campaigns.list?input=${encodeURIComponent(JSON.stringify({ json: {} }))}`;
  const refused = await ask(list);
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ error: { json: { data: { messageKey: "auth.changePasswordFirst" } } } });
  const id = "0199c0de-0000-7000-8000-000000000001";
  for (const door of ["/mailbox", `/imports/${id}/rejected.csv`, `/campaigns/${id}/hand-in/1795000000000.pdf`])
    expect((await ask(door)).statusCode, door).toBe(403);
  const newPassword = "Chosen-By-Myself-26";
  const changed = await app.inject({
    method: "POST",
    url: "/trpc/admin/auth.sessions.changePassword",
    payload: { json: { currentPassword: testPassword, newPassword } },
    headers,
  });
  expect(changed.statusCode, changed.body).toBe(200);
  expect((await ask(list)).statusCode).toBe(200);
});

it("does nothing for a form with the cookie that does not say where it comes from", async () => {
  const cookie = await signIn("USER");
  const send = (type: string, payload: string) =>
    app.inject({ method: "POST", url: "/trpc/public/auth.sessions.signOut", payload, headers: { cookie, "content-type": type } });
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    expect((await send(type, "{}")).statusCode, type).toBe(403);
  expect((await app.inject({ url: "/trpc/public/auth.sessions.me", headers: { cookie } })).statusCode).toBe(200);
  // JSON is never sent across sites without asking first, and the question is not answered.
  expect((await send("application/json", "{}")).statusCode).toBe(200);
});

it("does nothing with the cookie for a page of another site", async () => {
  const cookie = await signIn("USER");
  const out = await app.inject({
    method: "POST",
    url: "/trpc/public/auth.sessions.signOut",
    payload: {},
    headers: { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(out.statusCode).toBe(403);
  expect((await app.inject({ url: "/trpc/public/auth.sessions.me", headers: { cookie } })).statusCode).toBe(200);
});

it("shows staff what a server that is not ready waits for", async () => {
  const cookie = await signIn("SUPER_ADMIN");
  expect((await app.inject({ url: "/readyz", headers: { cookie } })).json()).toEqual({ status: "ready", parts: {} });
});

const tus = (cookie: string, given: Record<string, string> = {}) => ({ cookie, "tus-resumable": "1.0.0", ...given });
const metadata = (purpose: string) =>
  `purpose ${Buffer.from(purpose).toString("base64")},filename ${Buffer.from("adresses é.csv").toString("base64")}`;
const begin = (cookie: string, purpose = "import", more: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/uploads",
    headers: tus(cookie, { "upload-length": "11", "upload-metadata": metadata(purpose), ...more }),
  });
const send = (cookie: string, location: string, { offset, payload }: { offset: number; payload: string }) =>
  app.inject({
    method: "PATCH",
    url: location,
    payload,
    headers: tus(cookie, { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" }),
  });

it("takes a file in pieces, goes on where it stopped, and hands it to storage with whose it is", async () => {
  const cookie = await signIn("MAP_ADMIN");
  const location = String((await begin(cookie)).headers.location);
  expect(location).toMatch(/^\/uploads\/[0-9a-f-]{36}$/);
  expect((await send(cookie, location, { offset: 0, payload: "hello " })).statusCode).toBe(204);
  const asked = await app.inject({ method: "HEAD", url: location, headers: tus(cookie) });
  expect(asked.headers["upload-offset"]).toBe("6");
  expect((await send(cookie, location, { offset: 6, payload: "world" })).statusCode).toBe(204);
  const key = location.slice(1);
  const text = async (name: string) => {
    const stored = await storage.open(name);
    return stored === null ? null : Buffer.concat(await stored.stream.toArray()).toString();
  };
  expect(await text(key)).toBe("hello world");
  expect(JSON.parse((await text(`${key}.json`)) ?? "null")).toMatchObject({ purpose: "import", fileName: "adresses é.csv", sizeBytes: 11 });
  expect((await app.inject({ method: "HEAD", url: location, headers: tus(cookie) })).headers["upload-offset"]).toBe("11");

  const other = await signIn("MAP_ADMIN");
  expect((await app.inject({ method: "HEAD", url: location, headers: tus(other) })).statusCode).toBe(404);
  expect((await app.inject(`/files/${key}`)).statusCode).toBe(404);
});

it("refuses files of strangers, of people who may not, from other sites, for no purpose and beyond the size", async () => {
  const walker = await signIn("USER");
  const staff = await signIn("MAP_ADMIN");
  expect((await begin("")).statusCode).toBe(401);
  expect((await begin(walker)).statusCode).toBe(403);
  expect((await begin(staff, "import", { origin: "https://evil.example" })).statusCode).toBe(403);
  expect((await begin(staff, "anything")).statusCode).toBe(400);
  expect((await begin(staff, "import", { "upload-length": String(5 * 1024 ** 3) })).statusCode).toBe(400);
});
