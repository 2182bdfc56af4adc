/** What a report says became of one recipient (RFC 3464, 2.3.3). */
export const deliveryActions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
export type DeliveryAction = (typeof deliveryActions)[number];

export type ReportedRecipient = {
  /** As our server was told it, where the report says so; lower case. */
  original: string | null;
  /** Where it ended, after forwards; lower case. */
  final: string | null;
  action: DeliveryAction;
  /** RFC 3463, "5.1.1"; null where the report gives none. */
  status: string | null;
  /** The other server's words, one line. */
  diagnostic: string | null;
};

// Not part of an address such as 5.45.2.17.
const statusForm = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/;

/** The first enhanced status code in a text, "5.1.1"; null when there is none. */
export const enhancedStatusIn = (text: string): string | null => statusForm.exec(text)?.[0] ?? null;

/**
 * Reads the machine part of a delivery status notification (`message/delivery-status`, RFC 3464): groups of fields between
 * empty lines, the first about the message, each further one about a recipient. Groups without a known action are left out.
 */
export const readDeliveryStatus = (text: string): ReportedRecipient[] =>
  text
    .slice(0, 100_000)
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .slice(0, 100)
    .map(fieldsOf)
    .flatMap((fields) => recipientOf(fields) ?? []);

type Fields = Map<string, string>;

// Folded lines belong to the field before them; the first of two equal fields counts.
const fieldsOf = (group: string): Fields => {
  const fields: Fields = new Map();
  for (const line of group.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
};

const recipientOf = (fields: Fields): ReportedRecipient | null => {
  const said = (fields.get("action") ?? "").toLowerCase().split(/[\s(;]/)[0] ?? "";
  const action = deliveryActions.find((known) => known === said);
  if (action === undefined) return null;
  const diagnostic = typed(fields.get("diagnostic-code"));
  return {
    original: addressIn(fields.get("original-recipient")),
    final: addressIn(fields.get("final-recipient")),
    action,
    status: enhancedStatusIn(fields.get("status") ?? "") ?? enhancedStatusIn(diagnostic ?? ""),
    diagnostic: diagnostic === null ? null : oneLine(diagnostic),
  };
};

// "rfc822; someone@example.org", "smtp; 550 no such user": the type before the semicolon says nothing to people.
const typed = (value: string | undefined): string | null => {
  if (value === undefined || value === "") return null;
  return value.replace(/^[\w-]+\s*;\s*/, "");
};

const addressIn = (value: string | undefined): string | null => {
  const address = typed(value)?.replace(/^<|>$/g, "").trim().toLowerCase();
  return address !== undefined && /^[^\s@]+@[^\s@]+$/.test(address) ? address.slice(0, 320) : null;
};

/** One line without control characters, at most 500 characters. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, " ")
    .trim()
    .slice(0, 500);
