export { type Column, DataTable } from "./DataTable";
export { type TableFilter } from "./DataTableToolbar";
