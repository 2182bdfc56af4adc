import { listWallHeads, listWallPeople, listWallRows } from "@cml/db/influence";
import {
  fittingHeads,
  type ListWallInput,
  type Wall,
  wallCursorOf,
  wallNumbers,
  wallOpensFrom,
  wallPageSize,
  type WallResponse,
} from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { toWallResponses } from "./wall-faces";
import { wallCampaign } from "./wall-campaign";

/** A page of a campaign's wall, with the numbers beside its filters. Below three responses it says so and shows none. */
export const listWall = async (deps: Deps, actor: Actor, input: ListWallInput): Promise<Wall> => {
  const campaign = await wallCampaign(deps, input.campaignSlug);
  const { level, type, person, sort, after } = input;
  const about = { campaignId: campaign.id, person };
  const heads = await hotAnswer(deps, `wall:${JSON.stringify(about)}`, () => listWallHeads(deps.db, about));
  const numbers = wallNumbers(heads, { level, type });
  const shown = { campaignSlug: campaign.slug, campaignTitle: localized(campaign, "title", actor.locale), ...numbers };
  if (numbers.total < wallOpensFrom) return { ...shown, state: "GATHERING", items: [], next: null, levels: [], types: [], people: [] };
  const whom = { campaignId: campaign.id, level, type };
  const [rows, people] = await Promise.all([
    listWallRows(deps.db, { ...about, heads: fittingHeads(heads, { level, type }), sort, after, limit: wallPageSize + 1 }),
    hotAnswer(deps, `wall-people:${JSON.stringify(whom)}`, () => listWallPeople(deps.db, whom)),
  ]);
  const items = await toWallResponses(deps, actor, rows.slice(0, wallPageSize));
  const last = items.at(-1);
  return { ...shown, state: "OPEN", items, next: rows.length > wallPageSize && last !== undefined ? nextOf(input, last) : null, people };
};

const nextOf = ({ sort }: ListWallInput, { upvotes, confirmedByOffice, createdAt, id }: WallResponse): string =>
  wallCursorOf(sort, { upvotes, isConfirmed: confirmedByOffice !== null, createdAt, id });
