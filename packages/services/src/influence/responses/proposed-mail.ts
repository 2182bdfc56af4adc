import { findProposableMail } from "@cml/db/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import type { FoundRepresentative } from "./find-representative";

export type ProposedMail = { id: string; receivedAt: Date };

/** The mail a form was filled in from: only one that answers the very letter of its receipt, and only once. */
export const mailOfSubmission = async (
  deps: Deps,
  { letter }: FoundRepresentative,
  inboundMessageId: string | null,
): Promise<ProposedMail | null> => {
  if (inboundMessageId === null) return null;
  const mail = letter === null ? null : await findProposableMail(deps.db, inboundMessageId, [letter.id]);
  if (mail === null) throw new AppError("NOT_FOUND", "inbound.notFound");
  if (mail.taken) throw new AppError("CONFLICT", "response.mailTaken");
  return { id: mail.id, receivedAt: mail.receivedAt };
};
