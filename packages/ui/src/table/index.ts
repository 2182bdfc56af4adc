export { type Column, DataTable, type DataTableProps } from "./DataTable";
export { type TableFilter } from "./DataTableToolbar";
