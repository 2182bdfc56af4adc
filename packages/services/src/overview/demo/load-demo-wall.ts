import type { Db } from "@cml/db";
import { insertOfficeAnswer, insertResponse, recordResponseChange, updateResponse } from "@cml/db/influence";
import { insertDemoFacts, insertDemoOffice, insertDemoUpvotes, settleDemoAnswer } from "@cml/db/overview";
import { type Campaign, dayIn, foundBoxes, mergeHistograms, recipientKeyOf, shownOf } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import type { DemoPeople } from "./demo-people";
import { representatives } from "./demo-texts";
import { demoAnswer, demoFacts, demoReplies, type DemoReply } from "./demo-wall-texts";

type Setting = { campaign: Campaign; people: DemoPeople; timeZone: string };
type Person = (typeof representatives)[number];

/** A wall with replies to the demo's letters, both marks, an office's answer to everybody, and one reply that waits for a moderator. */
export const loadDemoWall = async (deps: Deps, tx: Db, setting: Setting): Promise<void> => {
  for (const reply of demoReplies) await addReply(deps, tx, { reply, setting });
  await addOfficeAnswer(deps, tx, setting);
  const [now, { timeZone }] = [deps.clock.now(), setting];
  const facts = representatives.flatMap((person, at) => {
    const numbers = demoFacts[at];
    return numbers === undefined ? [] : [{ ...numbers, ...factsNameOf(person), ...spreadOf(numbers, { now, timeZone }), id: deps.newId() }];
  });
  await insertDemoFacts(tx, setting.campaign.id, facts);
};

/** Replies spread over the last weeks and around their median, as statistics expect them. */
const spreadOf = (
  { replies, medianDays }: { replies: number; medianDays: number | null },
  { now, timeZone }: { now: Date; timeZone: string },
) => {
  const numbers = Array.from({ length: replies }, (_, number) => number);
  const count = (keys: string[]) => mergeHistograms(keys.map((key) => ({ [key]: 1 })));
  return {
    repliesByDay: count(numbers.map((number) => dayIn(daysBefore(now, 1 + ((number * 5) % 18)), timeZone))),
    repliesAfter: count(numbers.map((number) => String(Math.max(0, (medianDays ?? 0) + (number % 5) - 2)))),
  };
};

const factsNameOf = (person: Person) => ({
  recipientKey: recipientKeyOf(person),
  name: person.name,
  title: person.electedOffice,
  level: person.level,
});

const dayMs = 86_400_000;
const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * dayMs);

const personOf = (to: number): Person => {
  const person = representatives[to];
  if (person === undefined) throw new Error("a demo reply has no representative");
  return person;
};

const aboutOf = (person: Person, { campaign }: Setting) => ({
  campaignId: campaign.id,
  campaignSlug: campaign.slug,
  representativeName: person.name,
  representativeTitle: person.electedOffice,
  representativeLevel: person.level,
  representativeEmail: person.email,
  recipientKey: recipientKeyOf(person),
});

const addReply = async (deps: Deps, tx: Db, { reply, setting }: { reply: DemoReply; setting: Setting }): Promise<void> => {
  const createdAt = daysBefore(deps.clock.now(), reply.daysAgo);
  const words = { responseText: reply.text, userComment: reply.comment, boxes: foundBoxes(reply.text, reply.comment ?? "") };
  const id = deps.newId();
  const person = personOf(reply.to);
  await insertResponse(tx, {
    ...aboutOf(person, setting),
    ...words,
    ...shownOf(words),
    id,
    responseType: reply.type,
    submittedByName: reply.from,
    submittedByEmail: reply.email,
    isAnonymous: reply.from === null,
    repliedOn: dayIn(createdAt, setting.timeZone),
    daysToReply: reply.days,
    confirmedAt: createdAt,
    locale: reply.locale,
    createdAt,
  });
  await recordResponseChange(tx, { responseId: id, kind: "SUBMITTED", at: createdAt });
  if (reply.waits === true) return;
  const at = new Date(createdAt.getTime() + 3_600_000);
  await updateResponse(tx, id, { status: "APPROVED", moderatedAt: at, ...marksOf(reply, person, at), updatedAt: at });
  await recordResponseChange(tx, { responseId: id, kind: "APPROVED", at });
  if (reply.confirmed === true) await recordResponseChange(tx, { responseId: id, kind: "CONFIRMED", at, byOffice: person.email });
  const voters = Object.values(setting.people).slice(0, reply.upvotes);
  const votes = voters.map(({ id: userId, email }) => ({ id: deps.newId(), userId, userEmail: email, createdAt: at }));
  if (votes.length > 0) await insertDemoUpvotes(tx, id, votes);
};

const marksOf = ({ confirmed = false, proofSeen = false, officeReply }: DemoReply, person: Person, at: Date) => ({
  ...(confirmed ? { isVerified: true, verifiedAt: at, verifiedBy: person.email } : {}),
  ...(proofSeen ? { proofSeenAt: at } : {}),
  ...(officeReply === undefined ? {} : { officeReply, officeReplyAt: at, officeReplyStatus: "APPROVED" as const }),
});

const addOfficeAnswer = async (deps: Deps, tx: Db, setting: Setting): Promise<void> => {
  const { to, subject, text, daysAgo, mailedCount } = demoAnswer;
  const person = personOf(to);
  const at = daysBefore(deps.clock.now(), daysAgo);
  const office = { id: deps.newId(), campaignId: setting.campaign.id, ...factsNameOf(person), email: person.email, createdAt: at };
  await insertDemoOffice(tx, office);
  const answer = { id: deps.newId(), officeId: office.id, campaignId: office.campaignId, subject, text, locale: "en" as const };
  await insertOfficeAnswer(tx, { ...answer, createdAt: at });
  await settleDemoAnswer(tx, answer.id, { at, mailedCount });
  const id = deps.newId();
  const about = aboutOf(person, setting);
  const shown = { responseText: text, shownText: text, responseType: "EMAIL" as const, locale: "en" as const };
  await insertResponse(tx, { ...about, ...shown, id, officeAnswerId: answer.id, confirmedAt: at, createdAt: at });
  // It came from the office's own page.
  const ownWords = { isVerified: true, verifiedAt: at, verifiedBy: person.email };
  await updateResponse(tx, id, { status: "APPROVED", moderatedAt: at, ...ownWords, updatedAt: at });
  await recordResponseChange(tx, { responseId: id, kind: "SUBMITTED", at, byOffice: person.email });
  await recordResponseChange(tx, { responseId: id, kind: "APPROVED", at });
};
