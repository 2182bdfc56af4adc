import { systemActor } from "@cml/domain/kernel";
import { aCampaign, actorOf, aUser, createTestDb, testConfig, testDeps } from "@cml/testing";
import { type ImapServer, startImapServer } from "@cml/testing/imap";
import { createConnection, createServer, type AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { updateSiteSettings } from "../../settings/site-settings/update-site-settings";
import { fetchInbound } from "./fetch-inbound";
import { getInboundStatus, testInbound } from "./inbound-status";
import { getInbound } from "./read-inbound";
import { watchInbound } from "./watch-inbound";

const system = systemActor();
const domain = "reply.example.org";
const token = "0123456789abcdef0123456789abcdef";
const quick = { againMs: 20, waitMs: 200, longestPauseMs: 100 };
const fixture = (name: string) => readFile(new URL(`../../../../../tooling/fixtures/inbound-mail/${name}.eml`, import.meta.url));

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: ImapServer;
const watches: { stop: () => Promise<void> }[] = [];
beforeEach(async () => {
  test = await createTestDb();
  server = await startImapServer();
});
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.stop();
  await server.stop();
  await test.drop();
});

const house = async () => {
  const deps = testDeps({ db: test.db });
  deps.clock.set(new Date());
  const campaign = await aCampaign(test.db);
  await test.db.prisma.campaignEmail.create({
    data: {
      id: newId(),
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userEmail: "jo@example.com",
      recipientEmail: "alex.roy@parl.example",
      recipientName: "Alex Roy",
      emailMethod: "SMTP",
      subject: "S",
      message: "M",
      status: "SENT",
      replyToken: token,
    },
  });
  const watch = () => {
    const started = watchInbound(deps, quick);
    watches.push(started);
    return started;
  };
  return { deps, watch };
};
const useMailbox = (deps: Awaited<ReturnType<typeof house>>["deps"], given: object = {}) =>
  updateSiteSettings(deps, system, {
    inboundMode: "imap",
    inboundDomain: domain,
    inboundImapHost: server.target.host,
    inboundImapPort: server.target.port,
    inboundImapSecure: false,
    inboundImapUser: server.target.user,
    inboundImapPass: server.target.pass,
    ...given,
  });
const kinds = async () => (await test.db.prisma.inboundMessage.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);
const stored = (settings: object) => JSON.stringify(settings);

