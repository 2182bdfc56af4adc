import { findPersonOfCampaign, type KnownPerson, listLettersByReceipt } from "@cml/db/influence";
import { type Campaign, type GovernmentLevel, type Letter, type SubmitResponseInput, typedPerson } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { receiptHashOf } from "../campaign-emails/receipt-tokens";
import { resolveTargets } from "../targets/resolve-targets";

/** Whose reply it is; `email` only as the server knows it. */
export type FoundRepresentative = {
  recipientKey: string | null;
  name: string;
  title: string | null;
  level: GovernmentLevel;
  partyName: string | null;
  email: string | null;
  letter: Letter | null;
};

type Question = { campaign: Campaign; input: SubmitResponseInput };

/** The representative a form names, found again on our side; nothing of her comes from the browser but a name typed by hand. */
export const findRepresentative = async (deps: Deps, actor: Actor, { campaign, input }: Question): Promise<FoundRepresentative> => {
  const { about } = input;
  if (about.kind === "TYPED") {
    const { name, title } = typedPerson(about);
    return {
      recipientKey: null,
      name,
      title: title === "" ? null : title,
      level: levelOf(null, about.level),
      partyName: null,
      email: null,
      letter: null,
    };
  }
  if (about.kind === "LETTER") {
    const letters = await listLettersByReceipt(deps.db, receiptHashOf(deps, about.receiptToken));
    const letter = letters.find(({ id, campaignId }) => id === about.letterId && campaignId === campaign.id);
    if (letter === undefined) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    return {
      recipientKey: letter.recipientKey,
      name: letter.recipientName,
      title: letter.recipientTitle,
      level: levelOf(letter.recipientLevel, about.level),
      partyName: letter.recipientParty,
      email: letter.recipientEmail === "" ? null : letter.recipientEmail,
      letter,
    };
  }
  const known = await findKnown(deps, actor, { campaign, input });
  if (known === null) throw new AppError("NOT_FOUND", "response.representativeUnknown");
  return { ...known, level: levelOf(known.level, about.level), letter: null };
};

const levelOf = (known: GovernmentLevel | null, told: GovernmentLevel | null): GovernmentLevel => {
  const level = known ?? told;
  if (level === null) throw new AppError("INVALID", "response.levelNeeded");
  return level;
};

const findKnown = async (deps: Deps, actor: Actor, { campaign, input }: Question): Promise<KnownPerson | null> => {
  if (input.about.kind !== "KNOWN") return null;
  const { recipientKey, postalCode, districts } = input.about;
  // Whoever got an answer may say so, wherever she lives.
  const open = { ...campaign, ownConstituentsOnly: false };
  const { targets } = await resolveTargets(deps, actor, { campaign: open, postalCode, districts, locale: input.locale });
  const target = targets.find((one) => one.recipientKey === recipientKey && !one.isVacant);
  if (target === undefined) return findPersonOfCampaign(deps.db, campaign.id, recipientKey);
  const { name, officeTitle, level, partyName, email } = target;
  return { recipientKey, name, title: officeTitle === "" ? null : officeTitle, level, partyName, email };
};
