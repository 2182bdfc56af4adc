import { isAppError } from "@cml/domain/kernel";
import { smtpStages, startSmtpSink, type SmtpSink } from "@cml/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMail } from "./compose-message";
import { createMailer } from "./mailer";

let sink: SmtpSink;
const timeouts = { connectMs: 2_000, replyMs: 2_000 };
let mailer = createMailer({ timeouts });

beforeAll(async () => {
  sink = await startSmtpSink();
});
afterAll(() => sink.stop());
afterEach(() => {
  mailer.close();
  mailer = createMailer({ timeouts });
  sink.misbehave(null);
  sink.received.length = 0;
});

const mail = (extra: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: "Ana Supporter", address: "letters@example.org" },
  to: { name: "Pat Ridings", address: "mp2@example.org" },
  replyTo: { name: "Ana Supporter", address: "ana@example.com" },
  envelopeFrom: "bounces@example.org",
  subject: "Un vélo pour tous",
  html: "<p>Bonjour</p>",
  text: "Bonjour\n.\nune ligne avec un point",
  messageId: "<letter-1@example.org>",
  ...extra,
});

const marks = () => {
  const seen: string[] = [];
  return { seen, onDataStart: async () => void seen.push("data") };
};

describe("a good server", () => {
  it("takes the message whole, with the envelope sender of its own", async () => {
    const { seen, onDataStart } = marks();
    expect(await mailer.handOver(mail(), { target: sink.target, onDataStart })).toEqual({
      outcome: "ACCEPTED",
      response: "250 2.0.0 kept",
    });
    expect(seen).toEqual(["data"]);
    expect(sink.received).toMatchObject([{ from: "bounces@example.org", to: "mp2@example.org", messageId: "<letter-1@example.org>" }]);
    expect(sink.received[0]?.raw).toContain("Reply-To: Ana Supporter <ana@example.com>");
  });

  it("is greeted once for several letters in a row", async () => {
    const before = sink.connections();
    for (let n = 0; n < 5; n += 1) await mailer.handOver(mail({ messageId: `<n-${n}@example.org>` }), { target: sink.target });
    expect(sink.received.map((one) => one.messageId)).toEqual([0, 1, 2, 3, 4].map((n) => `<n-${n}@example.org>`));
    expect(sink.connections() - before).toBe(1);
  });
});

describe("a server that drops the connection", () => {
  it.each(["greeting", "ehlo", "mail", "rcpt", "data"] as const)("at %s: nothing left, so it may be tried again", async (at) => {
    sink.misbehave({ at, answer: "drop" });
    const { seen, onDataStart } = marks();
    expect(await mailer.handOver(mail(), { target: sink.target, onDataStart })).toMatchObject({ outcome: "REFUSED", temporary: true });
    expect(seen).toEqual([]);
    expect(sink.received).toEqual([]);
  });

  it.each(["starttls", "auth"] as const)("at %s: nothing left, so it may be tried again", async (at) => {
    sink.misbehave({ at, answer: "drop" });
    const target = { ...sink.target, user: "letters", pass: "secret" };
    expect(await mailer.handOver(mail(), { target })).toMatchObject({ outcome: "REFUSED", temporary: true });
    expect(sink.received).toEqual([]);
  });

  it.each(["body", "reply"] as const)("at %s: nobody can know, and the mark was set first", async (at) => {
    sink.misbehave({ at, answer: "drop" });
    const { seen, onDataStart } = marks();
    const large = mail({ text: "x".repeat(50).concat("\n").repeat(20_000), html: "" });
    expect(await mailer.handOver(large, { target: sink.target, onDataStart })).toMatchObject({ outcome: "UNCERTAIN" });
    expect(seen).toEqual(["data"]);
  });

  it("while idle does not spoil the next letter", async () => {
    await mailer.handOver(mail(), { target: sink.target });
    sink.misbehave({ at: "mail", answer: "drop" });
    const first = await mailer.handOver(mail(), { target: sink.target });
    expect(first).toMatchObject({ outcome: "REFUSED", temporary: true });
    sink.misbehave(null);
    expect(await mailer.handOver(mail(), { target: sink.target })).toMatchObject({ outcome: "ACCEPTED" });
  });
});