describe("a mailbox elsewhere", () => {
  it("is looked into every minute, with its password sealed and never told", async () => {
    const { deps } = await house();
    const settings = await useMailbox(deps);
    expect(settings).toMatchObject({ inboundImapPassSet: true });
    expect(stored(settings)).not.toContain(server.target.pass);
    expect((await test.db.prisma.siteSettings.findFirstOrThrow()).inboundImapPass).toMatch(/^sealed:/);
    server.deliver(await fixture("reply-plain"));
    server.deliver(await fixture("postfix-delayed"));
    expect(await fetchInbound(deps, system)).toEqual({ kept: 2 });
    expect(await fetchInbound(deps, system)).toEqual({ kept: 0 });
    expect(await kinds()).toEqual(["REPLY", "DELAY"]);
    expect(await getInboundStatus(deps, system)).toMatchObject({
      lastOkAt: deps.clock.now(),
      lastMailAt: deps.clock.now(),
      lastError: null,
    });
  });

  it("that is waited on brings mail at once, over broken connections", async () => {
    const { deps, watch } = await house();
    await useMailbox(deps);
    watch();
    await vi.waitFor(() => expect(server.idlers()).toBe(1));
    server.deliver(await fixture("reply-plain"));
    await vi.waitFor(async () => expect(await kinds()).toEqual(["REPLY"]), { timeout: 5_000 });
    await vi.waitFor(() => expect(server.idlers()).toBe(1));
    server.drop();
    server.deliver(await fixture("exchange-oof"));
    await vi.waitFor(async () => expect(await kinds()).toEqual(["REPLY", "AUTO_REPLY"]), { timeout: 5_000 });
    expect(server.connections()).toBeGreaterThan(1);
  });

  it("is read by one process at a time", async () => {
    const { deps, watch } = await house();
    await useMailbox(deps);
    watch();
    await vi.waitFor(() => expect(server.idlers()).toBe(1));
    watch();
    expect(await fetchInbound(deps, system)).toEqual({ kept: 0 });
    expect(server.connections()).toBe(1);
  });

  it("that refuses says so in its own words, and works when it is put right", async () => {
    const { deps, watch } = await house();
    await useMailbox(deps, { inboundImapPass: "wrong" });
    expect(await testInbound(deps, system)).toMatchObject({ outcome: "failed", response: expect.stringContaining("Invalid credentials") });
    watch();
    await vi.waitFor(async () => expect((await getInboundStatus(deps, system)).lastError).toContain("Invalid credentials"), {
      timeout: 5_000,
    });
    server.deliver(await fixture("reply-plain"));
    await useMailbox(deps);
    await vi.waitFor(async () => expect(await kinds()).toEqual(["REPLY"]), { timeout: 5_000 });
    expect(await testInbound(deps, system)).toEqual({
      outcome: "imapReached",
      response: `127.0.0.1:${server.target.port} INBOX`,
      messages: 1,
    });
  });

  it("leaves a mail whose keeping failed for the next look", async () => {
    const { deps } = await house();
    await useMailbox(deps);
    server.deliver(await fixture("reply-plain"));
    const { put } = deps.storage;
    deps.storage.put = async () => Promise.reject(new Error("no space left"));
    expect(await fetchInbound(deps, system)).toEqual({ kept: 0 });
    deps.storage.put = put;
    expect(await fetchInbound(deps, system)).toEqual({ kept: 1 });
  });
});

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** Says the lines one after another, each when the one before was answered; gives all answers. */
const speak = (port: number, lines: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let answers = "";
    const socket = createConnection(port, "127.0.0.1");
    socket.on("error", reject);
    socket.on("close", () => resolve(answers));
    socket.on("data", (data) => {
      answers += data.toString();
      if (/^\d{3} /m.test(data.toString().trimEnd().split("\r\n").at(-1) ?? "")) {
        const next = lines.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
      }
    });
  });

/** A mail with a file of so many bytes. */
const aScan = (bytes: number): string => {
  const file = Buffer.alloc(bytes, "%PDF").toString("base64").replace(/.{76}/g, "$&\r\n");
  const part = (head: string, content: string) => `--b\r\n${head}\r\n\r\n${content}\r\n`;
  return [
    'From: alex.roy@parl.example\r\nSubject: Re: S\r\nMessage-ID: <scan@parl.example>\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n',
    part("Content-Type: text/plain", "See the scan."),
    part('Content-Type: application/pdf; name="scan.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment', file),
    "--b--",
  ].join("");
};

