import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { aCampaign, aUser, createTestDb, type TestDb, testConfig, testDeps } from "@cml/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../src/app";
import { signIn } from "./sign-in";
import { makeWebFixture } from "./web-fixture";

const fixture = makeWebFixture();
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "cml-pictures-"));
let database: TestDb;
let app: FastifyInstance;
let deps: ReturnType<typeof makeDeps>;
const makeDeps = (db: TestDb["db"]) => testDeps({ db, config: { ...testConfig, dataDir } });

const screenshot = fs.readFileSync(new URL("../../../tooling/fixtures/replies/screenshot.png", import.meta.url));

beforeAll(async () => {
  database = await createTestDb();
  deps = makeDeps(database.db);
  app = await buildApp(deps, { web: fixture.web });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  fixture.remove();
  fs.rmSync(dataDir, { recursive: true });
});

let address = 1;
/** From an address of its own, unless one is named. */
const bring = (bytes: Buffer, headers: Record<string, string> = {}, remoteAddress = `203.0.113.${String((address += 1))}`) =>
  app.inject({
    method: "POST",
    url: "/replies/picture",
    payload: bytes,
    remoteAddress,
    headers: { "content-type": "image/png", ...headers },
  });
const taken = (answer: { body: string }) => JSON.parse(answer.body) as { pictureKey: string; width: number; height: number };
const stored = async (key: string): Promise<Buffer> => {
  const file = await deps.storage.open(key);
  const pieces: Buffer[] = [];
  for await (const piece of file?.stream ?? []) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
};

