import {
  claimDigest,
  type DigestInWaiting,
  type DigestLetter,
  findCampaign,
  listDigestsInWaiting,
  markDigestHandOver,
  markDigestSent,
  returnDigest,
} from "@cml/db/influence";
import { type Campaign, nextDigestAt } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { messageIdOf } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { ClaimLost } from "../../platform/claim-lost";
import type { HandOver, OutgoingMail } from "../../platform/mailer";
import { getMailTransport } from "../../settings/get-mail-transport";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { announceLetters } from "../campaign-emails/announce-letters";
import { letterDesk } from "../campaign-emails/letter-desk";
import { countRefusalOf, demoAnswer, outcomeOf } from "../campaign-emails/send-letter";
import { composeDigest } from "./compose-digest";

/** Letters in one mail; a week with more goes in several, because mail servers refuse what is too large. */
const lettersPerMail = 500;

/**
 * Sends the week's mail to every office that asked for one and whose Monday (or deadline) has come. The letters in it are taken
 * like letters on their own: each leaves at most once, and what nobody can know is said to be UNCERTAIN. Safe to die at any line.
 */
export const sendOfficeDigests = async (deps: Deps, _actor: Actor): Promise<{ mails: number }> => {
  const done = await deps.locks.tryLock("office-digests", async () => {
    const { timeZone } = (await readSettings(deps)).settings;
    let mails = 0;
    for (const waiting of await listDigestsInWaiting(deps.db)) {
      const campaign = await findCampaign(deps.db, waiting.office.campaignId);
      const since = waiting.office.digestSentAt ?? waiting.office.digestOnAt;
      if (campaign === null || since === null || nextDigestAt({ since, timeZone, campaign }) > deps.clock.now()) continue;
      mails += await sendAll(deps, { waiting, campaign });
    }
    return mails;
  });
  return { mails: done?.result ?? 0 };
};

type Due = { waiting: DigestInWaiting; campaign: Campaign };

const sendAll = async (deps: Deps, due: Due): Promise<number> => {
  for (let mails = 0; ; mails += 1) {
    const digestId = deps.newId();
    const letters = await claimDigest(deps.db, { ...due.waiting, digestId, now: deps.clock.now(), atMost: lettersPerMail });
    if (letters.length === 0) return mails;
    const answer = await sendOne(deps, { ...due, digestId, letters });
    if (answer === null || answer.outcome === "REFUSED") return mails;
    await markDigestSent(deps.db, due.waiting.office.id, deps.clock.now());
  }
};

type Sending = Due & { digestId: string; letters: DigestLetter[] };

/** Null where a letter was no longer ours when DATA began: then nothing left. */
const sendOne = async (deps: Deps, sending: Sending): Promise<HandOver | null> => {
  const claims = sending.letters.map(({ claim }) => claim);
  const desk = letterDesk(deps);
  const held = claims.reduceRight<() => Promise<HandOver | null>>(
    (work, claim) => () => desk.holding(claim, work),
    () => handOver(deps, sending),
  );
  try {
    const answer = await held();
    if (answer === null) await returnDigest(deps.db, claims);
    return answer;
  } catch (error) {
    // Whatever failed before DATA leaves them to the next mail.
    await returnDigest(deps.db, claims);
    throw error;
  }
};

const handOver = async (deps: Deps, sending: Sending): Promise<HandOver | null> => {
  const { campaign, digestId, letters, waiting } = sending;
  const transport = await getMailTransport(deps);
  const mail = await composeDigest(deps, { id: digestId, office: waiting.office, campaign, letters }, transport);
  const claims = letters.map(({ claim }) => claim);
  const onDataStart = async () => {
    if (!(await markDigestHandOver(deps.db, deps.clock.now(), claims))) throw new ClaimLost();
  };
  const staysHere = campaign.isDemo && transport.source !== "mailbox";
  try {
    const answer = staysHere
      ? demoAnswer
      : await letterDesk(deps).handingOver(() => deps.mailer.handOver(mail, { target: transport.target, onDataStart }));
    await settle(deps, { sending, mail, transport }, answer);
    return answer;
  } catch (error) {
    if (error instanceof ClaimLost) return null;
    throw error;
  }
};

type Sent = { sending: Sending; mail: OutgoingMail; transport: MailTransport };

const settle = async (deps: Deps, { sending, mail, transport }: Sent, answer: HandOver): Promise<void> => {
  const { letters, campaign } = sending;
  const kept = campaign.isDemo || transport.source === "mailbox";
  const at = deps.clock.now();
  await Promise.all(
    letters.map(({ letter, claim }) => {
      // A message has one id; each letter keeps one of its own, by which it is known.
      const messageId = messageIdOf(letter.id, transport.from.address);
      const outcome = outcomeOf(letter, answer, { now: at, messageId, kept });
      const log = { toAddress: mail.to.address, fromName: mail.from.name, subject: mail.subject, messageId };
      return letterDesk(deps).settle({ ...claim, at, outcome, mail: log });
    }),
  );
  await announceLetters(deps, campaign.id);
  const [first] = letters;
  if (answer.outcome === "REFUSED" && first !== undefined && transport.divertTo === null && !kept)
    await countRefusalOf(deps, first.letter, answer);
};
