/** Columns of exported turf. */
export const turfExportEn = {
  name: "turf",
  category: "kind",
  source: "source",
  buildings: "buildings",
  doors: "doors",
  visited: "visited",
  reached: "reached",
  contactRate: "contact rate",
  support1: "strong support",
  support2: "leaning support",
  support3: "leaning opposed",
  support4: "opposed",
  signs: "signs",
  done: "per cent done",
  lastCanvassed: "last canvassed",
  id: "id",
};