describe("a server that refuses", () => {
  const replies = smtpStages.filter((stage) => stage !== "greeting" && stage !== "ehlo" && stage !== "body");

  it.each(replies)("for now (4xx) at %s: try again later, in its words", async (at) => {
    sink.misbehave({ at, answer: "451 4.7.1 come back later" });
    expect(await mailer.handOver(mail(), { target: sink.target })).toEqual({
      outcome: "REFUSED",
      temporary: true,
      response: expect.stringContaining("451 4.7.1 come back later"),
      ...(at === "rcpt" ? { blames: "RECIPIENT" } : {}),
    });
  });

  it.each(replies)("for good (5xx) at %s: never again, in its words", async (at) => {
    sink.misbehave({ at, answer: "550 5.1.1 no such person" });
    expect(await mailer.handOver(mail(), { target: sink.target })).toEqual({
      outcome: "REFUSED",
      temporary: false,
      response: expect.stringContaining("550 5.1.1 no such person"),
      ...(at === "rcpt" ? { blames: "RECIPIENT" } : {}),
    });
  });

  it.each(["greeting", "ehlo"] as const)("everybody at %s: not the letter's fault, so it waits", async (at) => {
    sink.misbehave({ at, answer: "554 5.7.1 go away" });
    expect(await mailer.handOver(mail(), { target: sink.target })).toMatchObject({ outcome: "REFUSED", temporary: true });
  });

  it("mid-body with its reason: it did reply, so the letter is known not to be taken", async () => {
    sink.misbehave({ at: "body", answer: "552 5.3.4 too large" });
    expect(await mailer.handOver(mail(), { target: sink.target })).toMatchObject({ outcome: "REFUSED", temporary: false });
  });
});

it("that refuses the sign-in says nothing about the letter, which waits", async () => {
  sink.misbehave({ at: "auth", answer: "535 5.7.8 wrong password" });
  const answer = await mailer.handOver(mail(), { target: { ...sink.target, user: "letters", pass: "wrong" } });
  expect(answer).toMatchObject({ outcome: "REFUSED", temporary: true, response: expect.stringContaining("535 5.7.8 wrong password") });
  expect(answer).not.toHaveProperty("blames");
});

describe("a clerk in copy", () => {
  const cc = { name: "City Clerk", address: "clerk@example.org" };

  it("gets the same mail in the same hand-over", async () => {
    expect(await mailer.handOver(mail({ cc }), { target: sink.target })).toMatchObject({ outcome: "ACCEPTED" });
    expect(sink.received).toMatchObject([{ to: "mp2@example.org", copies: ["clerk@example.org"] }]);
    expect(sink.received[0]?.raw).toContain("Cc: City Clerk <clerk@example.org>");
  });

  it("who is refused does not hold the letter back", async () => {
    sink.misbehave({ at: "rcpt", answer: "550 5.1.1 no clerk", only: "clerk@example.org" });
    expect(await mailer.handOver(mail({ cc }), { target: sink.target })).toMatchObject({ outcome: "ACCEPTED" });
    expect(sink.received).toMatchObject([{ to: "mp2@example.org", copies: [] }]);
  });

  it("gets nothing alone when the recipient is refused, and nothing is marked as begun", async () => {
    sink.misbehave({ at: "rcpt", answer: "450 4.2.2 mailbox full", only: "mp2@example.org" });
    const { seen, onDataStart } = marks();
    expect(await mailer.handOver(mail({ cc }), { target: sink.target, onDataStart })).toEqual({
      outcome: "REFUSED",
      temporary: true,
      response: expect.stringContaining("450 4.2.2 mailbox full"),
      blames: "RECIPIENT",
    });
    expect(seen).toEqual([]);
    expect(sink.received).toEqual([]);
  });

  it("who is the recipient gets one", async () => {
    await mailer.handOver(mail({ cc: { name: "", address: "MP2@example.org" } }), { target: sink.target });
    expect(sink.received).toMatchObject([{ copies: [] }]);
  });
});

it("reports an unreachable server as worth another try", async () => {
  const target = { ...sink.target, port: 1 };
  expect(await mailer.handOver(mail(), { target })).toMatchObject({ outcome: "REFUSED", temporary: true });
  const error = await mailer.verify(target).catch((caught: unknown) => caught);
  expect(isAppError(error) && [error.code, error.messageKey]).toEqual(["UPSTREAM", "mail.serverSaid"]);
});

it("is silent after the final dot longer than we wait: uncertain", async () => {
  const quick = createMailer({ timeouts: { connectMs: 500, replyMs: 300 } });
  const mute = await startSmtpSink();
  mute.misbehave({ at: "reply", answer: "" });
  expect(await quick.handOver(mail(), { target: mute.target })).toMatchObject({ outcome: "UNCERTAIN" });
  quick.close();
  await mute.stop();
});

it("lets nothing leave when the mark cannot be written, and says why", async () => {
  const onDataStart = async () => Promise.reject(new Error("claim lost"));
  await expect(mailer.handOver(mail(), { target: sink.target, onDataStart })).rejects.toThrow("claim lost");
  expect(sink.received).toEqual([]);
  expect(await mailer.handOver(mail(), { target: sink.target })).toMatchObject({ outcome: "ACCEPTED" });
});

it.each([
  ["subject", mail({ subject: "a\r\nBcc: all@example.org" })],
  ["sender's name", mail({ from: { name: "a\nX: y", address: "letters@example.org" } })],
  ["recipient", mail({ to: { name: "", address: "a@example.org>\r\nRCPT TO:<b@example.org" } })],
  ["header", mail({ headers: { "X-One": "1\r\nX-Two: 2" } })],
])("refuses a line break in the %s", async (_where, bad) => {
  await expect(mailer.handOver(bad, { target: sink.target })).rejects.toThrow("line break");
  expect(sink.received).toEqual([]);
});
