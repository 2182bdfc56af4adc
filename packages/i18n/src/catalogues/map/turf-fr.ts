/** Columns of exported turf. */
export const turfExportFr = {
  name: "secteur",
  category: "sorte",
  source: "provenance",
  buildings: "immeubles",
  doors: "portes",
  visited: "visitées",
  reached: "jointes",
  contactRate: "taux de contact",
  support1: "appui ferme",
  support2: "plutôt favorable",
  support3: "plutôt opposé",
  support4: "opposé",
  signs: "pancartes",
  done: "pourcentage fait",
  lastCanvassed: "dernier passage",
  id: "id",
};
