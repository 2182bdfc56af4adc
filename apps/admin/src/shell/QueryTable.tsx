import { DataTable } from "@cml/ui";
import type { ComponentProps } from "react";
import { TableError } from "./TableError";
import { pageSize } from "./usePageSearch";

type Rows<Row> = { items: Row[]; total: number; isMore?: boolean };
type Paged = "rows" | "rowKey" | "total" | "isMore" | "page" | "pageSize" | "onPage" | "search" | "onSearch";

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, Paged> & {
  /** A page of rows, asked for with `search` and the shell's page size. */
  query: { data: Rows<Row> | undefined; error: unknown; refetch: () => unknown };
  search: { q: string; page: number };
  setSearch: (changes: { q?: string; page?: number }) => void;
};

/** The table of a list whose words and page live in the address: rows, paging, search and a first load that failed. */
export const QueryTable = <Row extends { id: string }>({ query, search, setSearch, ...table }: Props<Row>) => (
  <TableError query={query}>
    <DataTable<Row>
      {...table}
      rows={query.data?.items}
      rowKey={({ id }) => id}
      total={query.data?.total}
      isMore={query.data?.isMore}
      page={search.page}
      pageSize={pageSize}
      onPage={(page) => setSearch({ page })}
      search={search.q}
      onSearch={(q) => setSearch({ q, page: 1 })}
    />
  </TableError>
);
