import { listWallHeads, listWallPeople, listWallRows, type WallRow } from "@cml/db/influence";
import {
  fittingHeads,
  type ListWallInput,
  type Wall,
  wallCursorOf,
  wallNumbers,
  wallOpensFrom,
  wallPageSize,
  type WallSort,
} from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { toWallResponses } from "./wall-faces";
import { wallCampaign } from "./wall-campaign";

/**
 * A page of a campaign's wall, with the numbers beside its filters. Below three responses it says so and shows none. A page that
 * would begin in the middle of the first one, or hold nothing any more, is the first one.
 */
export const listWall = async (deps: Deps, actor: Actor, input: ListWallInput): Promise<Wall> => {
  const campaign = await wallCampaign(deps, input.campaignSlug);
  const { level, type, person } = input;
  const about = { campaignId: campaign.id, person };
  const heads = await hotAnswer(deps, `wall:${JSON.stringify(about)}`, () => listWallHeads(deps.db, about));
  const numbers = wallNumbers(heads, { level, type });
  const shown = { campaignSlug: campaign.slug, campaignTitle: localized(campaign, "title", actor.locale), ...numbers };
  if (numbers.total < wallOpensFrom)
    return { ...shown, state: "GATHERING", items: [], previous: null, next: null, levels: [], types: [], people: [] };
  const whom = { campaignId: campaign.id, level, type };
  const [{ rows, ...around }, people] = await Promise.all([
    readPage(deps, input, { ...about, heads: fittingHeads(heads, { level, type }) }),
    hotAnswer(deps, `wall-people:${JSON.stringify(whom)}`, () => listWallPeople(deps.db, whom)),
  ]);
  return { ...shown, state: "OPEN", items: await toWallResponses(deps, actor, rows), ...around, people };
};

type About = Pick<Parameters<typeof listWallRows>[1], "campaignId" | "person" | "heads">;
type Read = { rows: WallRow[] } & Pick<Wall, "previous" | "next">;

/** The rows of the page asked for, and the places it may be left by. */
const readPage = async (deps: Deps, { sort, after, before }: ListWallInput, about: About): Promise<Read> => {
  const read = (place: Pick<ListWallInput, "after" | "before">) =>
    listWallRows(deps.db, { ...about, ...place, sort, limit: wallPageSize + 1 });
  const at = (row: WallRow | undefined) => (row === undefined ? null : placeOf(sort, row));
  const found = await read({ after, before });
  const isFull = found.length > wallPageSize;
  if (before !== null && isFull) {
    // What was read upwards has its surplus on top.
    const rows = found.slice(-wallPageSize);
    return { rows, previous: at(rows[0]), next: at(rows.at(-1)) };
  }
  const isLater = before === null && after !== null && found.length > 0;
  const all = isLater || (before ?? after) === null ? found : await read({ after: null, before: null });
  const rows = all.slice(0, wallPageSize);
  return { rows, previous: isLater ? at(rows[0]) : null, next: all.length > wallPageSize ? at(rows.at(-1)) : null };
};

const placeOf = (sort: WallSort, { upvotes, confirmedByOffice, createdAt, id }: WallRow): string =>
  wallCursorOf(sort, { upvotes, isConfirmed: confirmedByOffice !== null, createdAt, id });
