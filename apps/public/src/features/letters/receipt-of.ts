import type { Receipt as ApiReceipt } from "@cml/domain/influence";
import { dateAndTime, type Zone } from "../../texts/dates";
import type { Receipt } from "./model";

/**
 * The server's receipt as the page and its panel know it. Moments are written out where the receipt is read, once: the
 * browser keeps what the server wrote, whatever its own idea of the language.
 */
export const receiptOf = ({ letters, erasedAt, campaignTitle, campaignSlug, name }: ApiReceipt, { locale, timeZone }: Zone): Receipt => ({
  campaignTitle,
  campaignSlug,
  name,
  erasedAt: erasedAt?.toISOString() ?? null,
  letters: letters.map(
    ({ id, recipientName, recipientTitle, subject, message, method, timeline, canAnswer, saidSent, pdfUrl, shareUrl }) => ({
      id,
      recipient: recipientName,
      recipientTitle: recipientTitle ?? "",
      subject,
      message,
      printed: method === "PRINT",
      steps: timeline.map(({ step, at, words, reason }) => ({
        step,
        at: at?.toISOString() ?? null,
        when: at === null ? "" : dateAndTime(locale, at.toISOString(), timeZone),
        words,
        reason,
      })),
      canAnswer,
      saidSent,
      pdfUrl,
      shareUrl,
    }),
  ),
});
