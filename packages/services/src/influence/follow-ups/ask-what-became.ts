import { type Db, transaction } from "@cml/db";
import { findCampaign, listDueFollowUps, lockDueFollowUp, updateFollowUp, wantsToBeTold } from "@cml/db/influence";
import { followUpDays, followUpStep, secondMailAfter } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { followUpHashOf, followUpTokenOf } from "./follow-up-tokens";
import { followedLetters } from "./followed-letters";
import { queueQuestion } from "./queue-question";

const rowsAtOnce = 200;
const dayMs = 24 * 3_600_000;

/**
 * Mails the question what became of their letters to everybody for whom it is due, two weeks after the first letter left and once
 * more a week later. Each row is taken, marked and its mail written in one transaction, so that nobody is asked twice, whoever
 * dies in between.
 */
export const askWhatBecame = async (deps: Deps, _actor: Actor): Promise<{ asked: number }> => {
  const now = deps.clock.now();
  const passedOver: string[] = [];
  let asked = 0;
  for (;;) {
    const due = await listDueFollowUps(deps.db, { now, except: passedOver, limit: rowsAtOnce });
    if (due.length === 0) return { asked };
    for (const id of due) {
      const done = await transaction(deps.db, (db) => askOne(deps, db, id)).catch((error: unknown) => {
        // One that cannot be asked must not hold back all others; the next run tries it again.
        deps.logger.error({ followUpId: id, error: String(error) }, "a question what became of letters could not be asked");
        return "PASSED_OVER" as const;
      });
      if (done === "PASSED_OVER") passedOver.push(id);
      else if (done === "ASKED") asked += 1;
    }
  }
};

const askOne = async (deps: Deps, db: Db, id: string): Promise<"ASKED" | "NOT_ASKED" | "PASSED_OVER"> => {
  const now = deps.clock.now();
  const followUp = await lockDueFollowUp(db, id, now);
  if (followUp === null) return "PASSED_OVER";
  const campaign = await findCampaign(db, followUp.campaignId);
  if (campaign === null || !(await wantsToBeTold(db, followUp))) {
    await updateFollowUp(db, id, { closedAt: now });
    return "NOT_ASKED";
  }
  const asked = followUp.firstSentAt !== null;
  const { name, letters } = await followedLetters(deps, db, followUp.submissionId);
  // Until the first mail the second one's day still tells when the box was confirmed.
  const since = new Date(followUp.secondDueAt.getTime() - followUpDays.second * dayMs);
  const step = followUpStep(letters, { now, since, asked });
  if (step.kind === "WAIT") await updateFollowUp(db, id, { firstDueAt: step.until });
  if (step.kind === "CLOSE") await updateFollowUp(db, id, { closedAt: now });
  if (step.kind !== "ASK") return "NOT_ASKED";
  const tokenHash = followUpHashOf(deps, followUpTokenOf(deps, id));
  await updateFollowUp(
    db,
    id,
    asked ? { tokenHash, secondSentAt: now } : { tokenHash, firstSentAt: now, secondDueAt: secondMailAfter(now) },
  );
  await queueQuestion(deps, db, { campaign, followUp, name, letters: step.letters, again: asked });
  return "ASKED";
};
