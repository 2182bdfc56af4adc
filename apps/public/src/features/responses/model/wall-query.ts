import { governmentLevels, responseTypes, wallSorts } from "@cml/domain/influence";
import type { WallAsked } from "../../../data/wall-source";

/** What the address of a wall asks for; whatever it says wrongly is left out. */
export const wallQueryOf = (campaignSlug: string, search: URLSearchParams): Required<WallAsked> => ({
  campaignSlug,
  level: oneOf(governmentLevels, search.get("level")),
  type: oneOf(responseTypes, search.get("type")),
  person: search.get("who")?.slice(0, 600) || null,
  sort: oneOf(wallSorts, search.get("sort")?.toUpperCase() ?? null) ?? "RECENT",
  after: placeIn(search.get("after")),
  before: placeIn(search.get("before")),
});

const placeIn = (text: string | null): string | null => /^\d{1,9}_\d{1,16}_[0-9a-f-]{36}$/.exec(text ?? "")?.[0] ?? null;

const oneOf = <T extends string>(all: readonly T[], asked: string | null): T | null => all.find((one) => one === asked) ?? null;

/** The address of a wall that asks for this; what is the rule is not said. */
export const wallPath = ({ campaignSlug, level, type, person, sort, after, before }: WallAsked): string => {
  const told = { level, type, who: person, sort: sort === "RECENT" ? null : sort?.toLowerCase(), after, before };
  const query = new URLSearchParams(Object.entries(told).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `/c/${campaignSlug}/replies${query.size === 0 ? "" : `?${query.toString()}`}`;
};
