import { createHmac } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createWorkerToken } from "@cml/services/auth";
import { actorOf, aCampaign, aUser, createTestDb, type TestDb, testConfig, testDeps, testPassword } from "@cml/testing";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "cml-hostile-"));
let database: TestDb;
let app: FastifyInstance;
let deps: ReturnType<typeof makeDeps>;
let admin: string;
const makeDeps = (db: TestDb["db"]) => testDeps({ db, config: { ...testConfig, dataDir } });

beforeAll(async () => {
  database = await createTestDb();
  deps = makeDeps(database.db);
  app = await buildApp(deps, { web: fixture.web });
  admin = await signIn(app, await aUser(database.db, { role: "SUPER_ADMIN" }));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
  fs.rmSync(dataDir, { recursive: true });
});

const rows = async () => ({
  users: await database.db.prisma.user.count(),
  campaigns: await database.db.prisma.campaign.count(),
  mails: await database.db.prisma.templateMail.count(),
  letters: await database.db.prisma.campaignEmail.count(),
  outbox: await database.db.prisma.outbox.count(),
  handedOver: deps.mailer.handedOver.length,
});
const plain = (answer: { body: string }) =>
  expect(answer.body).not.toMatch(/node_modules|\bat \S+ \(|SELECT |INSERT INTO|prisma|postgres|\/home\/|\/src\/|"stack"/i);

describe("tokens", () => {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = (header: object, claims: object, key: Uint8Array) => {
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
  };
  const ask = (token: string, url = "/trpc/admin/auth.sessions.me") =>
    app.inject({ url, headers: { authorization: `Bearer ${token}`, "accept-language": "fr" } });
  let pair: { accessToken: string; refreshToken: string };
  let header: object;
  let claims: Record<string, unknown>;
  const decode = (part = ""): Record<string, unknown> => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;

  beforeAll(async () => {
    const user = await aUser(database.db, { role: "SUPER_ADMIN" });
    const answer = await app.inject({
      method: "POST",
      url: "/trpc/admin/auth.sessions.token",
      payload: { json: { email: user.email, password: testPassword } },
    });
    pair = answer.json<{ result: { data: { json: typeof pair } } }>().result.data.json;
    const [head, body] = pair.accessToken.split(".");
    header = decode(head);
    claims = decode(body);
  });

  it("that are good open the door, so that what follows means something", async () => {
    expect((await ask(pair.accessToken)).statusCode).toBe(200);
    expect((await ask(signed(header, claims, deps.secrets.jwtKey))).statusCode).toBe(200);
  });

  it.each<[string, () => string]>([
    ["without an algorithm", () => `${encode({ ...header, alg: "none" })}.${encode(claims)}.`],
    ["signed with another key", () => signed(header, claims, new Uint8Array(32))],
    [
      "naming another account",
      () => `${encode(header)}.${encode({ ...claims, sub: crypto.randomUUID() })}.${pair.accessToken.split(".")[2] ?? ""}`,
    ],
    ["that ended", () => signed(header, { ...claims, iat: 1_000_000_000, exp: 1_000_000_900 }, deps.secrets.jwtKey)],
    ["of an account that is none", () => signed(header, { ...claims, sub: crypto.randomUUID() }, deps.secrets.jwtKey)],
    ["whose account is no id", () => signed(header, { ...claims, sub: "' OR 1=1" }, deps.secrets.jwtKey)],
    ["for refreshing, shown as the other", () => pair.refreshToken],
    ["of nothing but dots", () => ".."],
    ["of a NUL", () => "%00"],
  ])("%s open nothing", async (_name, make) => {
    const answer = await ask(make());
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { json: { data: { requestId: answer.headers["x-request-id"] } } } });
    expect(answer.body).not.toContain('"message":"Your');
    plain(answer);
  });

  it("of a worker open the media surface alone", async () => {
    const owner = await aUser(database.db, { role: "SUPER_ADMIN" });
    const { token } = await createWorkerToken(deps, actorOf(owner), { name: "stray" });
    for (const url of [
      "/trpc/admin/auth.users.list",
      "/trpc/canvass/auth.sessions.me",
      "/trpc/public/auth.sessions.me",
      "/mailbox",
      "/tiles/staff/0/0/0.mvt",
    ])
      expect((await ask(token, url)).statusCode, url).toBeGreaterThanOrEqual(401);
    expect((await ask(pair.accessToken, "/trpc/media/media.jobs.claim")).statusCode).toBeGreaterThanOrEqual(401);
    expect((await ask(`${token.slice(0, -1)}x`, "/trpc/public/settings.site.summary")).statusCode).toBe(401);
  });
});

