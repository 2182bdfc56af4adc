import { type InboundAttachment, type InboundMail, type InboundReport, readDeliveryStatus } from "@cml/domain/influence";
import { convert } from "html-to-text";
import PostalMime, { addressParser, type Attachment, type Email } from "postal-mime";

/** What the SMTP conversation said; a mailbox read by IMAP has only what servers wrote into the headers. */
export type Envelope = { from: string; to: string[] };

const textAtMost = 100_000;
const headersAtMost = 400;
const attachmentsAtMost = 50;

/**
 * A mail as it came, taken apart. Never throws for what a mail contains: one that cannot be read has its headers and no
 * text, so that it ends with a person instead of being fetched for ever.
 */
export const parseMail = async (raw: Uint8Array, envelope: Envelope | null): Promise<InboundMail> => {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 50, maxHeadersSize: 1_000_000 }).catch(
    () => null,
  );
  const headers = (email?.headers.map(({ key, value }) => ({ name: key, value })) ?? headersOf(textOf(raw.subarray(0, 64_000))))
    .slice(0, headersAtMost)
    .map(({ name, value }) => ({ name, value: lineOf(value, 8_000) }));
  const all = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);
  const path = envelope?.from ?? all("return-path")[0] ?? null;
  const envelopeFrom = path === null ? null : path.replace(/[<>\s]/g, "").toLowerCase();
  return {
    headers,
    envelopeFrom,
    deliveredTo: envelope?.to.map((one) => one.toLowerCase()) ?? deliveryHeaders.flatMap((name) => all(name).flatMap(addressesIn)),
    addressedTo: ["to", "cc"].flatMap((name) => all(name).flatMap(addressesIn)),
    from: senderOf(email, all("from")[0] ?? ""),
    subject: lineOf(email?.subject ?? all("subject")[0] ?? "", 500),
    messageId: idsIn(all("message-id")[0] ?? "")[0] ?? null,
    answers: [...idsIn(all("in-reply-to")[0] ?? ""), ...idsIn(all("references")[0] ?? "").reverse()].slice(0, 50),
    text: email === null ? "" : readableText(email),
    attachments: email === null ? [] : email.attachments.filter(isForPeople).slice(0, attachmentsAtMost).map(attachmentOf),
    report: email === null ? null : reportIn(email, { type: all("content-type")[0] ?? "", envelopeFrom }),
  };
};

const deliveryHeaders = ["x-original-to", "delivered-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "x-real-to"] as const;

const addressForm = /^[^\s@<>"(),;]{1,64}@[^\s@<>"(),;]{1,253}$/;
const addressesIn = (value: string): string[] =>
  addressParser(value, { flatten: true })
    .map(({ address = "" }) => address.trim().toLowerCase())
    .filter((address) => addressForm.test(address));

const senderOf = (email: Email | null, header: string): InboundMail["from"] => {
  const [first] = addressParser(header, { flatten: true });
  const address = first?.address?.trim().toLowerCase() ?? "";
  if (!addressForm.test(address)) return null;
  return { name: lineOf(email?.from?.name ?? first?.name ?? "", 200), address };
};

const idsIn = (value: string): string[] => value.match(/<[^<>\s]{1,500}>/g) ?? [];

// PostgreSQL takes neither NUL nor half characters, and nothing here may steer a terminal or turn a line around.
const wellFormed = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "");

const lineOf = (text: string, atMost: number): string =>
  wellFormed(text)
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim()
    .slice(0, atMost);

const readableText = (email: Email): string => {
  const plain = wellFormed(email.text ?? "").replace(/\r\n?/g, "\n");
  const text = plain.trim() === "" && email.html !== undefined ? textOfHtml(email.html) : plain;
  return text
    .replace(/\n{4,}/g, "\n\n\n")
    .trim()
    .slice(0, textAtMost);
};

const textOfHtml = (html: string): string =>
  wellFormed(
    convert(html.slice(0, 500_000), {
      wordwrap: false,
      limits: { maxInputLength: 500_000, maxDepth: 60, maxChildNodes: 5_000 },
      selectors: [
        { selector: "img", format: "skip" },
        { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ],
    }),
  );

const machineParts: Record<string, InboundReport["kind"]> = {
  "message/delivery-status": "delivery",
  "message/global-delivery-status": "delivery",
  "message/disposition-notification": "disposition",
  "message/feedback-report": "complaint",
};
const originalParts = new Set([
  "message/rfc822",
  "message/global",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "message/global-headers",
]);

const isForPeople = ({ mimeType }: Attachment): boolean => machineParts[mimeType] === undefined && !originalParts.has(mimeType);

const attachmentOf = ({ filename, mimeType, content }: Attachment): InboundAttachment => ({
  name: lineOf(filename ?? "", 120),
  mimeType: lineOf(mimeType, 100),
  sizeBytes: typeof content === "string" ? content.length : content.byteLength,
});

/** A report is believed where a server wrote it: the whole mail is one, or it has the null path of bounces. */
const reportIn = (email: Email, { type, envelopeFrom }: { type: string; envelopeFrom: string | null }): InboundReport | null => {
  const part = email.attachments.find(({ mimeType }) => machineParts[mimeType] !== undefined);
  const kind = part === undefined ? undefined : machineParts[part.mimeType];
  if (part === undefined || kind === undefined) return null;
  if (!/^multipart\/report/i.test(type) && envelopeFrom !== "") return null;
  const original = email.attachments.find(({ mimeType }) => originalParts.has(mimeType));
  const headers = original === undefined ? [] : headersOf(textOf(original.content).slice(0, 64_000));
  const values = (...names: string[]) => headers.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  return {
    kind,
    recipients: kind === "delivery" ? readDeliveryStatus(wellFormed(textOf(part.content))) : [],
    original: {
      messageId: idsIn(values("message-id")[0] ?? "")[0] ?? null,
      addresses: values("from", "reply-to", "return-path", "sender").flatMap(addressesIn),
    },
  };
};

const textOf = (content: Attachment["content"]): string => (typeof content === "string" ? content : new TextDecoder().decode(content));

/** The first header block of a text, unfolded. */
const headersOf = (text: string): { name: string; value: string }[] => {
  const block = text.replace(/\r\n?/g, "\n").split("\n\n", 1)[0] ?? "";
  return block
    .replace(/\n[ \t]+/g, " ")
    .split("\n")
    .map((line) => ({ line, colon: line.indexOf(":") }))
    .filter(({ colon }) => colon > 0)
    .map(({ line, colon }) => ({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }));
};
