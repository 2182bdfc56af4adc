import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Actor } from "@cml/domain/kernel";
import { anActor, aStranger, createTestDb, testConfig, testDeps, type TestDb } from "@cml/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailbox } from "../src/http/mailbox";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "mailbox-pages-"));
const folder = path.join(dataDir, "mailbox");
const id = "1790000000000-0123456789ab";
const raw = [
  "From: Ana <letters@example.org>",
  "To: Pat <mp2@example.org>",
  "Subject: <i>Safe streets</i>",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<script>alert(1)</script><p>See <a href="https://act.example.org/confirm/abc">this</a></p>',
].join("\r\n");

let actor: Actor;
let database: TestDb;
let app: FastifyInstance;
beforeAll(async () => {
  database = await createTestDb();
  const deps = testDeps({ db: database.db, config: { ...testConfig, dataDir } });
  const sendPage = createSendPage({ https: true });
  app = Fastify();
  app.setErrorHandler(createTellFailure(deps, sendPage));
  await app.register(mailbox, { deps, sendPage, actorOf: async () => actor });
});
beforeEach(() => {
  actor = anActor("SUPER_ADMIN");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${id}.eml`), raw);
});
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

describe("the mailbox", () => {
  it("lists mail and finds it, with every word escaped and nothing scripted", async () => {
    const { body, headers, statusCode } = await app.inject("/mailbox?search=STREETS");
    expect(statusCode).toBe(200);
    expect(body).toContain("&#60;i&#62;Safe streets&#60;/i&#62;");
    expect(body).not.toContain("<script");
    expect(headers["cache-control"]).toBe("no-store");
    expect((await app.inject("/mailbox?search=nothing")).body).toContain("No mail matches");
  });

  it("speaks French to French readers", async () => {
    actor = anActor("SUPER_ADMIN", { locale: "fr" });
    expect((await app.inject("/mailbox")).body).toContain("Boîte aux lettres");
  });

  it("shows a mail's own markup only in a frame that runs nothing and opens links elsewhere", async () => {
    const page = await app.inject(`/mailbox/${id}`);
    expect(page.body).toContain(`src="/mailbox/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`);
    expect(page.body).not.toContain("<script>");
    const framed = await app.inject(`/mailbox/${id}/html`);
    expect(framed.headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox allow-popups/);
    expect(framed.body).toContain('<base target="_blank">');
  });

  it("asks before it deletes all, and refuses another site's form", async () => {
    expect((await app.inject("/mailbox/delete")).body).toContain("Delete the one mail?");
    const post = (origin: string) =>
      app.inject({ method: "POST", url: "/mailbox/delete", headers: { origin, "content-type": "text/plain" }, payload: "" });
    expect((await post("https://evil.example.org")).statusCode).toBe(403);
    expect(readdirSync(folder)).toHaveLength(1);
    expect((await post(testConfig.publicUrl)).statusCode).toBe(303);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("other people", () => {
  const paths = ["/mailbox", "/mailbox/delete", `/mailbox/${id}`, `/mailbox/${id}/html`];
  it.each(paths)("may not open %s", async (url) => {
    for (const role of ["INFLUENCE_ADMIN", "MAP_ADMIN", "USER", "TEMP"] as const) {
      actor = anActor(role);
      expect((await app.inject(url)).statusCode).toBe(403);
    }
    actor = aStranger();
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(401);
    expect(answer.body).not.toContain("Safe streets");
  });

  it("find nothing under names the mailbox never gave", async () => {
    for (const url of ["/mailbox/..%2F..%2Fetc%2Fpasswd", "/mailbox/1790000000000-ffffffffffff"])
      expect((await app.inject(url)).statusCode).toBe(404);
  });
});
