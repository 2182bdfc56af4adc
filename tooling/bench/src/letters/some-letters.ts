import type { Db } from "@cml/db";
import { insertLetters } from "@cml/db/influence";
import { aCampaign } from "@cml/testing/factories";
import { v7 as newId } from "uuid";

const paragraph = "Our street has no crossing between the school and the park, and children run across it every morning. ";

/** A letter of ordinary length. */
export const someText = (n: number): string =>
  `Dear Member,\n\n${paragraph.repeat(4)}\n\n${paragraph.repeat(6)}\n\nThank you.\n\nSupporter ${n}\nVancouver  V5K 0A1`;

/** Writes letters of as many supporters to some people, as submissions without sender verification do. */
export const insertSomeLetters = async (
  db: Db,
  { count, recipients }: { count: number; recipients: number },
): Promise<{ campaignId: string }> => {
  const { id: campaignId, slug: campaignSlug } = await aCampaign(db, { verifySender: false });
  const letters = Array.from({ length: count }, (_, n) => {
    const submissionId = newId();
    return {
      id: newId(),
      campaignId,
      campaignSlug,
      userId: null,
      userEmail: `supporter-${n}@example.com`,
      userName: `Supporter ${n}`,
      userPostalCode: "V5K0A1",
      recipientEmail: `member-${n % recipients}@example.org`,
      recipientName: `Member ${n % recipients}`,
      recipientTitle: "MP",
      recipientLevel: "FEDERAL" as const,
      subject: "A crossing by the school",
      message: someText(n),
      senderIp: null,
      submissionId,
      receiptTokenHash: submissionId,
      onceKey: submissionId,
      verificationId: null,
      locale: "en" as const,
      createdAt: new Date(),
    };
  });
  for (let at = 0; at < count; at += 1_000) await insertLetters(db, letters.slice(at, at + 1_000));
  return { campaignId };
};
