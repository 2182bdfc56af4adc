import { Group, Paper, Table, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/EmptyState";
import { PageSkeleton } from "../components/PageSkeleton";
import classes from "./DataTable.module.css";
import { DataTablePager } from "./DataTablePager";
import { DataTableToolbar, type TableFilter } from "./DataTableToolbar";
import { rowKeyTarget } from "./row-keys";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  width?: number | string;
  /** On a phone the first column is the row's title; a hidden one is left out there. */
  hideOnPhone?: boolean;
  /** Its heading sorts by it. */
  sortable?: boolean;
};

export type TableSort = { id: string; descending: boolean };

export type DataTableProps<Row> = {
  /** What the rows are, for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  total?: number;
  /** There are more than `total`, which nobody counted. */
  isMore?: boolean;
  page?: number;
  pageSize?: number;
  onPage?: (page: number) => void;
  /** Whether a page follows, where the total alone does not say it. */
  hasNext?: boolean;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  search?: string;
  onSearch?: (text: string) => void;
  searchLabel?: string;
  filters?: TableFilter[];
  onRow?: (row: Row) => void;
  selectedKey?: string;
  actions?: ReactNode;
  /** What to show when there is nothing at all (not: nothing matches). */
  empty?: ReactNode;
};

/** The one table: sticky head, search, filters as chips, density, paging, keyboard. On a phone each row becomes a card. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { t } = useTranslation("kernel");
  const { rows, onRow, search = "", onSearch, filters = [] } = props;
  const [compact, setCompact] = useLocalStorage({ key: "cml-table-compact", defaultValue: false });
  const isFiltered = search !== "" || filters.some((filter) => filter.value !== null);
  const clear = () => {
    onSearch?.("");
    for (const filter of filters) filter.onChange(null);
  };
  return (
    <Paper withBorder radius="md" className={classes.frame}>
      {(rows === undefined || rows.length > 0 || isFiltered || props.actions !== undefined) && (
        <DataTableToolbar {...props} search={search} filters={filters} compact={compact} onCompact={setCompact} />
      )}
      {rows === undefined ? (
        <div className={classes.pad}>
          <PageSkeleton shape="table" rows={6} />
        </div>
      ) : rows.length === 0 ? (
        isFiltered ? (
          <EmptyState
            title={t("ui.table.noMatch")}
            action={
              <button type="button" className={classes.linkButton} onClick={clear}>
                {t("ui.table.clearFilters")}
              </button>
            }
          >
            {t("ui.table.noMatchText")}
          </EmptyState>
        ) : (
          props.empty
        )
      ) : (
        <Rows {...props} rows={rows} compact={compact} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <Group className={classes.foot} justify="space-between" gap="xs">
          <DataTablePager
            total={props.total ?? rows.length}
            page={props.page ?? 1}
            pageSize={props.pageSize ?? rows.length}
            onPage={props.onPage}
            isMore={props.isMore ?? false}
            hasNext={props.hasNext}
          />
          {onRow !== undefined && (
            <Text size="xs" c="dimmed" visibleFrom="md">
              {t("ui.table.keys")}
            </Text>
          )}
        </Group>
      )}
    </Paper>
  );
};

type RowsProps<Row> = DataTableProps<Row> & { rows: Row[]; compact: boolean };

const Rows = <Row,>({ label, columns, rows, rowKey, onRow, selectedKey, compact, sort, onSort }: RowsProps<Row>) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const selectedIndex = Math.max(
    0,
    rows.findIndex((row) => rowKey(row) === selectedKey),
  );
  const move = (event: React.KeyboardEvent, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter") {
      event.preventDefault();
      onRow?.(row);
      return;
    }
    const target = rowKeyTarget(event.key, index, rows.length);
    if (target === null) return;
    event.preventDefault();
    (body.current?.children[target] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className={classes.scroll}>
      <Table
        className={classes.table}
        highlightOnHover={onRow !== undefined}
        verticalSpacing={compact ? 5 : 10}
        horizontalSpacing="md"
        aria-label={label}
      >
        <Table.Thead className={classes.head}>
          <Table.Tr>
            {columns.map((column) => (
              <SortHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {rows.map((row, index) => (
            <Table.Tr
              key={rowKey(row)}
              className={onRow === undefined ? classes.row : `${classes.row} ${classes.clickable}`}
              tabIndex={onRow === undefined ? undefined : index === selectedIndex ? 0 : -1}
              aria-current={rowKey(row) === selectedKey ? true : undefined}
              data-selected={rowKey(row) === selectedKey || undefined}
              onClick={onRow === undefined ? undefined : () => onRow(row)}
              onKeyDown={onRow === undefined ? undefined : (event) => move(event, index, row)}
            >
              {columns.map((column) => (
                <Table.Td key={column.id} data-label={column.header} data-hide-on-phone={column.hideOnPhone || undefined} ta={column.align}>
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

type SortHeadProps<Row> = { column: Column<Row>; sort: TableSort | undefined; onSort: ((sort: TableSort) => void) | undefined };

const SortHead = <Row,>({ column, sort, onSort }: SortHeadProps<Row>) => {
  const { id, header, width, align = "left", sortable = false } = column;
  const by = sort?.id === id ? sort : null;
  if (!sortable || onSort === undefined)
    return (
      <Table.Th scope="col" w={width} ta={align}>
        {header}
      </Table.Th>
    );
  const Arrow = by === null ? IconArrowsSort : by.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th scope="col" w={width} ta={align} aria-sort={by === null ? "none" : by.descending ? "descending" : "ascending"}>
      <button type="button" className={classes.sort} onClick={() => onSort({ id, descending: by === null ? false : !by.descending })}>
        {header}
        <Arrow size={13} aria-hidden="true" data-on={by !== null || undefined} />
      </button>
    </Table.Th>
  );
};
