import { insertLetters, listLettersOfSubmission, updateCapturedInfo } from "@cml/db/influence";
import { type CapturedInfo, type CaptureInfoInput, letterLimits } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "../targets/open-campaign";
import { announceLetters } from "./announce-letters";
import { capturedKey } from "./once-keys";
import { receiptHashOf, receiptTokenOf } from "./receipt-tokens";

/**
 * Counts somebody who gave name and address and chose no way to send yet. Replaced by the letters when they come; name and
 * address go after a day. Nothing is mailed, and nobody is added to a list.
 */
export const captureInfo = async (deps: Deps, actor: Actor, input: CaptureInfoInput): Promise<CapturedInfo> => {
  await requireRoom(deps, `capture:ip:${actor.ipHash}`, letterLimits.ip);
  const campaign = await openCampaign(deps, input.campaignSlug);
  if (!campaign.collectUserInfo || input.trap !== "") return { captured: false };
  const { submissionId, name, email } = input;
  const before = await listLettersOfSubmission(deps.db, submissionId);
  const [known] = before.filter(({ status }) => status === "USER_INFO_CAPTURED");
  if (known !== undefined)
    await updateCapturedInfo(deps.db, known.id, { userName: name, userEmail: email, userPostalCode: input.postalCode });
  if (before.length > 0) return { captured: known !== undefined };
  await insertLetters(deps.db, [
    {
      id: deps.newId(),
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userId: null,
      userEmail: email,
      userName: name,
      userPostalCode: input.postalCode,
      recipientEmail: "",
      recipientName: "",
      recipientTitle: null,
      recipientLevel: null,
      subject: "",
      message: "",
      status: "USER_INFO_CAPTURED",
      source: input.source,
      senderIp: actor.ipHash || null,
      submissionId,
      receiptTokenHash: receiptHashOf(deps, receiptTokenOf(deps, submissionId)),
      onceKey: capturedKey(deps, submissionId),
      verificationId: null,
      locale: input.locale,
      createdAt: deps.clock.now(),
    },
  ]);
  await announceLetters(deps, campaign.id);
  return { captured: true };
};
