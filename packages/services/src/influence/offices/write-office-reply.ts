import { transaction } from "@cml/db";
import { findResponseForUpdate, recordResponseChange, updateResponse } from "@cml/db/influence";
import { isShownResponse, type RepresentativeResponse, type WriteOfficeReplyInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { actingOffice, type OfficeOfCampaign } from "./opened-office";

/**
 * The office's one public reply to a response about it. It waits for moderators; until they decided it may be rewritten, and a
 * refused one may be followed by another. Throws CONFLICT once one stands on the wall.
 */
export const writeOfficeReply = async (deps: Deps, actor: Actor, input: WriteOfficeReplyInput): Promise<void> => {
  const found = await actingOffice(deps, actor, input);
  await transaction(deps.db, async (db) => {
    const response = await findResponseForUpdate(db, input.responseId);
    if (response === null || !isAbout(found, response)) throw new AppError("NOT_FOUND", "response.notFound");
    if (response.officeReplyStatus === "APPROVED") throw new AppError("CONFLICT", "office.repliedAlready");
    const at = deps.clock.now();
    const { officeReply, officeReplyStatus } = response;
    const { email: byOffice } = found.office;
    await recordResponseChange(db, {
      responseId: response.id,
      kind: "OFFICE_REPLIED",
      at,
      byOffice,
      before: { officeReply, officeReplyStatus },
    });
    await updateResponse(db, response.id, {
      officeReply: input.text.trim(),
      officeReplyAt: at,
      officeReplyStatus: "PENDING",
      updatedAt: at,
    });
  });
};

const isAbout = ({ office, campaign }: OfficeOfCampaign, response: RepresentativeResponse): boolean =>
  campaign.showResponseWall &&
  response.campaignId === campaign.id &&
  response.officeAnswerId === null &&
  isShownResponse(response) &&
  (response.recipientKey === null ? response.representativeEmail === office.email : response.recipientKey === office.recipientKey);
