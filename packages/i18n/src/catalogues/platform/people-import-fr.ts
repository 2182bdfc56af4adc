export const peopleImportFr = {
  description:
    "Importe une liste de personnes (CSV) : chacune rejoint la porte dont nos propres adresses sont sûres, les autres attendent.",
  preset: "d’où vient l’exportation ; reconnue à ses en-têtes si rien n’est dit",
  overwrite: "champs qui peuvent remplacer ce que l’équipe a noté ({{rules}}), séparés par des virgules",
  columns: "quelle colonne contient quoi, si ce n’est pas deviné : champ=en-tête, séparés par des virgules",
  badColumns: "Les colonnes s’écrivent champ=en-tête, séparées par des virgules, par exemple lastName=Nom.",
  badOverwrite: "Champs qui peuvent remplacer : {{rules}}.",
  headers: "En-têtes reconnus, le premier présent l’emporte :",
};
