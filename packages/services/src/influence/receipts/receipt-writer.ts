import { listReceiptRows, listRowsOfAddress, type ReceiptRow, type Writer } from "@cml/db/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { receiptHashOf } from "../campaign-emails/receipt-tokens";
import { emailOfKeptLink } from "./kept-link";

export type ReceiptWriter = { writer: Writer; email: string | null; letters: ReceiptRow[] };

/**
 * Whose data a receipt opens: everything under its address where that was proved by a mailed link (anybody may type
 * somebody else's), otherwise what its own form wrote. Throws NOT_FOUND for a token of nobody.
 */
export const writerOfReceipt = async (deps: Deps, token: string): Promise<ReceiptWriter> => {
  const receiptTokenHash = receiptHashOf(deps, token);
  const letters = await listReceiptRows(deps.db, receiptTokenHash);
  const [first] = letters;
  if (first === undefined) throw new AppError("NOT_FOUND", "letter.linkUnknown");
  const proved = letters.find(({ verificationId, userEmail }) => verificationId !== null && userEmail !== null)?.userEmail ?? null;
  const writer = proved === null ? { receiptTokenHash, submissionId: first.submissionId ?? first.id } : { email: proved };
  return { writer, email: first.userEmail, letters };
};

/** The same for a link that was mailed to an address: whoever reads its mail has proved that it is hers. */
export const writerOfLink = async (deps: Deps, token: string): Promise<ReceiptWriter> => {
  const email = emailOfKeptLink(deps, token);
  return email === null ? writerOfReceipt(deps, token) : { writer: { email }, email, letters: await listRowsOfAddress(deps.db, email) };
};
