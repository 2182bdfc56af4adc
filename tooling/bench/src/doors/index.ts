import type { Figure } from "../figure";
import { importRegister, largeImport } from "./import";
import { geocodeLocal } from "./local";
import { panning } from "./panning";
import { tablePage } from "./table";
import { cityTiles } from "./tiles";

/** The figures of `bench doors`, each by the word `--only` takes; `--rows` makes them smaller. */
export const doorsParts: Record<string, (wish: { rows?: number | undefined }) => Promise<Figure[]>> = {
  import: importRegister,
  "import-large": largeImport,
  local: geocodeLocal,
  panning,
  table: tablePage,
  tiles: cityTiles,
};
