import { type Db, transaction } from "@cml/db";
import { deleteUnsentOfSubmission, insertLetters, type LetterOfSubmission, listLettersOfSubmission } from "@cml/db/influence";
import { type Campaign, mailLinks, type SubmittedLetters } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { announceLetters } from "./announce-letters";
import { askToConfirmBoxes } from "./ask-to-confirm";
import type { FrozenLetter, FrozenLetters } from "./freeze-letters";
import { openedKey } from "./once-keys";
import { receiptTokenOf } from "./receipt-tokens";
import { rowOf, writeConsents } from "./write-letters";

type Opening = {
  campaign: Campaign;
  frozen: FrozenLetters;
  before: readonly LetterOfSubmission[];
  method: "MAILTO" | "PRINT";
  /** Whether this browser proved the address lately. */
  proved: boolean;
};

/**
 * Writes down letters that their writer brings on their way: CLICKED until the writer says that they were sent. The same
 * form again replaces what is still open, so that there is one letter for each recipient whichever way was tried first.
 */
export const openLetters = async (deps: Deps, opening: Opening): Promise<SubmittedLetters> => {
  const { campaign, frozen, before, method } = opening;
  const { submissionId } = frozen;
  if (before.some(({ emailMethod, status }) => emailMethod === "SMTP" && status !== "USER_INFO_CAPTURED"))
    throw new AppError("CONFLICT", "letter.alreadyWritten");
  const written = await transaction(deps.db, async (db) => {
    await deleteUnsentOfSubmission(db, submissionId);
    const rows = frozen.letters.map(({ targetId: _id, ...letter }) => ({
      ...rowOf(deps, frozen, letter),
      onceKey: openedKey(deps, { campaignId: campaign.id, submissionId, recipient: letter }),
      verificationId: null,
      emailMethod: method,
      status: "CLICKED" as const,
    }));
    const claimed = before.filter(({ claimedSentAt }) => claimedSentAt !== null);
    await insertLetters(
      db,
      rows.filter((row) => !claimed.some((one) => isTo(one, row))),
    );
    const boxesMail = await takeBoxes(deps, db, opening);
    return { boxesMail, rows: await listLettersOfSubmission(db, submissionId) };
  });
  await announceLetters(deps, campaign.id);
  return method === "MAILTO" ? opened(deps, frozen, written) : printed(deps, frozen, written);
};

type Recipient = { recipientEmail: string; recipientKey?: string | null };
const isTo = (one: Recipient, other: Recipient): boolean =>
  one.recipientEmail === other.recipientEmail && (one.recipientEmail !== "" || one.recipientKey === other.recipientKey);

/** True when a mail asks to confirm the ticked boxes; a form sent again asks once. */
const takeBoxes = async (deps: Deps, db: Db, { campaign, frozen, before, proved }: Opening): Promise<boolean> => {
  const { email } = frozen;
  if (email === null || !Object.values(frozen.consents).some(Boolean) || before.some(({ status }) => status !== "USER_INFO_CAPTURED"))
    return false;
  const waiting = { ...frozen, email, letters: [] };
  if (proved) await writeConsents(deps, db, waiting);
  else await askToConfirmBoxes(deps, db, { campaign, waiting });
  return !proved;
};

type Written = { boxesMail: boolean; rows: LetterOfSubmission[] };

const withIds = (frozen: FrozenLetters, rows: readonly LetterOfSubmission[]): (FrozenLetter & { id: string })[] =>
  frozen.letters.flatMap((letter) => {
    const row = rows.find((one) => isTo(one, letter));
    return row === undefined ? [] : [{ ...letter, id: row.id }];
  });

const opened = (deps: Deps, frozen: FrozenLetters, { rows, boxesMail }: Written): SubmittedLetters => ({
  state: "OPENED",
  receiptToken: receiptTokenOf(deps, frozen.submissionId),
  boxesMail,
  letters: withIds(frozen, rows).map(({ id, targetId, recipientName, recipientEmail, subject, message }) => ({
    id,
    targetId,
    recipientName,
    recipientEmail,
    subject,
    message,
    ...mailLinks({ to: recipientEmail, subject, message }),
  })),
});

const printed = (deps: Deps, frozen: FrozenLetters, { rows, boxesMail }: Written): SubmittedLetters => {
  const receiptToken = receiptTokenOf(deps, frozen.submissionId);
  const pdfUrl = `/letters/print/${receiptToken}`;
  const letters = withIds(frozen, rows).map(({ id, targetId, recipientName }) => ({
    id,
    targetId,
    recipientName,
    pdfUrl: `${pdfUrl}?letter=${id}`,
  }));
  return { state: "PRINTED", receiptToken, pdfUrl, letters, boxesMail };
};
