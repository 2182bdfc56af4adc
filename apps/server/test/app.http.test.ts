import { createTestDb, testConfig, type TestDb, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
let database: TestDb;
let app: FastifyInstance;
const makeDeps = (db: TestDb["db"]) => testDeps({ db, config: { ...testConfig, basemapUrl: "https://tiles.example.org/style.json" } });
let deps: ReturnType<typeof makeDeps>;
let databaseUp = true;

beforeAll(async () => {
  database = await createTestDb();
  deps = makeDeps(database.db);
  const style = { version: 8, glyphs: "https://letters.example.org/{fontstack}/{range}.pbf", sources: {}, layers: [] };
  deps.fetchRemote.files.set("https://tiles.example.org/style.json", {
    bytes: Buffer.from(JSON.stringify(style)),
    contentType: "application/json",
  });
  app = await buildApp(deps, {
    web: fixture.web,
    metricsToken: "a-token-of-the-metrics",
    checks: {
      database: async () => {
        if (!databaseUp) throw new Error("connection refused");
      },
    },
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
});

const nonceOf = (answer: { body: string }) => /nonce=["']([^"']+)["']/.exec(answer.body)?.[1];

describe("headers", () => {
  it("of every answer", async () => {
    const { headers } = await app.inject("/healthz");
    const { "content-security-policy": policy, "referrer-policy": referrer } = headers;
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "cross-origin-opener-policy": "same-origin",
    });
    expect({ policy: policy?.toString().split("; "), referrer }).toMatchInlineSnapshot(`
      {
        "policy": [
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "style-src-attr 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "media-src 'self' blob:",
          "connect-src 'self'",
          "worker-src 'self' blob:",
          "frame-src 'self'",
          "frame-ancestors 'self'",
          "form-action 'self'",
          "base-uri 'self'",
          "object-src 'none'",
          "upgrade-insecure-requests",
        ],
        "referrer": "strict-origin-when-cross-origin",
      }
    `);
  });

  it("of a page: a policy with the nonce that its style elements carry, new each time", async () => {
    const [one, other] = await Promise.all([app.inject("/c/velo"), app.inject("/c/velo")]);
    expect(one.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonceOf(one)}';`);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers["content-security-policy"]).toContain("connect-src 'self' https://tiles.example.org https://letters.example.org;");
    expect(one.headers["cache-control"]).toBe("no-cache");
  });

  it("let a page stand only in frames of the sites it names, whatever else somebody wrote there", async () => {
    const embedded = (await app.inject("/embed/velo")).headers["content-security-policy"];
    expect(embedded).toContain("frame-ancestors 'self' https://velo.example.org http://localhost:8080;");
    expect(embedded).not.toContain("script-src *");
    for (const page of ["/c/velo", "/admin/", "/c/embed/"]) {
      expect((await app.inject(page)).headers["content-security-policy"]).toContain("frame-ancestors 'self';");
    }
  });

  it("keep addresses that are a key in themselves from caches and other sites", async () => {
    expect((await app.inject("/receipt/abc")).headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });
  });

  it("carry the request's id, or the proxy's when it looks like one", async () => {
    expect((await app.inject("/healthz")).headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect((await app.inject({ url: "/healthz", headers: { "x-request-id": "proxy-12345" } })).headers["x-request-id"]).toBe("proxy-12345");
    expect((await app.inject({ url: "/healthz", headers: { "x-request-id": "<script>" } })).headers["x-request-id"]).not.toContain("<");
  });
});

describe("browser apps", () => {
  it("show their shell at every address inside them", async () => {
    for (const url of ["/admin/", "/admin/campaigns/1", "/canvass/walk"]) {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain(`shell</body>`);
      expect(answer.body).not.toContain("__CSP_NONCE__");
      expect(answer.headers["content-security-policy"]).toContain(`'nonce-${nonceOf(answer)}'`);
    }
    expect((await app.inject("/admin?from=mail")).headers["location"]).toBe("/admin/?from=mail");
  });

  it("give hashed files for ever and the service worker afresh each time", async () => {
    const asset = await app.inject("/admin/assets/app-1a2b3c.js");
    expect(asset.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": expect.stringContaining("javascript"),
    });
    const worker = await app.inject("/canvass/sw.js");
    expect(worker.headers).toMatchObject({ "cache-control": "no-cache", "service-worker-allowed": "/canvass/" });
    expect((await app.inject("/assets/site-9f8e.css")).headers["content-type"]).toContain("text/css");
  });

  it.each(["/admin/assets/none.js", "/admin/..%2fsecret.txt", "/assets/..%2f..%2fserver%2fentry-server.js"])(
    "have no file %s",
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain("outside");
    },
  );
});

describe("the public site", () => {
  it("is drawn in the language of its address", async () => {
    expect((await app.inject("/c/velo")).body).toContain("<html lang=en>");
    expect((await app.inject("/fr/c/velo")).body).toContain("<html lang=fr>");
  });

  it("passes on the renderer's status and headers", async () => {
    expect((await app.inject("/missing")).statusCode).toBe(404);
    const moved = await app.inject("/moved");
    expect([moved.statusCode, moved.headers.location]).toEqual([302, "/"]);
  });

  it("takes the plain form of a mailed link from its own page only", async () => {
    const send = (headers: Record<string, string>) =>
      app.inject({
        method: "POST",
        url: "/confirm/abc",
        payload: "",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      });
    expect((await send({ origin: "null", "sec-fetch-site": "same-origin" })).body).toContain("POST /confirm/abc");
    const foreign = await send({ origin: "https://evil.example", "sec-fetch-site": "cross-site" });
    expect([foreign.statusCode, foreign.body.includes("POST")]).toEqual([403, false]);
    expect((await app.inject({ method: "POST", url: "/confirm/abc", payload: {} })).statusCode).toBe(404);
  });

  it("tells a failure without its cause, in the browser's language", async () => {
    const answer = await app.inject({ url: "/breaks", headers: { accept: "text/html", "accept-language": "fr-CA" } });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('<html lang="fr">');
    expect(answer.body).toContain(answer.headers["x-request-id"]);
    expect(answer.body).not.toContain("relation");
    expect(deps.logger.lines.some((line) => line.level === "error" && line.facts["requestId"] === answer.headers["x-request-id"])).toBe(
      true,
    );
  });
});