/** A PNG of a size, with as many rows as `data` unfolds to. */
const aPng = (width: number, height: number, data: Buffer): Buffer => {
  const chunk = (type: string, body: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), body])));
    return Buffer.concat([length, Buffer.from(type), body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};

describe("pictures of replies", () => {
  it("are taken from anybody, made anew, and lie where no address leads", async () => {
    const answer = await bring(screenshot);
    expect(answer.statusCode).toBe(200);
    const { pictureKey, width, height } = taken(answer);
    expect([width, height]).toEqual([720, 438]);
    expect((await stored(pictureKey)).subarray(8, 12).toString()).toBe("WEBP");
    for (const url of [
      `/files/${pictureKey}`,
      `/files/${pictureKey.replace("original/", "original%2F")}`,
      `/files/responses/x/../original/${pictureKey.split("/").at(-1) ?? ""}`,
      `/files/responses%2Foriginal%2F${pictureKey.split("/").at(-1) ?? ""}`,
    ])
      expect((await app.inject(url)).statusCode, url).toBe(404);
  });

  it("of forty megapixels are read within memory, of more are refused unread", async () => {
    const whole = aPng(8_000, 5_000, deflateSync(Buffer.alloc(8_001 * 5_000)));
    const before = process.memoryUsage.rss();
    const answer = await bring(whole);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(taken(answer).width).toBeLessThanOrEqual(2_400);
    expect(process.memoryUsage.rss() - before).toBeLessThan(250_000_000);
    const started = performance.now();
    for (const [width, height] of [
      [8_000, 5_001],
      [30_000, 30_000],
      [0x7fffffff, 0x7fffffff],
    ] as const) {
      // prettier-ignore
      const refused = await bring(aPng(width, height, deflateSync(Buffer.alloc(1_000_000))), { "x-locale": "fr" });
      expect(refused.statusCode).toBe(400);
      expect(refused.body).not.toMatch(/vips|sharp|node_modules|"stack"/i);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  const script = "<script>alert(document.domain)</script>";
  it.each<[string, () => Buffer]>([
    ["a picture with a page behind it", () => Buffer.concat([screenshot, Buffer.from(`<!doctype html>${script}`)])],
    ["a picture with an archive behind it", () => Buffer.concat([screenshot, Buffer.from("PK\u0003\u0004 evil.exe", "latin1")])],
    [
      "a picture whose comment is a script",
      () => {
        const text = Buffer.from(`Comment\0${script}`);
        const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(text.length);
        sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from("tEXt"), text])));
        return Buffer.concat([screenshot.subarray(0, 33), length, Buffer.from("tEXt"), text, sum, screenshot.subarray(33)]);
      },
    ],
  ])("%s: only its pixels stay", async (_name, make) => {
    const answer = await bring(make());
    expect(answer.statusCode, answer.body).toBe(200);
    const bytes = await stored(taken(answer).pictureKey);
    expect(bytes.includes("script")).toBe(false);
    expect(bytes.includes("evil")).toBe(false);
    expect(bytes.readUInt32LE(4) + 8).toBe(bytes.length);
  });

  it.each<[string, Buffer]>([
    ["a drawing with a script", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`)],
    [
      "a drawing that asks another server",
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9"><image x:href="file:///etc/passwd" width="9" height="9"/></svg>`,
      ),
    ],
    ["a script that begins like a GIF", Buffer.from(`GIF89a=1;${script}`)],
    ["a page that begins like a JPEG", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(script)])],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>")],
    ["a page", Buffer.from(`<!doctype html>${script}`)],
    ["half a picture", screenshot.subarray(0, 20_000)],
    ["nothing", Buffer.alloc(0)],
  ])("%s is refused in words", async (_name, bytes) => {
    const answer = await bring(bytes);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/json");
    expect(answer.body).not.toMatch(/vips|sharp|node_modules|alert\(|"stack"/i);
  });

  it("are refused beyond their size, from other sites, and beyond a number from one address", async () => {
    expect((await bring(Buffer.alloc(16_000_000))).statusCode).toBeGreaterThanOrEqual(400);
    const foreign = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    expect((await bring(screenshot, foreign)).statusCode).toBe(403);
    const busy = "198.51.100.7";
    for (let number = 0; number < 20; number += 1) await bring(Buffer.from("no picture"), {}, busy);
    const refused = await bring(screenshot, {}, busy);
    expect(refused.statusCode).toBe(429);
    expect((await bring(screenshot, { "x-forwarded-for": "192.0.2.9" }, busy)).statusCode).toBe(429);
    expect((await bring(screenshot)).statusCode).toBe(200);
  });

  it("send a plain form back to the form alone", async () => {
    const form = (back: string) => {
      const boundary = "----of-a-test";
      const part = (name: string, more = "") => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
      const body = Buffer.concat([
        Buffer.from(`${part("back")}${back}\r\n${part("picture", '; filename="../../x.html"\r\nContent-Type: text/html')}`),
        screenshot,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      return bring(body, { "content-type": `multipart/form-data; boundary=${boundary}` });
    };
    const good = await form("/fr/c/trees/replies/new?letter=abc");
    expect([good.statusCode, good.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/fr\/c\/trees\/replies\/new\?letter=abc&picture=responses%2Foriginal%2F[0-9a-f-]{36}\.webp$/),
    ]);
    for (const back of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/c/trees/replies/new?x=1#//evil",
      "javascript:alert(1)",
    ])
      expect((await form(back)).headers.location, back).toBeUndefined();
  });

  it("without their boxes are for moderators of that campaign alone", async () => {
    const owner = await aUser(database.db);
    const campaign = await aCampaign(database.db, { createdByUserId: owner.id, showResponseWall: true });
    const { pictureKey } = taken(await bring(screenshot));
    const sent = await app.inject({
      method: "POST",
      url: "/trpc/public/influence.responses.submit",
      payload: {
        json: {
          submissionId: crypto.randomUUID(),
          campaignSlug: campaign.slug,
          about: { kind: "TYPED", name: "Noor Whitfield", level: "FEDERAL" },
          type: "EMAIL",
          pictureKey,
          name: "Kofi Lam",
          email: "kofi@home.example",
          locale: "en",
        },
      },
    });
    expect(sent.statusCode, sent.body).toBe(200);
    const row = await database.db.prisma.representativeResponse.findFirstOrThrow({ where: { campaignId: campaign.id } });
    const url = `/responses/${row.id}/original`;
    expect((await app.inject(url)).statusCode).toBe(401);
    const area = { areas: { influence: "edit" as const }, cutIds: null };
    for (const [given, status] of [
      [{ role: "MAP_ADMIN" as const }, 403],
      [{ permissions: area }, 404],
      [{ role: "INFLUENCE_ADMIN" as const }, 404],
    ] as const) {
      const cookie = await signIn(app, await aUser(database.db, given));
      expect((await app.inject({ url, headers: { cookie } })).statusCode, JSON.stringify(given)).toBe(status);
    }
    // The last one was early: nobody sees what its submitter has not confirmed.
    await database.db.prisma.representativeResponse.update({ where: { id: row.id }, data: { confirmedAt: deps.clock.now() } });
    const cookie = await signIn(app, await aUser(database.db, { role: "INFLUENCE_ADMIN" }));
    const seen = await app.inject({ url, headers: { cookie } });
    expect([seen.statusCode, seen.headers["content-type"], seen.headers["cache-control"]]).toEqual([
      200,
      "image/webp",
      "private, no-store",
    ]);
    expect(seen.headers["content-security-policy"]).toContain("sandbox");
    const stranger = await signIn(app, await aUser(database.db, { permissions: area }));
    expect((await app.inject({ url, headers: { cookie: stranger } })).statusCode).toBe(404);
    const boxed = await app.inject(row.screenshotUrl ?? "");
    expect([boxed.statusCode, boxed.headers["content-type"]]).toEqual([200, "image/webp"]);
  });
});
