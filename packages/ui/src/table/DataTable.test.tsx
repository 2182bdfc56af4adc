import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { initI18n } from "../i18n";
import { AppTheme } from "../theme/AppTheme";
import { type Column, DataTable, type DataTableProps } from "./DataTable";

type Door = { id: string; street: string };
const doors: Door[] = ["Ash", "Birch", "Cedar"].map((street) => ({ id: street.toLowerCase(), street }));
const columns: Column<Door>[] = [{ id: "street", header: "Street", cell: (door) => door.street }];

afterEach(cleanup);
beforeAll(() => initI18n({ kernel: () => import("@cml/i18n/kernel") }, "en"));

const show = (props: Partial<DataTableProps<Door>> = {}) =>
  render(
    <AppTheme>
      <DataTable label="Doors" columns={columns} rows={doors} rowKey={(door) => door.id} {...props} />
    </AppTheme>,
  );

const rows = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>("tbody tr")];

it("moves with the arrow keys, stops at both ends and opens with Enter", () => {
  const onRow = vi.fn();
  const { container } = show({ onRow });
  const [first, second, third] = rows(container) as [HTMLElement, HTMLElement, HTMLElement];
  expect(first.tabIndex).toBe(0);
  expect(second.tabIndex).toBe(-1);
  first.focus();
  fireEvent.keyDown(first, { key: "ArrowUp" });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first, { key: "ArrowDown" });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second, { key: "End" });
  expect(document.activeElement).toBe(third);
  fireEvent.keyDown(third, { key: "ArrowDown" });
  expect(document.activeElement).toBe(third);
  fireEvent.keyDown(third, { key: "Enter" });
  expect(onRow).toHaveBeenCalledWith(doors[2]);
});

it("starts at the row that is open", () => {
  const { container } = show({ onRow: () => undefined, selectedKey: "birch" });
  expect(rows(container).map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  expect(rows(container)[1]!.getAttribute("aria-current")).toBe("true");
});

it("tells an empty list from a search without a match, and clears the search", async () => {
  const onSearch = vi.fn();
  const { rerender } = show({ rows: [], empty: <p>Import your first doors</p> });
  expect(screen.getByText("Import your first doors")).toBeTruthy();
  rerender(
    <AppTheme>
      <DataTable
        label="Doors"
        columns={columns}
        rows={[]}
        rowKey={(door) => door.id}
        search="oak"
        onSearch={onSearch}
        empty={<p>Import your first doors</p>}
      />
    </AppTheme>,
  );
  expect(screen.getByText("Nothing matches")).toBeTruthy();
  fireEvent.click(screen.getByText("Clear search and filters"));
  await waitFor(() => expect(onSearch).toHaveBeenCalledWith(""));
});

it("says which rows of how many are shown and turns the page", () => {
  const onPage = vi.fn();
  show({ total: 29_348, page: 2, pageSize: 50, onPage });
  expect(screen.getByText("51–100 of 29,348")).toBeTruthy();
  fireEvent.click(screen.getByLabelText("Next page"));
  expect(onPage).toHaveBeenCalledWith(3);
});

it("chooses a filter by its chip and lets go of it", () => {
  const onChange = vi.fn();
  const filter = { id: "status", label: "Status", value: null, options: [{ value: "LIVE", label: "Live" }], onChange };
  show({ filters: [filter] });
  fireEvent.click(screen.getByLabelText("Live"));
  expect(onChange).toHaveBeenCalledWith("LIVE");
});
