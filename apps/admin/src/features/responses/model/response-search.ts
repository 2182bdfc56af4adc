import { responseDesks, responseTypes } from "@cml/domain/influence";
import { oneOf, pageOf, textOf } from "../../../shell/usePageSearch";

export const responseViews = ["desk", "list", "upvotes"] as const;

/** What the page's address says. */
export const parseResponseSearch = (raw: Record<string, unknown>) => ({
  view: oneOf(responseViews, raw["view"]) ?? "desk",
  pile: oneOf(responseDesks, raw["pile"]) ?? "PENDING",
  campaign: textOf(raw["campaign"]) || null,
  type: oneOf(responseTypes, raw["type"]),
  q: textOf(raw["q"]),
  page: pageOf(raw["page"]),
  /** One response to begin with. */
  item: textOf(raw["item"]),
  add: textOf(raw["add"]),
});
export type ResponseSearch = ReturnType<typeof parseResponseSearch>;
