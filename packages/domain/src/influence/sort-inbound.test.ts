import { describe, expect, it } from "vitest";
import { readDeliveryStatus } from "./delivery-report";
import { headerValues, type InboundMail, letterHintsOf } from "./inbound-mail";
import { sortInbound } from "./sort-inbound";

const domain = "reply.example.org";
const token = "0123456789abcdef0123456789abcdef";
const other = "fedcba9876543210fedcba9876543210";
const recipientEmail = "a.roy@parl.example";

type Given = Partial<Omit<InboundMail, "headers">> & { headers?: Record<string, string | string[]> };
const aMail = ({ headers = {}, ...given }: Given = {}): InboundMail => ({
  headers: Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value }))),
  envelopeFrom: "a.roy@parl.example",
  deliveredTo: [`l.${token}@${domain}`],
  addressedTo: [`l.${token}@${domain}`],
  from: { name: "Alex Roy", address: "a.roy@parl.example" },
  subject: "Re: Safe streets",
  messageId: "<1@parl.example>",
  answers: [],
  text: "Dear Jo, thank you. I will vote for it.",
  attachments: [],
  report: null,
  ...given,
});
const kindOf = (given: Given) => sortInbound(aMail(given), { domain, recipientEmail }).kind;

const report = (status: string): Given => ({
  envelopeFrom: "",
  from: { name: "Mail Delivery System", address: "MAILER-DAEMON@mx.example" },
  subject: "Undelivered Mail Returned to Sender",
  report: { kind: "delivery", recipients: readDeliveryStatus(status), original: { messageId: null, addresses: [] } },
});

describe("a delivery report", () => {
  it("of a failure is a bounce with its code and the server's words", () => {
    const status = `Reporting-MTA: dns; mx.example\nX-Postfix-Queue-ID: 4T\n\nFinal-Recipient: rfc822; A.Roy@parl.example\nOriginal-Recipient: rfc822;a.roy@parl.example\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.parl.example\nDiagnostic-Code: smtp; 550 5.1.1 <a.roy@parl.example>:\n    Recipient address rejected: User unknown`;
    expect(sortInbound(aMail(report(status)), { domain, recipientEmail })).toEqual({
      kind: "BOUNCE",
      statusCode: "5.1.1",
      words: "550 5.1.1 <a.roy@parl.example>: Recipient address rejected: User unknown",
      sign: "report",
    });
  });

  it.each([
    ["delayed", "DELAY"],
    ["failed", "BOUNCE"],
    ["relayed", "AUTO_REPLY"],
    ["delivered", "AUTO_REPLY"],
    ["expanded (to 3)", "AUTO_REPLY"],
  ])("with the action %s is a %s", (action, kind) => {
    expect(
      kindOf(report(`Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822;a.roy@parl.example\r\nAction: ${action}\r\nStatus: 4.4.1`)),
    ).toBe(kind);
  });

  it("about several people counts what it says of ours", () => {
    const status = `Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; clerk@parl.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; a.roy@parl.example\nAction: relayed\nStatus: 2.0.0`;
    expect(kindOf(report(status))).toBe("AUTO_REPLY");
    expect(sortInbound(aMail(report(status)), { domain, recipientEmail: null }).kind).toBe("BOUNCE");
  });

  it("after a forward counts although it names another address", () => {
    expect(kindOf(report("Reporting-MTA: dns; x\n\nFinal-Recipient: x400; /cn=old\nAction: failed\nStatus: 5.0.0"))).toBe("BOUNCE");
  });

  it("that is empty is read by its words", () => {
    expect(kindOf(report("nothing here"))).toBe("BOUNCE");
  });

  it("of a disposition is no answer, and a complaint is for a person", () => {
    const original = { messageId: null, addresses: [] };
    expect(kindOf({ report: { kind: "disposition", recipients: [], original } })).toBe("AUTO_REPLY");
    expect(kindOf({ report: { kind: "complaint", recipients: [], original } })).toBe("UNSORTED");
  });

  it("of endless length or of nonsense is read without harm", () => {
    expect(readDeliveryStatus("Action: failed\n\n".repeat(50_000)).length).toBeLessThanOrEqual(100);
    expect(readDeliveryStatus(`Action: ${"x".repeat(200_000)}`)).toEqual([]);
    expect(readDeliveryStatus("Final-Recipient: rfc822; a b@c\nAction: FAILED\nStatus: 5")).toEqual([
      { original: null, final: null, action: "failed", status: null, diagnostic: null },
    ]);
  });
});

