import { Button, Drawer, Group, Pill, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type LocationFilter, noFilter } from "@cml/domain/map";
import { SearchField } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useFilterWords } from "../../../shell/useFilterWords";
import { FilterFields } from "./FilterFields";

type Props = { filter: LocationFilter; onChange: (changes: Partial<LocationFilter>) => void };

/** The search, the way to all filters, and what of them is on: each a chip that takes it off. */
export const FilterBar = ({ filter, onChange }: Props) => {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const words = useFilterWords(filter.cut !== null);
  // What is looked for stands in the field itself.
  const chips = words(filter).filter(({ name }) => name !== "q" && name !== "bounds");
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
              bg="var(--mantine-primary-color-light)"
              c="var(--mantine-primary-color-light-color)"
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
