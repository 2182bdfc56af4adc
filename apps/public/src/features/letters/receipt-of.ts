import type { Receipt as ApiReceipt } from "@cml/domain/influence";
import type { Receipt } from "./model";

/** The server's receipt as the page and its panel know it: moments as texts, so that it travels with the page. */
export const receiptOf = ({ letters, erasedAt, campaignTitle, campaignSlug, name }: ApiReceipt): Receipt => ({
  campaignTitle,
  campaignSlug,
  name,
  erasedAt: erasedAt?.toISOString() ?? null,
  letters: letters.map(({ id, recipientName, recipientTitle, subject, message, method, timeline, canAnswer, saidSent, pdfUrl }) => ({
    id,
    recipient: recipientName,
    recipientTitle: recipientTitle ?? "",
    subject,
    message,
    printed: method === "PRINT",
    steps: timeline.map(({ step, at, words, reason }) => ({ step, at: at?.toISOString() ?? null, words, reason })),
    canAnswer,
    saidSent,
    pdfUrl,
  })),
});
