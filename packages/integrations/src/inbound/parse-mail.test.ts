import { letterHintsOf, sortInbound } from "@cml/domain/influence";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parseMail } from "./parse-mail";

const fixture = (name: string) => readFile(new URL(`../../../../tooling/fixtures/inbound-mail/${name}.eml`, import.meta.url));
const facts = { domain: "reply.example.org", recipientEmail: "alex.roy@parl.example" };
const token = "0123456789abcdef0123456789abcdef";
const letterId = "<0190b7a2-0000-7000-8000-000000000001@reply.example.org>";
const read = async (name: string) => parseMail(await fixture(name), null);

it.each([
  ["postfix-unknown-user", "BOUNCE", "5.1.1"],
  ["exchange-ndr", "BOUNCE", "5.1.10"],
  ["gmail-over-quota", "BOUNCE", "5.2.2"],
  ["report-to-another-address", "BOUNCE", "5.7.1"],
  ["exim", "BOUNCE", "5.1.1"],
  ["qmail", "BOUNCE", "5.1.1"],
  ["exchange-francais", "BOUNCE", "5.2.2"],
  ["postfix-delayed", "DELAY", "4.4.1"],
  ["relayed", "AUTO_REPLY", null],
  ["read-receipt", "AUTO_REPLY", null],
  ["vacation-rfc3834", "AUTO_REPLY", null],
  ["exchange-oof", "AUTO_REPLY", null],
  ["accuse-de-reception", "AUTO_REPLY", null],
  ["office-acknowledgement", "AUTO_REPLY", null],
  ["newsletter", "AUTO_REPLY", null],
  ["reply-plain", "REPLY", null],
  ["reply-html-only", "REPLY", null],
  ["reply-signed-letter", "REPLY", null],
  ["reply-latin1-quoted", "REPLY", null],
  ["reply-to-our-message-id", "REPLY", null],
  ["hostile-wrong-charset", "REPLY", null],
  ["hostile-header-injection", "REPLY", null],
  ["hostile-forwarded-report", "REPLY", null],
  ["hostile-nested-parts", "UNSORTED", null],
  ["hostile-loop", "UNSORTED", null],
  ["hostile-our-own-mail", "UNSORTED", null],
  ["hostile-no-headers", "UNSORTED", null],
  ["spam-complaint", "UNSORTED", null],
])("sorts %s as %s", async (name, kind, statusCode) => {
  expect(sortInbound(await read(name), facts)).toMatchObject({ kind, statusCode });
});

it.each(["postfix-unknown-user", "report-to-another-address", "exim", "reply-plain", "hostile-nested-parts", "spam-complaint"])(
  "finds the letter of %s",
  async (name) => {
    expect(letterHintsOf(await read(name), facts.domain).tokens).toEqual([token]);
  },
);

it("finds the letter by its Message-ID where the address says nothing", async () => {
  expect(letterHintsOf(await read("reply-to-our-message-id"), facts.domain)).toEqual({
    tokens: [],
    messageIds: [letterId, "<someone-else@town.example>"],
  });
  expect(letterHintsOf(await read("report-to-another-address"), null).messageIds).toEqual([letterId]);
});

it("takes the recipients of the SMTP conversation before what headers claim", async () => {
  const other = "fedcba9876543210fedcba9876543210";
  const mail = await parseMail(await fixture("reply-plain"), { from: "", to: [`L.${other.toUpperCase()}@Reply.example.org`] });
  expect(mail.envelopeFrom).toBe("");
  expect(letterHintsOf(mail, facts.domain).tokens).toEqual([other]);
});

it("reads words, names and attachments of other character sets", async () => {
  expect(await read("reply-plain")).toMatchObject({
    text: expect.stringContaining("vote for slower streets – and for\nthe bridge at Sainte-Thérèse"),
  });
  expect(await read("accuse-de-reception")).toMatchObject({
    from: { name: "Bureau de circonscription de Léa Côté", address: "bureau@assemblee.example" },
    subject: "Accusé de réception de votre courriel",
    text: expect.stringContaining("bien reçu"),
  });
  expect((await read("reply-signed-letter")).attachments).toEqual([
    { name: "Réponse.pdf", mimeType: "application/pdf", sizeBytes: 9 },
    { name: "invoice.exe", mimeType: "application/x-msdownload", sizeBytes: 9 },
  ]);
});

it("reads ISO-8859-1, quoted and as bare bytes", async () => {
  expect(await read("reply-latin1-quoted")).toMatchObject({
    from: { name: "Léa Côté", address: "alex.roy@parl.example" },
    subject: "Ré : Des rues sûres",
    text: "Bonjour,\n\nmerci de votre lettre. Je voterai pour des rues plus sûres, et pour que l'été prochain le pont de Sainte-Thérèse soit réouvert. \n\n« À bientôt »,\nLéa Côté",
  });
  const head = "From: a@b.example\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
  expect((await parseMail(Buffer.from(`${head}À l'été, déjà.`, "latin1"), null)).text).toBe("À l'été, déjà.");
});

it("makes text of HTML without scripts, styles and pictures", async () => {
  const { text } = await read("reply-html-only");
  expect(text).toContain("I agree.");
  expect(text).not.toMatch(/alert\("x"\)|color|tracker|<|onload/);
});

it("lets nothing in a header end the line or hold what the database refuses", async () => {
  for (const name of ["hostile-header-injection", "hostile-wrong-charset", "hostile-no-headers"]) {
    const { subject, from, text, headers } = await read(name);
    const lines = [subject, from?.name ?? "", ...headers.map(({ value }) => value)];
    expect(lines.filter((line) => /[\r\n\0\u2028\u2029]/.test(line))).toEqual([]);
    expect([text, ...lines].filter((one) => /\0|\p{Surrogate}/u.test(one))).toEqual([]);
  }
});

it("keeps the headers of a mail whose parts are nested beyond reading", async () => {
  expect(await read("hostile-nested-parts")).toMatchObject({ subject: "Hello", from: { address: "alex.roy@parl.example" }, text: "" });
});

it("cuts what is endless", async () => {
  const long = Buffer.from(
    `From: a@b.example\r\nSubject: ${"s".repeat(5_000)}\r\n${"X-A: b\r\n".repeat(5_000)}References: ${"<a@b> ".repeat(5_000)}\r\n\r\n${"word ".repeat(200_000)}`,
  );
  const mail = await parseMail(long, null);
  expect(mail.subject.length).toBe(500);
  expect(mail.text.length).toBe(100_000);
  expect(mail.headers.length).toBeLessThanOrEqual(400);
  expect(mail.answers.length).toBeLessThanOrEqual(50);
});

it("reads bytes that are no mail at all", async () => {
  const noise = Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 31) % 256));
  expect(sortInbound(await parseMail(noise, null), facts).kind).toBe("UNSORTED");
  expect(sortInbound(await parseMail(Buffer.alloc(0), null), facts).kind).toBe("UNSORTED");
});
