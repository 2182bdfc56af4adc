import { isFiltering, type LocationFilter, type LocationSort, locationSorts, readLocationFilter } from "@cml/domain/map";
import type { DoorColouring } from "@cml/ui/map";
import { oneOf, pageOf, textOf } from "../../../shell/usePageSearch";

const sheets = ["none", "half", "all"] as const;
export type SheetSize = (typeof sheets)[number];
const colourings = ["support", "visit", "sign"] as const;

/** The page's address, read: which buildings, in which order, and how they are shown. */
export const readLocationSearch = (raw: Record<string, unknown>) => {
  const filter: LocationFilter = { ...readLocationFilter(raw), bounds: null };
  return {
    filter,
    isFiltered: isFiltering(filter),
    sort: oneOf<LocationSort>(locationSorts, raw["sort"]) ?? "address",
    descending: raw["desc"] === "yes",
    after: textOf(raw["after"]),
    backwards: raw["back"] === "yes",
    page: pageOf(raw["page"]),
    door: textOf(raw["door"]),
    sheet: oneOf<SheetSize>(sheets, raw["sheet"]) ?? "half",
    colour: oneOf<DoorColouring>(colourings, raw["colour"]) ?? "support",
  };
};
export type LocationSearch = ReturnType<typeof readLocationSearch>;

/** Another question begins at its first page. */
export const firstPage = { after: "", back: "", page: "" } as const;
