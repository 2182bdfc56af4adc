import { type Db, transaction } from "@cml/db";
import {
  type AnswerToMail,
  countMailedAnswers,
  findCampaign,
  finishOfficeAnswer,
  holdApprovedAnswer,
  listAnswerReaders,
  listAnswersToMail,
  updateFollowUp,
} from "@cml/db/influence";
import type { Campaign } from "@cml/domain/influence";
import { type Actor, type Locale, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { getPublicLink } from "../../settings/site-settings/get-public-url";
import { followUpHashOf, followUpLinks, followUpTokenOf } from "../follow-ups/follow-up-tokens";

/** Mails asked for in one transaction. */
const batchSize = 200;

/**
 * Mails approved answers of offices to everybody they are for: who wrote to the office and asked to be told how the campaign
 * ends. Each mail has a key of its own, so a job that died half-way is done over without anybody getting a second one; an
 * answer that is taken back stops where it is.
 */
export const mailOfficeAnswers = async (deps: Deps, _actor: Actor): Promise<{ mailed: number }> => {
  const done = await deps.locks.tryLock("mail-office-answers", async () => {
    let mailed = 0;
    for (const answer of await listAnswersToMail(deps.db)) mailed += await mailOne(deps, answer);
    return mailed;
  });
  return { mailed: done?.result ?? 0 };
};

const mailOne = async (deps: Deps, answer: AnswerToMail): Promise<number> => {
  const campaign = await findCampaign(deps.db, answer.campaignId);
  if (campaign === null) return 0;
  let mailed = 0;
  for (let after = ""; ;) {
    const readers = await listAnswerReaders(deps.db, { ...answer, after, atMost: batchSize, now: deps.clock.now() });
    const last = readers.at(-1);
    if (last === undefined) break;
    const asked = await mailBatch(deps, { answer, campaign, readers });
    if (asked === null) return mailed;
    mailed += asked;
    after = last.email;
  }
  await finishOfficeAnswer(deps.db, answer.id, deps.clock.now());
  return mailed;
};

type Batch = { answer: AnswerToMail; campaign: Campaign; readers: Awaited<ReturnType<typeof listAnswerReaders>> };

/** Gives how many mails are new; null when the answer may no longer leave. */
const mailBatch = (deps: Deps, { answer, campaign, readers }: Batch): Promise<number | null> =>
  transaction(deps.db, async (db) => {
    if (!(await holdApprovedAnswer(db, answer.id))) return null;
    let asked = 0;
    for (const { email, name, locale, followUpId } of readers) {
      const stop: Record<string, string> = followUpId === null ? {} : { STOP_URL: await stopLink(deps, db, { id: followUpId, locale }) };
      const isNew = await queueTemplateMail(deps, db, {
        templateKey: "letter-office-answer",
        locale,
        to: { name, address: email },
        variables: {
          USER_NAME: name === "" ? email : name,
          RECIPIENT_NAME: answer.officeName,
          CAMPAIGN_TITLE: localized(campaign, "title", locale),
          SUBJECT: answer.subject,
          MESSAGE: answer.text,
          WALL_URL: await getPublicLink(deps, locale, `/c/${campaign.slug}/replies/${answer.responseId}`),
          ...stop,
        },
        onceKey: `letter-office-answer:${answer.id}:${deps.secrets.keyedHash("office-answer-reader", email)}`,
      });
      if (isNew) asked += 1;
    }
    await countMailedAnswers(db, answer.id, asked);
    return asked;
  });

/** The link that ends the mails about a campaign, as every mail to the same people has it. */
const stopLink = async (deps: Deps, db: Db, followUp: { id: string; locale: Locale }): Promise<string> => {
  await updateFollowUp(db, followUp.id, { tokenHash: followUpHashOf(deps, followUpTokenOf(deps, followUp.id)) });
  return (await followUpLinks(deps, followUp)).stop;
};