describe("requests of other sites and roles", () => {
  const create = (headers: Record<string, string>) =>
    app.inject({ method: "POST", url: "/trpc/admin/influence.campaigns.create", payload: { json: { title: "Not mine" } }, headers });

  it.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site in an older browser", { origin: "https://evil.example" }],
    ["another site that hides its name", { origin: "null" }],
    ["a neighbour below the same domain", { "sec-fetch-site": "same-site" }],
    ["a site whose name begins like ours", { origin: "https://act.example.org.evil.example" }],
  ])("from %s change nothing with the cookie", async (_name, headers) => {
    const before = await rows();
    const answer = await create({ cookie: admin, "x-locale": "fr", ...headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ error: { json: { message: expect.stringContaining("autre site") as unknown } } });
    expect(await rows()).toEqual(before);
  });

  it("with another Host make no link to it", async () => {
    const user = await aUser(database.db);
    const answer = await app.inject({
      method: "POST",
      url: "/trpc/public/auth.users.requestPasswordReset",
      payload: { json: { email: user.email } },
      headers: { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
    });
    expect(answer.statusCode).toBe(200);
    const mail = await database.db.prisma.templateMail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(JSON.stringify(mail)).toContain("https://act.example.org/reset/");
    expect(JSON.stringify(mail)).not.toContain("evil.example");
  });

  it("of somebody without the permission neither see nor change a campaign", async () => {
    const campaign = await aCampaign(database.db, { status: "DRAFT" });
    const cookie = await signIn(app, await aUser(database.db, { role: "MAP_ADMIN" }));
    const before = await rows();
    const ask = { headers: { cookie, "x-locale": "fr" }, payload: { json: { id: campaign.id, changes: { title: "Mine now" } } } };
    expect((await app.inject({ method: "POST", url: "/trpc/admin/influence.campaigns.update", ...ask })).statusCode).toBe(403);
    const input = encodeURIComponent(JSON.stringify({ json: { id: campaign.id } }));
    expect((await app.inject({ url: `/trpc/admin/influence.campaigns.get?input=${input}`, headers: { cookie } })).statusCode).toBe(403);
    const slug = encodeURIComponent(JSON.stringify({ json: { slug: campaign.slug, locale: "en" } }));
    expect((await app.inject(`/trpc/public/influence.campaigns.bySlug?input=${slug}`)).statusCode).toBe(404);
    expect(await rows()).toEqual(before);
  });

  it("to the mailbox open it to nobody else", async () => {
    const walker = await signIn(app, await aUser(database.db, { role: "INFLUENCE_ADMIN" }));
    for (const url of ["/mailbox", "/mailbox/x", "/mailbox/..%2f..%2fetc%2fpasswd", "/mailbox/x/html", "/mailbox/delete"]) {
      expect((await app.inject(url)).statusCode, url).toBe(401);
      expect((await app.inject({ url, headers: { cookie: walker } })).statusCode, url).toBe(403);
    }
    const form = { "content-type": "application/x-www-form-urlencoded", cookie: admin, origin: "https://evil.example" };
    expect((await app.inject({ method: "POST", url: "/mailbox/delete", payload: "", headers: form })).statusCode).toBe(403);
  });
});

