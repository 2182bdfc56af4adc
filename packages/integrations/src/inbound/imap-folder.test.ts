import { inboundMaxBytes } from "@cml/domain/influence";
import { type ImapServer, startImapServer } from "@cml/testing/imap";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openImapFolder } from "./imap-folder";

let server: ImapServer;
beforeEach(async () => {
  server = await startImapServer();
});
afterEach(() => server.stop());

const mail = (subject: string) => `From: a@b.example\r\nSubject: ${subject}\r\n\r\nhello é\r\n`;
const since = new Date("2026-01-01T00:00:00Z");
const collect = () => {
  const subjects: string[] = [];
  const keep = async ({ raw }: { raw: Buffer }) => void subjects.push(/Subject: (.*)\r/.exec(raw.toString())?.[1] ?? "");
  return { subjects, keep };
};

it("fetches each mail once, marks it, and leaves older mail alone", async () => {
  server.deliver(mail("one"));
  server.deliver(mail("read by a person"), { flags: ["\\Seen"] });
  server.deliver(mail("old"), { receivedAt: new Date("2025-06-01T00:00:00Z") });
  const { subjects, keep } = collect();
  const folder = await openImapFolder(server.target);
  expect(folder.messages()).toBe(3);
  expect(await folder.fetchNew({ since, atMost: 50, keep })).toEqual({ kept: 2, failed: 0, lastError: null });
  expect(await folder.fetchNew({ since, atMost: 50, keep })).toEqual({ kept: 0, failed: 0, lastError: null });
  expect(subjects).toEqual(["one", "read by a person"]);
  expect([...(server.mails[0]?.flags ?? [])].sort()).toEqual(["ChangemakerKept", "\\Seen"]);
  await folder.close();
});

it("goes by read and unread where the server keeps no flags of ours", async () => {
  await server.stop();
  server = await startImapServer({ ownFlags: false });
  server.deliver(mail("one"));
  server.deliver(mail("read"), { flags: ["\\Seen"] });
  const { subjects, keep } = collect();
  const folder = await openImapFolder(server.target);
  await folder.fetchNew({ since, atMost: 50, keep });
  await folder.fetchNew({ since, atMost: 50, keep });
  expect(subjects).toEqual(["one"]);
  await folder.close();
});

it("leaves a mail that could not be kept for the next time, and goes on with the others", async () => {
  server.deliver(mail("one"));
  server.deliver(mail("two"));
  const { subjects, keep } = collect();
  let broken = true;
  const keepSome = async (fetched: { raw: Buffer }) => {
    if (broken && fetched.raw.includes("one")) throw new Error("the disk is full");
    await keep(fetched);
  };
  const folder = await openImapFolder(server.target);
  expect(await folder.fetchNew({ since, atMost: 50, keep: keepSome })).toEqual({ kept: 1, failed: 1, lastError: "the disk is full" });
  broken = false;
  expect(await folder.fetchNew({ since, atMost: 50, keep: keepSome })).toMatchObject({ kept: 1, failed: 0 });
  expect(subjects).toEqual(["two", "one"]);
  await folder.close();
});

it("takes as many as asked and stops when told", async () => {
  for (let index = 0; index < 5; index += 1) server.deliver(mail(`${index}`));
  const { subjects, keep } = collect();
  const folder = await openImapFolder(server.target);
  await folder.fetchNew({ since, atMost: 2, keep });
  await folder.fetchNew({ since, atMost: 2, keep, signal: AbortSignal.abort() });
  expect(subjects).toEqual(["0", "1"]);
  await folder.close();
});

it("does not take the end of a mail larger than ours may be", async () => {
  server.deliver(Buffer.concat([Buffer.from(mail("film")), Buffer.alloc(inboundMaxBytes + 500_000, 0x61)]));
  const sizes: number[] = [];
  const folder = await openImapFolder(server.target);
  await folder.fetchNew({ since, atMost: 1, keep: async ({ raw }) => void sizes.push(raw.length) });
  expect(sizes).toEqual([inboundMaxBytes]);
  await folder.close();
});

it("is woken by new mail, by the signal and by a broken connection", async () => {
  const folder = await openImapFolder(server.target);
  const { subjects, keep } = collect();
  const never = new AbortController();
  const woken = folder.waitForMail({ atMostMs: 60_000, signal: never.signal });
  await vi.waitFor(() => expect(server.idlers()).toBe(1));
  server.deliver(mail("came while waiting"));
  await woken;
  await folder.fetchNew({ since, atMost: 5, keep });
  expect(subjects).toEqual(["came while waiting"]);
  const again = folder.waitForMail({ atMostMs: 60_000, signal: never.signal });
  await vi.waitFor(() => expect(server.idlers()).toBe(1));
  never.abort();
  await again;
  const broken = folder.waitForMail({ atMostMs: 60_000, signal: new AbortController().signal });
  server.drop();
  await broken;
  await expect(folder.fetchNew({ since, atMost: 5, keep })).rejects.toThrow();
  await folder.close();
});

it("says in the server's words what is wrong", async () => {
  await expect(openImapFolder({ ...server.target, pass: "wrong" })).rejects.toMatchObject({
    code: "UPSTREAM",
    messageKey: "mail.serverSaid",
    params: { response: expect.stringContaining("Invalid credentials") },
  });
  await expect(openImapFolder({ ...server.target, folder: "Nowhere" })).rejects.toMatchObject({
    params: { response: expect.stringContaining("Unknown folder") },
  });
  await expect(openImapFolder({ ...server.target, port: 1 })).rejects.toMatchObject({
    code: "UPSTREAM",
    params: { response: expect.stringContaining("ECONNREFUSED") },
  });
  server.refuseLogin("[UNAVAILABLE] down for repairs");
  await expect(openImapFolder(server.target)).rejects.toMatchObject({ params: { response: expect.stringContaining("down for repairs") } });
});
