import { type Db, transaction } from "@cml/db";
import {
  countLettersOfVersion,
  deleteLetterVersion,
  findLetterVersion,
  listLetterVersions as listRows,
  listTargetStates,
  orderLetterVersions,
  saveLetterVersion as saveRow,
} from "@cml/db/influence";
import type { Campaign, CampaignOfInput, LetterVersion, OrderInput, SaveLetterVersionInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";

/** A campaign's versions in the order in which they are tried. */
export const listLetterVersions = async (deps: Deps, actor: Actor, { campaignId }: CampaignOfInput): Promise<LetterVersion[]> => {
  await ownedCampaign(deps.db, actor, campaignId);
  return listRows(deps.db, campaignId);
};

/** Adds a version or changes one; letters made from it before keep their words. */
export const saveLetterVersion = (deps: Deps, actor: Actor, { id, ...version }: SaveLetterVersionInput): Promise<LetterVersion> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, version.campaignId);
    const earlier = id === null ? null : await findLetterVersion(db, id);
    if (id !== null && earlier?.campaignId !== campaign.id) throw new AppError("NOT_FOUND", "version.notFound");
    if (earlier?.handling === "THANK" && version.handling !== "THANK") await requireOtherThanks(db, campaign, earlier);
    const sortOrder = earlier?.sortOrder ?? (await listRows(db, campaign.id)).length + 1;
    const saved = { ...version, id: id ?? deps.newId(), sortOrder };
    await saveRow(db, saved);
    return saved;
  });

/** Takes a version away, unless letters made from it wait: they would no longer be known for what they are. */
export const removeLetterVersion = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(deps.db, async (db) => {
    const version = await findLetterVersion(db, id);
    if (version === null) throw new AppError("NOT_FOUND", "version.notFound");
    const campaign = await lockOwnedCampaign(db, actor, version.campaignId);
    if (version.handling === "THANK") await requireOtherThanks(db, campaign, version);
    if ((await countLettersOfVersion(db, id)) > 0) throw new AppError("CONFLICT", "version.lettersWait");
    await deleteLetterVersion(db, id);
  });

export const orderVersions = (deps: Deps, actor: Actor, { campaignId, ids }: OrderInput): Promise<void> =>
  transaction(deps.db, async (db) => {
    await lockOwnedCampaign(db, actor, campaignId);
    await orderLetterVersions(db, campaignId, ids);
  });

// Somebody who is thanked needs words of thanks.
const requireOtherThanks = async (db: Db, campaign: Campaign, version: LetterVersion): Promise<void> => {
  const others = (await listRows(db, campaign.id)).filter(({ id, handling }) => handling === "THANK" && id !== version.id);
  if (others.length > 0) return;
  if ((await listTargetStates(db, campaign.id)).some(({ handling }) => handling === "THANK"))
    throw new AppError("CONFLICT", "version.thanksNeeded");
};