const daemon = { name: "", address: "MAILER-DAEMON@mx.example" };

describe("an older form of a bounce", () => {
  it.each<[string, Given, string]>([
    [
      "qmail",
      {
        envelopeFrom: "",
        from: daemon,
        subject: "failure notice",
        text: "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message.\n\n<a.roy@parl.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
      },
      "5.1.1",
    ],
    [
      "Exchange",
      {
        from: { name: "Microsoft Outlook", address: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@parl.example" },
        subject: "Undeliverable: Safe streets",
        text: "Delivery has failed to these recipients or groups:\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'",
      },
      "5.1.10",
    ],
    [
      "Exchange in French",
      {
        envelopeFrom: "",
        from: { name: "postmaster", address: "postmaster@parl.example" },
        subject: "Non remis : Rues sûres",
        text: "Échec de la remise. Le destinataire introuvable.",
      },
      "5.1.1",
    ],
    [
      "exim",
      {
        envelopeFrom: "",
        from: { name: "Mail Delivery System", address: "Mailer-Daemon@mx.example" },
        subject: "Mail delivery failed: returning message to sender",
        text: "This message was created automatically by mail delivery software.\nA message that you sent could not be delivered\n  a.roy@parl.example\n    mailbox is full: retry timeout exceeded",
      },
      "5.2.2",
    ],
    [
      "a gateway that signs as itself",
      {
        from: { name: "Gate", address: "noreply@gate.example" },
        deliveredTo: [`b.${token}@${domain}`],
        subject: "Undeliverable: Safe streets",
        text: "550 5.7.1 blocked",
      },
      "5.7.1",
    ],
  ])("of %s is known", (_name, given, code) => {
    expect(sortInbound(aMail(given), { domain, recipientEmail })).toMatchObject({ kind: "BOUNCE", statusCode: code });
  });

  it("that only warns is a delay", () => {
    expect(
      kindOf({
        envelopeFrom: "",
        from: daemon,
        subject: "Warning: message 1abc delayed 24 hours",
        text: "The message has not yet been delivered.",
      }),
    ).toBe("DELAY");
  });

  it("is not seen in a person's answer that speaks of one", () => {
    expect(kindOf({ text: "Your last mail could not be delivered, but this one arrived: I agree." })).toBe("REPLY");
  });
});

describe("an automatic answer", () => {
  it.each<[string, Given]>([
    ["RFC 3834", { headers: { "auto-submitted": "auto-replied (vacation)" } }],
    [
      "with the null path, as vacation programs do",
      { envelopeFrom: "", headers: { "auto-submitted": "auto-replied" }, text: "I am away." },
    ],
    ["auto-generated", { headers: { "auto-submitted": "auto-generated" } }],
    ["X-Autoreply", { headers: { "x-autoreply": "yes" } }],
    ["X-Auto-Response-Suppress", { headers: { "x-auto-response-suppress": "All" } }],
    ["Precedence: auto_reply", { headers: { precedence: "auto_reply" } }],
    ["Precedence: bulk", { headers: { precedence: "bulk" } }],
    ["a mailing list", { headers: { "list-id": "<news.parl.example>" } }],
    ["Automatic reply:", { subject: "Automatic reply: Safe streets" }],
    ["Réponse automatique", { subject: "Réponse automatique : Rues sûres" }],
    ["Out of office", { subject: "Out of Office Re: Safe streets" }],
    ["Absence du bureau", { subject: "Absence du bureau : Re: Rues sûres" }],
    ["Accusé de réception", { subject: "Accusé de réception – votre courriel" }],
    ["Thank you for contacting", { subject: "Thank you for contacting the office of Alex Roy" }],
    ["Merci de votre courriel", { subject: "Merci de votre courriel" }],
    ["an acknowledgement in its text", { text: "This is an automated response to confirm that your message reached us." }],
    ["un accusé dans le texte", { text: "Ceci est une réponse automatique. Veuillez ne pas répondre à ce courriel." }],
    ["je suis absente", { text: "Bonjour, je suis absente jusqu'au 3 mars." }],
  ])("is known by %s", (_name, given) => {
    expect(kindOf(given)).toBe("AUTO_REPLY");
  });

  it.each<[string, Given]>([
    ["Auto-Submitted: no", { headers: { "auto-submitted": "no" } }],
    ["an automatic text only quoted", { text: "I read it myself.\n\n> This is an automated response" }],
    ["our own thanks in the subject of an answer", { subject: "Re: Thank you for your vote" }],
    ["a signed letter as attachment only", { text: "", attachments: [{ name: "letter.pdf", mimeType: "application/pdf", sizeBytes: 9 }] }],
  ])("is not seen in %s", (_name, given) => {
    expect(kindOf(given)).toBe("REPLY");
  });
});

describe("what is left for a person", () => {
  it.each<[string, Given, string]>([
    ["a mail going in a circle", { headers: { received: Array.from({ length: 31 }, () => "from a by b") } }, "mail loop"],
    ["our own letter come back", { from: { name: "Jo", address: `l.${token}@${domain}` } }, "our own mail"],
    ["an unknown mail of a daemon", { from: daemon, subject: "Hello", text: "Hello" }, "no sender"],
    ["an unknown mail with the null path", { envelopeFrom: "", subject: "Hello" }, "null return path"],
    ["a mail from nobody", { from: null }, "no sender"],
    ["an empty mail", { text: " \n" }, "empty"],
  ])("is %s", (_name, given, sign) => {
    expect(sortInbound(aMail(given), { domain, recipientEmail })).toMatchObject({ kind: "UNSORTED", sign, words: null });
  });
});

describe("the letter a mail is about", () => {
  const returned = `b.${other}@${domain}`;
  it("is the one it was brought to, before those it names", () => {
    expect(letterHintsOf(aMail({ deliveredTo: [returned] }), domain).tokens).toEqual([other]);
    expect(letterHintsOf(aMail({ deliveredTo: ["catch-all@example.org"] }), domain).tokens).toEqual([token]);
    expect(letterHintsOf(aMail({ deliveredTo: [], addressedTo: [returned, `l.${token}@${domain}`] }), domain).tokens).toEqual([
      other,
      token,
    ]);
  });

  it("is found inside a report, and by what it answers", () => {
    const original = { messageId: "<letter@example.org>", addresses: [`l.${other}@${domain}`] };
    const mail = aMail({
      deliveredTo: [],
      addressedTo: ["letters@example.org"],
      answers: ["<x@y>", "<x@y>"],
      report: { kind: "delivery", recipients: [], original },
    });
    expect(letterHintsOf(mail, domain)).toEqual({ tokens: [other], messageIds: ["<letter@example.org>", "<x@y>"] });
    expect(letterHintsOf(mail, null).tokens).toEqual([]);
  });

  it("is asked for at most twenty times, however many a mail names", () => {
    const many = Array.from({ length: 500 }, (_, index) => `l.${index.toString(16).padStart(32, "0")}@${domain}`);
    expect(letterHintsOf(aMail({ deliveredTo: many }), domain).tokens).toHaveLength(20);
  });
});

it("gives the values of a header in the mail's order", () => {
  expect(headerValues(aMail({ headers: { received: [" b", "a "] } }), "received")).toEqual(["b", "a"]);
});
