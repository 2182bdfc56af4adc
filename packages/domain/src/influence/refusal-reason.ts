/** A refusal or bounce in plain terms; the server's own words stay beside it. */
export const refusalReasons = ["NO_SUCH_ADDRESS", "MAILBOX_FULL", "TOO_LARGE", "BLOCKED", "SERVER_TROUBLE", "UNKNOWN"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

// RFC 3463: class.subject.detail. The class (4 or 5) tells whether to try again, the rest tells why.
const byStatus: [RegExp, RefusalReason][] = [
  [/^[45]\.1\.(0|1|2|3|6|10)$/, "NO_SUCH_ADDRESS"],
  [/^[45]\.2\.1$/, "NO_SUCH_ADDRESS"],
  [/^[45]\.(2\.2|3\.1)$/, "MAILBOX_FULL"],
  [/^[45]\.(2\.3|3\.4)$/, "TOO_LARGE"],
  [/^[45]\.(7\.\d+|6\.\d+|1\.(7|8))$/, "BLOCKED"],
  [/^[45]\.(3|4|5)\.\d+$/, "SERVER_TROUBLE"],
];

// Servers without enhanced codes, and those that answer 5.0.0 to everything.
const byWords: [RegExp, RefusalReason][] = [
  [/(mailbox|quota|storage).{0,30}(full|exceeded|over)|over.?quota|insufficient (system )?storage/i, "MAILBOX_FULL"],
  [/too (large|big)|size limit|exceeds.{0,30}size/i, "TOO_LARGE"],
  [/spam|block(ed|list)|blacklist|policy|reputation|denied|not allowed|rejected due|dmarc|spf|dkim/i, "BLOCKED"],
  [
    /(no such|unknown|invalid|nonexistent|does(n't| not) exist|not found|unrouteable).{0,40}(user|mailbox|recipient|address|account)?|user unknown|mailbox unavailable/i,
    "NO_SUCH_ADDRESS",
  ],
  [/time.?out|connection|network|econn|enotfound|host|unavailable|try (again )?later|greylist/i, "SERVER_TROUBLE"],
];

/** Reads a refusal: its enhanced status code (given, or found in the words), else the words, else the three digits. */
export const refusalReasonOf = (words: string | null, statusCode: string | null = null): RefusalReason => {
  const text = words ?? "";
  const status = statusCode ?? /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? "";
  const coded = byStatus.find(([pattern]) => pattern.test(status));
  if (coded !== undefined) return coded[1];
  const worded = byWords.find(([pattern]) => pattern.test(text));
  if (worded !== undefined) return worded[1];
  const code = /^(\d{3})\b/.exec(text)?.[1];
  if (code === "550" || code === "553" || code === "551") return "NO_SUCH_ADDRESS";
  if (code === "552") return "MAILBOX_FULL";
  return code?.startsWith("4") === true ? "SERVER_TROUBLE" : "UNKNOWN";
};
