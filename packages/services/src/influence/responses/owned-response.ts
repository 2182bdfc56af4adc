import type { Db } from "@cml/db";
import { findCampaign, findResponse, findResponseForUpdate } from "@cml/db/influence";
import { type Campaign, canSeeCampaign, type RepresentativeResponse } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";

type OwnedResponse = { response: RepresentativeResponse; campaign: Campaign };

/** The response, or NOT_FOUND: one of another person's campaign looks the same as none, and so does one nobody confirmed. */
export const ownedResponse = async (db: Db, actor: Actor, id: string): Promise<OwnedResponse> =>
  check(db, actor, await findResponse(db, id));

/** The same, holding its row until the transaction ends. */
export const lockOwnedResponse = async (db: Db, actor: Actor, id: string): Promise<OwnedResponse> =>
  check(db, actor, await findResponseForUpdate(db, id));

const check = async (db: Db, actor: Actor, response: RepresentativeResponse | null): Promise<OwnedResponse> => {
  const campaign = response === null ? null : await findCampaign(db, response.campaignId);
  if (response === null || campaign === null || response.confirmedAt === null || !canSeeCampaign(actor, campaign))
    throw new AppError("NOT_FOUND", "response.notFound");
  return { response, campaign };
};
