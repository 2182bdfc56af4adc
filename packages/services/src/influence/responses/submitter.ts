import { findUser } from "@cml/db/auth";
import { type Campaign, canSeeCampaign, type SubmitResponseInput } from "@cml/domain/influence";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { isRemembered } from "../campaign-emails/remembered-browser";
import { writerOfReceipt } from "../receipts/receipt-writer";

export type Submitter = {
  userId: string | null;
  email: string | null;
  /** The address is hers for sure: signed in, a receipt that proved it, or a browser that did lately. */
  proved: boolean;
  byStaff: boolean;
};

/** Who submits, and whether a mail has to ask her. An account's own address goes before one that is typed. */
export const submitterOf = async (
  deps: Deps,
  actor: Actor,
  { campaign, input }: { campaign: Campaign; input: SubmitResponseInput },
): Promise<Submitter> => {
  if (actor.kind === "user") {
    const user = await findUser(deps.db, actor.userId);
    const byStaff = hasPermission(actor, "response.moderate") && canSeeCampaign(actor, campaign);
    return { userId: actor.userId, email: user?.email ?? input.email, proved: true, byStaff };
  }
  const receipt = input.about.kind === "LETTER" ? await writerOfReceipt(deps, input.about.receiptToken) : null;
  const receiptEmail = receipt !== null && "email" in receipt.writer ? receipt.writer.email : null;
  const email = input.email ?? receiptEmail;
  if (email === null) throw new AppError("INVALID", "response.emailNeeded");
  const proved = email === receiptEmail || (await isRemembered(deps, input.remember, email));
  return { userId: null, email, proved, byStaff: false };
};
