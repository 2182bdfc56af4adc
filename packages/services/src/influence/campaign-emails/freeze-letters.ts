import {
  type Campaign,
  editedShare,
  postalAddressFor,
  type ResolvedTarget,
  type SubmitLettersInput,
  type WaitingLetter,
  type WaitingLetters,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { resolveTargets } from "../targets/resolve-targets";
import { chosenTargets, mailableTargets, planLetters } from "./plan-letters";
import { browserHashOf } from "./remembered-browser";

/** A submission as it will be written, whatever changes at the campaign meanwhile; the e-mail is null where none was given. */
export type FrozenLetters = Omit<WaitingLetters, "email" | "letters"> & { email: string | null; letters: FrozenLetter[] };
/** Beside what is stored: under which id the form knows the person, and where a letter on paper goes. */
export type FrozenLetter = WaitingLetter & { targetId: string; recipientAddress: string | null };

type Submission = { campaign: Campaign; input: SubmitLettersInput };

/** Finds the chosen people again, on our side, and words one letter for each. */
export const freezeLetters = async (deps: Deps, actor: Actor, { campaign, input }: Submission): Promise<FrozenLetters> => {
  const { postalCode, districts, locale, method, email, remember } = input;
  if (input.personal !== null && input.personal.trim() !== "" && campaign.personalPrompt === null)
    throw new AppError("INVALID", "letter.editingOff");
  const asked = JSON.stringify([campaign.id, campaign.updatedAt.getTime(), postalCode, districts, locale]);
  const resolved = await hotAnswer(deps, `targets:${asked}`, () =>
    resolveTargets(deps, actor, { campaign, postalCode, districts, locale }),
  );
  const chosen = method === "PRINT" ? chosenTargets(resolved, input.targetIds) : mailableTargets(resolved, input.targetIds);
  const planned = await planLetters(deps, campaign, { chosen, writer: input, own: input, city: resolved.city });
  const changed = input.subject !== null || input.message !== null || (input.personal ?? "").trim() !== "";
  return {
    submissionId: input.submissionId,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    postalCode,
    city: resolved.city === "" ? null : resolved.city,
    street: campaign.askStreet && input.street !== "" ? input.street : null,
    source: input.source,
    name: input.name,
    email,
    locale,
    userId: actor.kind === "user" ? actor.userId : null,
    ipHash: actor.ipHash || null,
    rememberHash: remember === null || email === null ? null : browserHashOf(deps, remember, email),
    consents: input.consents,
    letters: planned.map(({ target, ...letter }) => ({
      targetId: idAskedFor(target, input.targetIds),
      recipientEmail: letter.recipientEmail,
      recipientName: target.name,
      recipientTitle: letter.recipientTitle === "" ? null : letter.recipientTitle,
      recipientLevel: target.level,
      recipientKey: target.recipientKey,
      recipientParty: target.partyName,
      recipientAddress: method === "PRINT" ? postalAddressFor(target) : null,
      letterVersionId: letter.letterVersionId,
      locale: letter.locale,
      editedShare: changed ? editedShare(letter.message, letter.campaignMessage) : null,
      subject: letter.subject,
      message: letter.message,
    })),
  };
};

const idAskedFor = ({ id, ids }: ResolvedTarget, asked: readonly string[]): string => ids.find((one) => asked.includes(one)) ?? id;
