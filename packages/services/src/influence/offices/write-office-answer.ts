import { transaction } from "@cml/db";
import { findOfficeAnswer, holdOffice, insertOfficeAnswer, insertResponse, recordResponseChange, updateResponse } from "@cml/db/influence";
import type { WriteOfficeAnswerInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { actingOffice, type OfficeOfCampaign } from "./opened-office";

/**
 * The office's one answer to everybody. It waits for moderators as a response like any other; once approved it stands on the
 * wall and is mailed. Throws CONFLICT while an answer waits or was let through: only a refused one makes room for another.
 */
export const writeOfficeAnswer = async (deps: Deps, actor: Actor, input: WriteOfficeAnswerInput): Promise<void> => {
  const found = await actingOffice(deps, actor, input);
  await transaction(deps.db, async (db) => {
    await holdOffice(db, found.office.id);
    const before = await findOfficeAnswer(db, found.office.id);
    if (before !== null && before.status !== "REJECTED") throw new AppError("CONFLICT", "office.answeredAlready");
    const { answer, response } = rowsOf(deps, found, input);
    await insertOfficeAnswer(db, answer);
    await insertResponse(db, response);
    const at = answer.createdAt;
    // It came from the office's own page, so nobody needs to ask whether it is theirs.
    await updateResponse(db, response.id, { isVerified: true, verifiedAt: at, verifiedBy: found.office.email, updatedAt: at });
    await recordResponseChange(db, { responseId: response.id, kind: "SUBMITTED", at, byOffice: found.office.email });
  });
};

const rowsOf = (deps: Deps, { office, campaign }: OfficeOfCampaign, { subject, text, locale }: WriteOfficeAnswerInput) => {
  const createdAt = deps.clock.now();
  const answer = { id: deps.newId(), officeId: office.id, campaignId: campaign.id, subject, text: text.trim(), locale, createdAt };
  const response = {
    id: deps.newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: office.name,
    representativeTitle: office.title,
    // The wall knows four levels; somebody named by hand may have none.
    representativeLevel: office.level ?? campaign.targetGovernmentLevels[0] ?? ("FEDERAL" as const),
    representativeEmail: office.email,
    recipientKey: office.recipientKey,
    responseType: "EMAIL" as const,
    responseText: answer.text,
    shownText: answer.text,
    officeAnswerId: answer.id,
    confirmedAt: createdAt,
    locale,
    createdAt,
  };
  return { answer, response };
};