describe("a port of our own", () => {
  it("takes mail to letters and nothing else, follows the settings, and closes with the process", async () => {
    const { deps, watch } = await house();
    const watching = watch();
    const port = await freePort();
    await updateSiteSettings(deps, system, { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: port });
    await vi.waitFor(async () => expect(await testInbound(deps, system)).toMatchObject({ outcome: "portOpen" }), { timeout: 5_000 });
    const mail = (await fixture("postfix-unknown-user")).toString().replace(/^\./gm, "..");
    const said = await speak(port, [
      "EHLO mx1.example.net",
      "MAIL FROM:<>",
      "RCPT TO:<victim@example.com>",
      `RCPT TO:<b.${"f".repeat(32)}@${domain}>`,
      `RCPT TO:<b.${token}@${domain}>`,
      "DATA",
      `${mail}.`,
      "QUIT",
    ]);
    expect(said.match(/^550 /gm)).toHaveLength(2);
    expect(said).toContain("250 2.0.0 Kept");
    expect(await kinds()).toEqual(["BOUNCE"]);
    await updateSiteSettings(deps, system, { inboundMode: "none" });
    await vi.waitFor(() => expect(speak(port, [])).rejects.toThrow("ECONNREFUSED"), { timeout: 5_000 });
    await watching.stop();
  });

  it("takes a scanned answer of ten megabytes whole, refuses what is larger, and takes nothing twice", async () => {
    const { deps, watch } = await house();
    watch();
    const port = await freePort();
    await updateSiteSettings(deps, system, { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: port });
    await vi.waitFor(async () => expect(await testInbound(deps, system)).toMatchObject({ outcome: "portOpen" }), { timeout: 5_000 });
    const bring = (mail: string, to = token) =>
      speak(port, [
        "EHLO mx.parl.example",
        "MAIL FROM:<alex.roy@parl.example>",
        `RCPT TO:<l.${to}@${domain}>`,
        "DATA",
        `${mail}\r\n.`,
        "QUIT",
      ]);
    const scan = aScan(10_000_000);
    expect(await bring(scan)).toContain("250 2.0.0 Kept");
    // The answer was lost on its way, so their server brings it again.
    expect(await bring(scan)).toContain("250 2.0.0 Kept");
    expect(await bring(aScan(16_000_000))).toContain("552 5.3.4 Message too large");
    expect(await bring(scan, "f".repeat(32))).toContain("550 5.1.1 No letter has this address");
    // Without a Message-ID a mail is itself: the same one counts once, another one is another.
    const nameless = (words: string) => `From: alex.roy@parl.example\r\nSubject: Re: S\r\n\r\n${words}`;
    for (const words of ["I will.", "I will.", "I will not."]) expect(await bring(nameless(words))).toContain("250 2.0.0 Kept");
    const kept = await test.db.prisma.inboundMessage.findMany({ orderBy: { id: "asc" } });
    expect(kept.map(({ kind, text }) => [kind, text])).toEqual([
      ["REPLY", "See the scan."],
      ["REPLY", "I will."],
      ["REPLY", "I will not."],
    ]);
    const admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    const { attachments } = await getInbound(deps, admin, { id: kept[0]?.id ?? "" });
    expect(attachments).toEqual([{ name: "scan.pdf", mimeType: "application/pdf", sizeBytes: 10_000_000 }]);
    expect(await test.db.prisma.templateMail.count({ where: { templateKey: "letter-reply" } })).toBe(3);
    expect(deps.storage.files.size).toBe(3);
  });

  it("offers TLS once a certificate is configured, and says what is wrong with one", async () => {
    const file = (name: string) => new URL(`../../../../../tooling/fixtures/tls/${name}.pem`, import.meta.url).pathname;
    const secured = async (keyFile: string) => {
      const config = { ...testConfig, inboundTls: { certFile: file("first-cert"), keyFile } };
      const deps = { ...(await house()).deps, config };
      watches.push(watchInbound(deps, quick));
      const port = await freePort();
      await updateSiteSettings(deps, system, { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: port });
      return { deps, port };
    };
    const wrong = await secured(file("renewed-key"));
    await vi.waitFor(async () => expect((await getInboundStatus(wrong.deps, system)).lastError).toContain("mismatch"), { timeout: 5_000 });
    for (const watching of watches.splice(0)) await watching.stop();
    await test.drop();
    test = await createTestDb();
    const { deps, port } = await secured(file("first-key"));
    const isOpen = { outcome: "portOpen", response: `220 ${domain}:${port} STARTTLS` };
    await vi.waitFor(async () => expect(await testInbound(deps, system)).toMatchObject(isOpen), { timeout: 5_000 });
    expect(await speak(port, ["EHLO mx.parl.example", "QUIT"])).toContain("STARTTLS");
  });

  it("that is taken by another program says so", async () => {
    const { deps, watch } = await house();
    const port = server.target.port;
    await updateSiteSettings(deps, system, { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: port });
    watch();
    await vi.waitFor(async () => expect((await getInboundStatus(deps, system)).lastError).toContain("EADDRINUSE"), { timeout: 5_000 });
    expect(await testInbound(deps, system)).toMatchObject({ outcome: "failed", response: expect.stringContaining("EADDRINUSE") });
    expect((await getInboundStatus(deps, system)).sampleAddress).toBe(`l.0123456789abcdef0123456789abcdef@${domain}`);
  });
});
