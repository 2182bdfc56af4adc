import { Button, Drawer, Group, Pill, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type LocationFilter, noFilter, writeLocationFilter } from "@cml/domain/map";
import { SearchField } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { api } from "../../../api";
import { FilterFields, useVisitedLabel } from "./FilterFields";

type Props = { filter: LocationFilter; onChange: (changes: Partial<LocationFilter>) => void };

/** The search, the way to all filters, and what of them is on: each a chip that takes it off. */
export const FilterBar = ({ filter, onChange }: Props) => {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const chips = useFilterChips(filter);
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <SearchField style={{ flex: 1, minWidth: 0 }} label={t("doors.search")} value={filter.q} onSearch={(q) => onChange({ q })} />
        <Button variant="default" size="sm" leftSection={<IconAdjustmentsHorizontal size={17} />} onClick={open} style={{ flex: "none" }}>
          {t("buildings.filters.open")}
        </Button>
      </Group>
      {chips.length > 0 && (
        <Group gap={6} mt={8}>
          {chips.map(({ name, label }) => (
            <Pill
              key={name}
              withRemoveButton
              onRemove={() => onChange({ [name]: noFilter[name] })}
              removeButtonProps={{ "aria-label": t("buildings.filters.remove", { name: label }), "aria-hidden": false, tabIndex: 0 }}
            >
              {label}
            </Pill>
          ))}
          <UnstyledButton fz="sm" c="var(--mantine-color-anchor)" onClick={() => onChange({ ...noFilter, q: filter.q })}>
            {t("buildings.filters.clear")}
          </UnstyledButton>
        </Group>
      )}
      <Drawer opened={opened} onClose={close} position="left" size="md" title={t("buildings.filters.title")}>
        <FilterFields filter={filter} onChange={onChange} />
      </Drawer>
    </>
  );
};

type FilterName = keyof LocationFilter;

const useFilterChips = (filter: LocationFilter): { name: FilterName; label: string }[] => {
  const { t } = useTranslation();
  const visited = useVisitedLabel();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 }, { enabled: filter.cut !== null });
  const words: Partial<Record<FilterName, () => string>> = {
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
  };
  const on = Object.keys(writeLocationFilter(filter)) as FilterName[];
  return on.flatMap((name) => {
    const label = words[name]?.();
    return label === undefined ? [] : [{ name, label }];
  });
};