describe("addresses that are none", () => {
  it.each<[string, InjectOptions]>([
    ["two slashes", { url: "//" }],
    ["two slashes and a host", { url: "//evil.example/c/velo" }],
    ["a percent sign", { url: "/c/%" }],
    ["half a character", { url: "/c/%E0%A4%A" }],
    ["a NUL in a file", { url: "/files/covers/%00" }],
    ["a way up among files", { url: "/files/covers/..%2f..%2f.secret" }],
    ["a way up, twice escaped", { url: "/files/covers/..%252f..%252fsecret" }],
    ["a NUL in an asset", { url: "/assets/%00.js" }],
    ["a NUL in an app", { url: "/admin/%00.js" }],
    ["a media job that is none", { url: "/media-source/x/y/z" }],
    ["a media job with a NUL", { url: "/media-source/01900000-0000-7000-8000-000000000000/%00/%00" }],
    ["a very long one", { url: `/c/${"x".repeat(6000)}` }],
    ["one procedure too many", { url: `/trpc/public/${"a,".repeat(200)}a?batch=1` }],
    ["a NUL for a procedure", { url: "/trpc/public/%00" }],
    ["broken escapes of an input", { url: "/trpc/public/influence.campaigns.list?input=%E0%A4%A" }],
    ["a method nobody has", { url: "/trpc/public/influence.campaigns.list", method: "DELETE" }],
    [
      "a body of another kind",
      { url: "/trpc/public/auth.sessions.signIn", method: "POST", payload: "<x/>", headers: { "content-type": "text/xml" } },
    ],
    [
      "a body that says it is compressed",
      {
        url: "/trpc/public/auth.sessions.signIn",
        method: "POST",
        payload: "x",
        headers: { "content-type": "application/json", "content-encoding": "gzip" },
      },
    ],
  ])("%s: nothing fails", async (_name, request) => {
    const answer = await app.inject({ ...request, headers: { ...request.headers, "x-locale": "fr" } });
    expect(answer.statusCode, answer.body).toBeLessThan(500);
    plain(answer);
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("and an id with line breaks is not taken over into the answer", async () => {
    const answer = await app.inject({ url: "/healthz", headers: { "x-request-id": "abcdefgh\tSet-Cookie: x=y" } });
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });
});

describe("uploads of others", () => {
  const tus = (cookie: string, more: Record<string, string>) => ({ cookie, "tus-resumable": "1.0.0", ...more });
  const metadata = (purpose: string, more = "") =>
    `purpose ${Buffer.from(purpose).toString("base64")},filename ${Buffer.from("a\r\nb.csv").toString("base64")}${more}`;
  const begin = (cookie: string, headers: Record<string, string>) =>
    app.inject({ method: "POST", url: "/uploads", headers: tus(cookie, headers) });
  const piece = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };

  it("cannot be written, read, removed or reached by a crooked address", async () => {
    const [owner, thief] = [await signIn(app, await aUser(database.db, { role: "MAP_ADMIN" })), admin];
    const theirs = String((await begin(owner, { "upload-length": "5", "upload-metadata": metadata("import") })).headers.location);
    const mine = String((await begin(thief, { "upload-length": "5", "upload-metadata": metadata("import") })).headers.location);
    const id = theirs.split("/").at(-1) ?? "";
    for (const method of ["HEAD", "PATCH", "DELETE"] as const)
      expect(
        (await app.inject({ method, url: theirs, headers: tus(thief, piece), ...(method === "PATCH" ? { payload: "XXXXX" } : {}) }))
          .statusCode,
      ).toBe(404);
    await app.inject({ method: "PATCH", url: `${mine}?/${id}`, headers: tus(thief, piece), payload: "XXXXX" });
    await app.inject({ method: "DELETE", url: `${mine}?x=/${id}`, headers: tus(thief, {}) });
    const asked = await app.inject({ method: "HEAD", url: theirs, headers: tus(owner, {}) });
    expect([asked.statusCode, asked.headers["upload-offset"]]).toEqual([200, "0"]);
    expect(
      (
        await app.inject({
          method: "PATCH",
          url: theirs,
          headers: tus(owner, { ...piece, origin: "https://evil.example" }),
          payload: "XXXXX",
        })
      ).statusCode,
    ).toBe(403);
    expect(
      (await app.inject({ method: "PATCH", url: theirs, headers: tus(owner, { ...piece, "upload-offset": "3" }), payload: "XX" }))
        .statusCode,
    ).toBe(409);
    expect(
      (await app.inject({ method: "PATCH", url: theirs, headers: tus(owner, piece), payload: "hello and more" })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it("are no one's to claim by metadata, and tell their size beforehand", async () => {
    const owner = `,owner ${Buffer.from(crypto.randomUUID()).toString("base64")}`;
    const made = await begin(admin, { "upload-length": "5", "upload-metadata": metadata("cover", owner) });
    expect(made.statusCode).toBe(201);
    expect(made.headers["access-control-allow-origin"]).not.toBe("*");
    expect((await app.inject({ method: "HEAD", url: String(made.headers.location), headers: tus(admin, {}) })).statusCode).toBe(200);
    expect((await begin(admin, { "upload-defer-length": "1", "upload-metadata": metadata("cover") })).statusCode).toBe(400);
    for (const length of ["-1", "1e9", "NaN", "99999999999999999999"])
      expect((await begin(admin, { "upload-length": length, "upload-metadata": metadata("cover") })).statusCode, length).toBe(400);
    expect((await begin(admin, { "upload-length": "5", "upload-metadata": metadata("__proto__") })).statusCode).toBe(400);
  });
});
