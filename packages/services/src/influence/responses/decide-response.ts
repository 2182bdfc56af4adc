import type { Db } from "@cml/db";
import {
  decisionWaitSeconds,
  isReportOpen,
  type DecidedResponses,
  type DecideResponsesInput,
  type ModeratedResponse,
  type RejectResponseInput,
  type RepresentativeResponse,
} from "@cml/domain/influence";
import { type Actor, AppError, isAppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueJob } from "../../platform/queue-job";
import { moderate, type Step } from "./moderate";

type Decision = { id: string; decision: "APPROVED" | "REJECTED"; reason: string | null };

/**
 * Puts a response on its wall. The submitter is told and its office asked a minute later, unless it is taken back by then. One
 * that its office reported comes back only when its proof was seen.
 */
export const approveResponse = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<ModeratedResponse> =>
  decide(deps, actor, { id, decision: "APPROVED", reason: null });

/** Refuses a response; the submitter is told why. */
export const rejectResponse = (deps: Deps, actor: Actor, { id, reason }: RejectResponseInput): Promise<ModeratedResponse> =>
  decide(deps, actor, { id, decision: "REJECTED", reason: reason.trim() });

/** The same decision about many; those it does not fit any more are left as they are and named. */
export const decideResponses = async (
  deps: Deps,
  actor: Actor,
  { ids, decision, reason }: DecideResponsesInput,
): Promise<DecidedResponses> => {
  const decided: DecidedResponses = { changes: [], skipped: [] };
  for (const id of new Set(ids)) {
    const done = await decide(deps, actor, { id, decision, reason: decision === "REJECTED" ? (reason?.trim() ?? null) : null }).catch(
      skipIfUnfit,
    );
    if (done === null) decided.skipped.push(id);
    else decided.changes.push({ id, changeId: done.changeId });
  }
  return decided;
};

/** For many at once: what somebody else changed, or what is not there for the actor, is no failure of the others. */
export const skipIfUnfit = (error: unknown): null => {
  if (isAppError(error) && (error.code === "CONFLICT" || error.code === "NOT_FOUND")) return null;
  throw error;
};

const decide = (deps: Deps, actor: Actor, decision: Decision): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id: decision.id,
    action: decision.decision === "APPROVED" ? "response.approve" : "response.reject",
    step: (_db, response) => stepOf(deps, actor, { response, decision }),
    also: (db, { changeId }) => tellLater(deps, db, { responseId: decision.id, changeId }),
  });

const stepOf = (deps: Deps, actor: Actor, { response, decision }: { response: RepresentativeResponse; decision: Decision }): Step => {
  // Refused already by its office's report: a moderator may still say that it stays so.
  const agrees = decision.decision === "REJECTED" && isReportOpen(response);
  if (response.status === decision.decision && !agrees) throw new AppError("CONFLICT", "response.decidedAlready");
  const isBack = decision.decision === "APPROVED" && response.disputedAt !== null;
  if (isBack && response.proofSeenAt === null) throw new AppError("CONFLICT", "response.disputeNeedsProof");
  const changes = {
    status: decision.decision,
    rejectReason: decision.reason,
    moderatedAt: deps.clock.now(),
    moderatedByUserId: actor.kind === "user" ? actor.userId : null,
    ...(isBack ? { disputedAt: null } : {}),
  };
  return { kind: decision.decision, changes, note: decision.reason };
};

/** Who is told of a decision is told once it stood for a minute. */
export const tellLater = (deps: Deps, db: Db, payload: { responseId: string; changeId: string }): Promise<void> =>
  queueJob(deps, db, {
    name: "influence.settle-response",
    payload,
    jobId: `settle-response-${payload.changeId}`,
    availableAt: new Date(deps.clock.now().getTime() + decisionWaitSeconds * 1_000),
  });
