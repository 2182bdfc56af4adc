import { expect, it } from "vitest";
import { readableReply } from "./readable-reply";

const answer = "Dear Ana,\n\nthank you for writing. We will vote for it.\n\nAlex Roy, MP\nToronto Centre";

it.each([
  ["nothing", ""],
  ["an English introduction", "\n\nOn Tue, Nov 3, 2026 at 10:05 AM Ana <ana@example.org> wrote:\n> Dear Alex Roy,\n> please"],
  [
    "one folded over two lines",
    "\n\nOn Tue, Nov 3, 2026 at 10:05 AM Ana Supporter\n<letter-1@reply.example.org> wrote:\n\n> Dear Alex Roy",
  ],
  ["a French introduction", "\n\nLe mar. 3 nov. 2026 à 10 h 05, Ana <ana@example.org> a écrit :\n> Bonjour"],
  [
    "Outlook's head",
    "\n\nFrom: Ana <ana@example.org>\nSent: Tuesday, November 3, 2026 10:05 AM\nTo: Roy, Alex\nSubject: Streets\n\nDear Alex",
  ],
  ["Outlook's French head", "\n\nDe : Ana <ana@example.org>\nEnvoyé : 3 novembre 2026 10:05\nÀ : Roy\nObjet : Rues\n\nBonjour"],
  ["a divider", "\n\n-----Original Message-----\nDear Alex"],
  ["a French divider", "\n\n-----Message d'origine-----\nBonjour"],
  ["quoted lines alone", "\n\n> Dear Alex Roy,\n> please make our streets safe."],
])("leaves %s out and keeps the signature", (_what, quoted) => {
  expect(readableReply(answer + quoted)).toBe(answer);
});

it("keeps answers written between the lines of a letter", () => {
  expect(readableReply("> please make our streets safe.\n\nWe will.\n\n> And soon?\n\nIn May.")).toBe("We will.\n\nIn May.");
});

it("keeps a mail that is nothing but quotation, and ordinary sentences that begin like an introduction", () => {
  expect(readableReply("> only this")).toBe("> only this");
  expect(readableReply("On Monday we met.\nThe council wrote to us.")).toBe("On Monday we met.\nThe council wrote to us.");
  expect(readableReply("From: the heart.\nThank you.")).toBe("From: the heart.\nThank you.");
});

it("takes no noticeable time for a hostile text", () => {
  const hostile = `On ${"a ".repeat(50_000)}\n`.repeat(3);
  const began = performance.now();
  readableReply(hostile);
  expect(performance.now() - began).toBeLessThan(500);
});
