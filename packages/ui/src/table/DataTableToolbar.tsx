import { ActionIcon, Chip, CloseButton, Group, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconBaselineDensityMedium, IconBaselineDensitySmall, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./DataTable.module.css";

/** One choice among a few, as chips; null means all. */
export type TableFilter = {
  id: string;
  label: string;
  value: string | null;
  options: { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

type Props = {
  search: string;
  onSearch?: (text: string) => void;
  searchLabel?: string;
  filters: TableFilter[];
  actions?: ReactNode;
  compact: boolean;
  onCompact: (compact: boolean) => void;
};

export const DataTableToolbar = ({ search, onSearch, searchLabel, filters, actions, compact, onCompact }: Props) => {
  const { t } = useTranslation("kernel");
  const densityLabel = t(compact ? "ui.table.comfortable" : "ui.table.compact");
  return (
    <Group className={classes.toolbar} gap="sm">
      {onSearch !== undefined && <Search value={search} onSearch={onSearch} label={searchLabel ?? t("ui.table.search")} />}
      {filters.map((filter) => (
        <Chip.Group key={filter.id} value={filter.value ?? ""} onChange={(value) => filter.onChange(value === "" ? null : value)}>
          <Group gap={6} role="group" aria-label={filter.label}>
            {[{ value: "", label: t("ui.table.all") }, ...filter.options].map((option) => (
              <Chip key={option.value} value={option.value} size="xs" variant="light">
                {option.label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      ))}
      <Group gap="xs" ml="auto">
        {actions}
        <Tooltip label={densityLabel}>
          <ActionIcon aria-label={`${t("ui.table.density")}: ${densityLabel}`} onClick={() => onCompact(!compact)} visibleFrom="sm">
            {compact ? <IconBaselineDensityMedium size={18} /> : <IconBaselineDensitySmall size={18} />}
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
};

// Typing stays instant; the list (and the address bar) follow after a breath.
const Search = ({ value, onSearch, label }: { value: string; onSearch: (text: string) => void; label: string }) => {
  const { t } = useTranslation("kernel");
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onSearch(next);
  }, 250);
  // Cleared or gone back from outside: follow, but never overwrite what is being typed with an older answer.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const change = (next: string) => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      className={classes.search}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={text === "" ? null : <CloseButton size="sm" aria-label={t("ui.table.clearSearch")} onClick={() => change("")} />}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
};
