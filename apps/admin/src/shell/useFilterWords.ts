import { type LocationFilter, readVisited, writeLocationFilter } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../api";

type FilterName = keyof LocationFilter;

export const visitedChoices = ["yes", "no", "in7", "in30", "before30", "before180"] as const;

/** The words of a visit filter, also of one somebody wrote into the address. */
export const useVisitedLabel = () => {
  const { t } = useTranslation();
  return (value: string): string => {
    const known = visitedChoices.find((choice) => choice === value);
    if (known !== undefined) return t(`buildings.visited.${known}`);
    const read = readVisited(value);
    if (read === null || !("days" in read)) return value;
    return t(read.kind === "in" ? "buildings.visitedIn" : "buildings.visitedBefore", { count: read.days });
  };
};

/** Says what a filter of buildings asks for, one label for each of its parts that is on. */
export const useFilterWords = (anyHasCut: boolean) => {
  const { t } = useTranslation();
  const visited = useVisitedLabel();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 }, { enabled: anyHasCut });
  return (filter: LocationFilter): { name: FilterName; label: string }[] => {
    const words: Partial<Record<FilterName, () => string>> = {
      q: () => t("record.filter.words", { words: filter.q }),
      postal: () => filter.postal,
      municipality: () => filter.municipality,
      district: () => filter.district,
      cut: () => cuts.data?.items.find(({ id }) => id === filter.cut)?.name ?? t("buildings.filters.cut"),
      type: () => filter.type.map((one) => t(`doors.types.${one}`)).join(", "),
      support: () =>
        filter.support.map((one) => (one === "none" ? t("buildings.filters.supportNone") : t(`kernel:ui.support.${one}`))).join(", "),
      band: () => filter.band.map((one) => t(`buildings.bands.${one}`)).join(", "),
      visited: () => visited(filter.visited ?? ""),
      provider: () => filter.provider.map((one) => t(`buildings.providers.${one}`)).join(", "),
      sign: () => t(filter.sign === "yes" ? "buildings.filters.signYes" : "buildings.filters.signNo"),
      outcome: () => filter.outcome.map((one) => t(`visits.outcomes.${one}`)).join(", "),
      bounds: () => t("record.filter.bounds"),
    };
    const on = Object.keys(writeLocationFilter(filter)) as FilterName[];
    return on.flatMap((name) => {
      const label = words[name]?.();
      return label === undefined ? [] : [{ name, label }];
    });
  };
};
