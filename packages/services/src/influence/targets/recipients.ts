import { afterCommit, type Db, transaction } from "@cml/db";
import {
  deleteCustomRecipient,
  findCustomRecipient,
  listAreas as listAreaRows,
  listCustomRecipients,
  orderCustomRecipients,
  saveCustomRecipient,
} from "@cml/db/influence";
import type {
  AreaChoice,
  Campaign,
  CampaignOfInput,
  CustomRecipient,
  ListAreasInput,
  OrderInput,
  SaveRecipientInput,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";

const areasAtMost = 50;

/** The campaign's own list, those switched off included. */
export const listRecipients = async (deps: Deps, actor: Actor, { campaignId }: CampaignOfInput): Promise<CustomRecipient[]> => {
  await ownedCampaign(deps.db, actor, campaignId);
  return listCustomRecipients(deps.db, campaignId);
};

/** Adds somebody to the list or changes her; an address stands on it once. */
export const saveRecipient = (deps: Deps, actor: Actor, { id, ...person }: SaveRecipientInput): Promise<CustomRecipient> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, person.campaignId);
    const earlier = id === null ? null : await findCustomRecipient(db, id);
    if (id !== null && earlier?.campaignId !== campaign.id) throw new AppError("NOT_FOUND", "recipient.notFound");
    const sortOrder = earlier?.sortOrder ?? (await listCustomRecipients(db, campaign.id)).length + 1;
    const saved = { ...person, ...wholeArea(person), id: id ?? deps.newId(), sortOrder };
    if (!(await saveCustomRecipient(db, { ...saved, campaignSlug: campaign.slug }))) throw new AppError("CONFLICT", "recipient.twice");
    await announce(deps, db, campaign);
    return saved;
  });

/** Takes somebody off the list; letters to her stay as they are. */
export const removeRecipient = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(deps.db, async (db) => {
    const person = await findCustomRecipient(db, id);
    if (person === null) throw new AppError("NOT_FOUND", "recipient.notFound");
    const campaign = await lockOwnedCampaign(db, actor, person.campaignId);
    await deleteCustomRecipient(db, id);
    await announce(deps, db, campaign);
  });

export const orderRecipients = (deps: Deps, actor: Actor, { campaignId, ids }: OrderInput): Promise<void> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, campaignId);
    await orderCustomRecipients(db, campaignId, ids);
    await announce(deps, db, campaign);
  });

/** Imported areas somebody may be tied to. */
export const listAreas = (deps: Deps, _actor: Actor, { search, locale }: ListAreasInput): Promise<AreaChoice[]> =>
  listAreaRows(deps.db, { search, locale, day: deps.clock.now(), atMost: areasAtMost });

// Half an area would tie nobody to anything.
const wholeArea = ({ areaSet, areaId }: Pick<CustomRecipient, "areaSet" | "areaId">) =>
  areaSet === null || areaSet === "" || areaId === null || areaId === "" ? { areaSet: null, areaId: null } : {};

const announce = (deps: Deps, db: Db, { id, slug }: Campaign): Promise<void> =>
  afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: id, slug }));
