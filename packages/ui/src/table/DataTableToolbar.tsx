import { ActionIcon, Chip, Group, Tooltip } from "@mantine/core";
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./DataTable.module.css";
import { SearchField } from "./SearchField";

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
      {onSearch !== undefined && (
        <SearchField className={classes.search} value={search} onSearch={onSearch} label={searchLabel ?? t("ui.table.search")} />
      )}
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
