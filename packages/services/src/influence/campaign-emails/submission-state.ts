import { countLettersOfSubmission, findVerificationById, listLettersOfSubmission } from "@cml/db/influence";
import { letterLimits, type SubmissionState, type SubmissionStateInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { receiptTokenOf } from "./receipt-tokens";
import { browserTokenOf, isRemembered } from "./remembered-browser";

/** What became of a submission, for the page that made its id and waits for the confirmation on another device. */
export const getSubmissionState = async (deps: Deps, actor: Actor, { submissionId }: SubmissionStateInput): Promise<SubmissionState> => {
  await requireRoom(deps, `letters-state:ip:${actor.ipHash}`, letterLimits.waiting);
  const receiptToken = receiptTokenOf(deps, submissionId);
  const verification = await findVerificationById(deps.db, submissionId);
  if (verification === null) {
    const sent = (await listLettersOfSubmission(deps.db, submissionId)).filter(({ emailMethod }) => emailMethod === "SMTP");
    const letters = sent.filter(({ status }) => status !== "USER_INFO_CAPTURED").length;
    return letters === 0 ? { state: "UNKNOWN" } : { state: "QUEUED", receiptToken, letters, remember: null };
  }
  if (verification.used) {
    const token = browserTokenOf(deps, "WAITED", submissionId);
    const isKnown = await isRemembered(deps, token, verification.email);
    const letters = await countLettersOfSubmission(deps.db, submissionId);
    return { state: "QUEUED", receiptToken, letters, remember: isKnown ? token : null };
  }
  const { expiresAt, tempCampaignData } = verification;
  return tempCampaignData === null || expiresAt <= deps.clock.now() ? { state: "EXPIRED" } : { state: "WAITING", expiresAt };
};
