import { transaction } from "@cml/db";
import { insertCall, lockCall, updateCallOutcome } from "@cml/db/influence";
import { addCounterDelta } from "@cml/db/platform";
import { callLimits, type CallOutcome, countsAsCall, dialled, type RecordCallInput, type RecordedCall } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { findCallable } from "./call-place";

/**
 * Writes down how a call went. The same client id again corrects the result and counts nothing twice. Only numbers of the
 * campaign's own targets are taken. Counted as calls: somebody talked, or left a message.
 */
export const recordCall = async (deps: Deps, actor: Actor, input: RecordCallInput): Promise<RecordedCall> => {
  await requireRoom(deps, `calls-record:ip:${actor.ipHash}`, callLimits.record);
  const { clientId, targetId, outcome } = input;
  const { campaign, targets } = await findCallable(deps, actor, place(input));
  const target = targets.find(({ ids }) => ids.includes(targetId));
  const dial = dialled(input.tel);
  const office = target?.offices.find(({ tel }) => dial !== null && dialled(tel) === dial);
  if (target === undefined || office === undefined) throw new AppError("INVALID", "call.numberUnknown");
  const counted = countsAsCall(outcome);
  await transaction(deps.db, async (db) => {
    const added = await insertCall(db, {
      id: clientId,
      representativeName: target.name,
      representativeTitle: target.officeTitle === "" ? null : target.officeTitle,
      representativeLevel: target.level,
      recipientKey: target.recipientKey,
      phoneNumber: office.tel.trim(),
      officeType: office.type === "" ? null : office.type,
      callerName: input.name === "" ? null : input.name,
      callerEmail: input.email,
      postalCode: input.postalCode,
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      callerIp: actor.ipHash || null,
      calledAt: deps.clock.now(),
      outcome,
      source: input.source,
    });
    const before = added ? null : await lockCall(db, { id: clientId, campaignId: campaign.id });
    if (!added && before === null) throw new AppError("CONFLICT", "letter.submissionTaken");
    if (!added) await updateCallOutcome(db, clientId, outcome);
    const delta = Number(counted) - Number(before !== null && countsAsCall(before as CallOutcome));
    if (delta !== 0 && !campaign.isDemo) await addCounterDelta(db, { counter: "Campaign.callCount", entityId: campaign.id, delta });
  });
  return { outcome, counted };
};

const place = ({ campaignSlug, postalCode, districts, locale }: RecordCallInput) => ({ campaignSlug, postalCode, districts, locale });
