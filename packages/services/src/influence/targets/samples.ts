import { findUser } from "@cml/db/auth";
import { listLetterVersions } from "@cml/db/influence";
import { insertEmailLog } from "@cml/db/platform";
import {
  type Campaign,
  type Letter,
  letterSchema,
  type ResolvedTarget,
  type Sample,
  type SampleInput,
  sampleLettersAtMost,
  type SampleSupporter,
  sampleSupporters,
} from "@cml/domain/influence";
import { type Actor, AppError, type Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { getMailTransport } from "../../settings/get-mail-transport";
import { composeLetter } from "../campaign-emails/compose-letter";
import { type PlannedLetter, planLetters } from "../campaign-emails/plan-letters";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { type ResolvedTargets, resolveTargets } from "./resolve-targets";

/** What five invented supporters would send, whatever state the campaign is in: nothing is written, nothing leaves. */
export const drawSamples = async (deps: Deps, actor: Actor, { campaignId, locale }: SampleInput): Promise<Sample[]> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const names = new Map((await listLetterVersions(deps.db, campaignId)).map(({ id, name }) => [id, name]));
  const samples: Sample[] = [];
  // One after the other: they are looked up at a source that wants to be asked slowly.
  for (const supporter of sampleSupporters) samples.push(await drawSample(deps, actor, { campaign, supporter, locale, names }));
  return samples;
};

type Drawing = { campaign: Campaign; supporter: SampleSupporter; locale: Locale; names: ReadonlyMap<string, string> };

const drawSample = async (deps: Deps, actor: Actor, { campaign, supporter, locale, names }: Drawing): Promise<Sample> => {
  const { name, postalCode, kind } = supporter;
  const bare = { name, postalCode, kind, place: "", chooses: [], letters: [], more: 0 };
  try {
    const { resolved, planned } = await planFor(deps, actor, { campaign, supporter, locale });
    return {
      ...bare,
      place: [resolved.city, resolved.province].filter((part) => part !== "").join(", "),
      chooses: resolved.levels.filter(({ state }) => state === "CHOOSE").map(({ level }) => level),
      letters: planned.slice(0, sampleLettersAtMost).map((letter) => ({
        recipientName: letter.target.name,
        recipientTitle: letter.recipientTitle,
        hasEmail: letter.target.hasEmail,
        versionName: letter.letterVersionId === null ? null : (names.get(letter.letterVersionId) ?? null),
        locale: letter.locale,
        subject: letter.subject,
        message: letter.message,
      })),
      more: Math.max(0, planned.length - sampleLettersAtMost),
      problem: planned.length > 0 ? null : resolved.sourcesDown ? "sourcesDown" : resolved.notConstituent ? "notConstituent" : "nobody",
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...bare, problem: error.messageKey === "representative.unknownPostalCode" ? "unknownCode" : "failed" };
  }
};

type Asked = { campaign: Campaign; supporter: SampleSupporter; locale: Locale };

const planFor = async (
  deps: Deps,
  actor: Actor,
  { campaign, supporter, locale }: Asked,
): Promise<{ resolved: ResolvedTargets; planned: PlannedLetter[] }> => {
  const resolved = await resolveTargets(deps, actor, { campaign, postalCode: supporter.postalCode, districts: [], locale });
  const personal = campaign.personalPrompt === null ? null : translate(locale, "influence:samples.personal");
  const writer = { name: supporter.name, postalCode: supporter.postalCode, street: supporter.street, locale, personal };
  const chosen = resolved.targets.filter((target) => !target.isVacant && isWritten(target));
  const planned = await planLetters(deps, campaign, { chosen, writer, own: { subject: null, message: null }, city: resolved.city });
  return { resolved, planned };
};

const isWritten = ({ ticked, handling, hasEmail }: ResolvedTarget): boolean => handling !== "SKIP" && (ticked || !hasEmail);

/**
 * Mails the first sample's first letter to the signed-in organiser, as it would leave: same wording, same sender, no copy to
 * a clerk. It is no letter of the campaign and counted nowhere.
 */
export const testToMe = async (deps: Deps, actor: Actor, { campaignId, locale }: SampleInput): Promise<{ sentTo: string }> => {
  const campaign = await ownedCampaign(deps.db, actor, campaignId);
  const user = actor.kind === "user" ? await findUser(deps.db, actor.userId) : null;
  if (user === null || user.email === null) throw new AppError("CONFLICT", "sample.noAddress");
  const letter = await sampleLetter(deps, actor, { campaign, locale, to: user.email });
  const transport = await getMailTransport(deps);
  const mail = await composeLetter(deps, { letter, campaign }, transport);
  const answer = await deps.mailer.handOver(mail, { target: transport.target, onDataStart: async () => {} });
  const sent = answer.outcome === "ACCEPTED";
  await insertEmailLog(deps.db, {
    id: deps.newId(),
    recipientEmail: user.email,
    senderName: mail.from.name,
    senderEmail: null,
    subject: mail.subject,
    message: null,
    postalCode: null,
    status: "previewed",
    templateKey: null,
    messageId: mail.messageId,
    error: sent ? null : `${answer.outcome}: ${answer.response}`,
    sentAt: deps.clock.now(),
  });
  if (!sent) throw new AppError("UPSTREAM", "sample.refused", { words: answer.response });
  return { sentTo: user.email };
};

type Test = { campaign: Campaign; locale: Locale; to: string };

const sampleLetter = async (deps: Deps, actor: Actor, { campaign, locale, to }: Test): Promise<Letter> => {
  for (const supporter of sampleSupporters) {
    const { planned } = await planFor(deps, actor, { campaign, supporter, locale }).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return { planned: [] };
    });
    const first = planned[0];
    if (first !== undefined) return asLetter(deps, campaign, { supporter, planned: first, to });
  }
  throw new AppError("CONFLICT", "sample.nobody");
};

const asLetter = (
  deps: Deps,
  campaign: Campaign,
  { supporter, planned, to }: { supporter: SampleSupporter; planned: PlannedLetter; to: string },
): Letter => {
  const nothing = Object.fromEntries(Object.keys(letterSchema.shape).map((field) => [field, null]));
  return letterSchema.parse({
    ...nothing,
    id: deps.newId(),
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    userName: supporter.name,
    // Answers to a test come back to who asked for it.
    userEmail: to,
    userPostalCode: supporter.postalCode,
    recipientName: planned.target.name,
    recipientTitle: planned.recipientTitle,
    recipientEmail: to,
    emailMethod: "SMTP",
    subject: planned.subject,
    message: planned.message,
    status: "QUEUED",
    locale: planned.locale,
    createdAt: deps.clock.now(),
    attempts: 0,
    keptLocally: false,
    isTest: true,
  });
};
