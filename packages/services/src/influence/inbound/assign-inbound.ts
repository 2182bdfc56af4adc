import { transaction } from "@cml/db";
import { decideInboundMessage, findAddressedLetter } from "@cml/db/influence";
import { type AssignInboundInput, type InboundMessageView, type SortedMail, statusFromWords } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { afterReturn, applyInbound } from "./apply-inbound";
import { mayForward } from "./forward-reply";
import { getInbound, visibleInbound } from "./read-inbound";

/**
 * A person says what a mail is and which letter it is about; what follows from it follows now (history, state, the copy for
 * the supporter). A mail that was sorted already may only be moved on from UNSORTED or AUTO_REPLY: what a bounce or an answer
 * has changed is not taken back. Throws CONFLICT when somebody else decided meanwhile.
 */
export const assignInbound = async (deps: Deps, actor: Actor, { id, letterId, kind }: AssignInboundInput): Promise<InboundMessageView> => {
  const { item } = await visibleInbound(deps, actor, id);
  if (item.kind !== "UNSORTED" && item.kind !== "AUTO_REPLY") throw new AppError("CONFLICT", "inbound.alreadySorted");
  if (kind !== "UNSORTED" && letterId === null) throw new AppError("INVALID", "inbound.letterMissing");
  const letter = letterId === null ? null : await findAddressedLetter(deps.db, letterId);
  if (letterId !== null) {
    if (letter === null) throw new AppError("NOT_FOUND", "letter.notFound");
    await ownedCampaign(deps.db, actor, letter.campaignId);
  }
  const view = await getInbound(deps, actor, { id });
  const sorted = decided(kind, view.text ?? "");
  const forwards = view.forwardedAt === null && (await mayForward(deps, { letter, kind }));
  const userId = actor.kind === "user" ? actor.userId : null;
  await transaction(deps.db, async (db) => {
    const was = { id, kind: item.kind, letterId: item.letterId };
    const decision = {
      letterId,
      kind,
      statusCode: sorted.statusCode,
      handledByUserId: userId,
      forwardedAt: forwards ? deps.clock.now() : view.forwardedAt,
    };
    if (!(await decideInboundMessage(db, was, decision))) throw new AppError("CONFLICT", "inbound.alreadySorted");
    const from = view.fromEmail === null ? null : { name: view.fromName ?? "", address: view.fromEmail };
    const mail = { from, subject: view.subject, text: view.text ?? "", attachments: view.attachments };
    if (letter !== null) await applyInbound(deps, db, { id, letter, mail, sorted, at: item.receivedAt, forwards, byUserId: userId });
    await recordAudit(db, { actor, action: "inbound.assign", entity: "InboundMessage", entityId: id, facts: { kind, letterId } });
  });
  if (letter !== null && kind === "BOUNCE") await afterReturn(deps, letter, sorted.words ?? "");
  if (letter !== null) await deps.events.publish({ type: "letter.changed", campaignId: letter.campaignId });
  return getInbound(deps, actor, { id });
};

const decided = (kind: AssignInboundInput["kind"], text: string): Pick<SortedMail, "kind" | "words" | "statusCode"> => {
  if (kind !== "BOUNCE" && kind !== "DELAY") return { kind, words: null, statusCode: null };
  const statusCode = statusFromWords(text);
  return { kind, statusCode, words: statusCode };
};