describe("the surfaces", () => {
  it.each([
    ["/trpc/canvass/auth.users.list", 404],
    ["/trpc/canvass/influence.campaigns.list", 404],
    ["/trpc/public/influence.campaigns.create", 404],
    ["/trpc/media/auth.users.list", 404],
    ["/trpc/nowhere/auth.sessions.me", 404],
    ["/trpc/admin/auth.users.list", 401],
  ])("%s answers a stranger with %i", async (url, status) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { json: { data: { requestId: answer.headers["x-request-id"] } } } });
  });

  it("refuse a forged bearer token, in the form of their other errors", async () => {
    const answer = await app.inject({
      url: "/trpc/admin/auth.users.list?batch=1",
      headers: { authorization: "Bearer forged", "accept-language": "fr" },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject([{ error: { json: { data: { code: "UNAUTHORIZED", messageKey: "auth.tokenInvalid" } } } }]);
  });

  it("take a cookie that opens nothing for no cookie", async () => {
    const answer = await app.inject({ url: "/trpc/admin/auth.users.list", cookies: { "__Host-cml_session": "forged" } });
    expect(answer.json()).toMatchObject({ error: { json: { data: { messageKey: "auth.signInFirst" } } } });
  });

  it("tell malformed JSON as bad input", async () => {
    const answer = await app.inject({
      method: "POST",
      url: "/trpc/public/auth.sessions.signIn",
      payload: '{"json":',
      headers: { "content-type": "application/json" },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain("Unexpected");
    expect(answer.json()).toMatchObject({ error: { json: { data: { messageKey: "input.malformed" } } } });
  });

  it("refuse an address that is too long for one request", async () => {
    const names = Array(11).fill("auth.sessions.me").join(",");
    expect((await app.inject(`/trpc/public/${names}?batch=1`)).statusCode).toBe(400);
  });
});

describe("health", () => {
  it("tells everybody whether it is ready, and no more", async () => {
    expect((await app.inject("/readyz")).json()).toEqual({ status: "ready" });
    databaseUp = false;
    const answer = await app.inject("/readyz");
    databaseUp = true;
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: "not ready" }]);
    expect((await app.inject("/healthz")).json()).toEqual({ status: "alive" });
  });

  it("shows measurements to this machine and to who has the token, and hides them from others", async () => {
    const ask = (remoteAddress: string, headers: Record<string, string> = {}) => app.inject({ url: "/metrics", remoteAddress, headers });
    const local = await ask("127.0.0.1");
    expect(local.body).toContain('http_request_duration_seconds_count{method="GET",route="/readyz",status="200"}');
    expect((await ask("203.0.113.5", { authorization: "Bearer a-token-of-the-metrics" })).statusCode).toBe(200);
    expect((await ask("203.0.113.5", { authorization: "Bearer another-token-of-same" })).statusCode).toBe(404);
    expect((await ask("203.0.113.5")).statusCode).toBe(404);
    // A proxy on this machine passes requests of the world on.
    expect((await ask("127.0.0.1", { "x-forwarded-for": "203.0.113.5" })).statusCode).toBe(404);
  });
});

describe("stored files", () => {
  beforeAll(async () => {
    await deps.storage.put("covers/one.webp", Buffer.from("0123456789"), "image/webp");
    await deps.storage.put("covers/page.html", Buffer.from("<script>alert(1)</script>"), "text/html");
    await deps.storage.put("uploads/1", Buffer.from("private"), "text/csv");
  });

  it("are given for ever, where nothing in them can run", async () => {
    const answer = await app.inject("/files/covers/one.webp");
    expect(answer.body).toBe("0123456789");
    expect(answer.headers).toMatchObject({
      "content-type": "image/webp",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
      "accept-ranges": "bytes",
    });
    expect((await app.inject("/files/covers/page.html")).headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment",
    });
  });

  it("are given in part", async () => {
    const ask = (range: string) => app.inject({ url: "/files/covers/one.webp", headers: { range } });
    const part = await ask("bytes=2-4");
    expect([part.statusCode, part.body, part.headers["content-range"]]).toEqual([206, "234", "bytes 2-4/10"]);
    const beyond = await ask("bytes=20-");
    expect([beyond.statusCode, beyond.headers["content-range"]]).toEqual([416, "bytes */10"]);
  });

  it.each(["/files/uploads/1", "/files/covers/none.webp", "/files/covers/..%2fuploads%2f1", "/files/", "/files/other/one.webp"])(
    "do not include %s",
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );
});

describe("an address that nothing answers", () => {
  it("is told in the person's language", async () => {
    const answer = await app.inject({ method: "POST", url: "/nothing", headers: { "x-locale": "fr" } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: { messageKey: "procedure.notFound", message: "Il n’y a rien à cette adresse." } });
  });

  it("cannot be asked for without end", async () => {
    const ask = () => app.inject({ method: "PUT", url: "/nothing", remoteAddress: "203.0.113.77" });
    const statuses = [];
    for (let asked = 0; asked < 121; asked += 1) statuses.push((await ask()).statusCode);
    expect(statuses.slice(0, 120).every((status) => status === 404)).toBe(true);
    expect(statuses[120]).toBe(429);
  });
});
