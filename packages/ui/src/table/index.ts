export { type Column, DataTable, type TableSort } from "./DataTable";
export { type TableFilter } from "./DataTableToolbar";
export { SearchField } from "./SearchField";
