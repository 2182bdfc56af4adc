export const peopleImportFr = {
  description:
    "Importe une liste de personnes (CSV) : chacune rejoint la porte dont nos propres adresses sont sûres, les autres attendent.",
  preset: "d’où vient l’exportation ({{presets}}), ou le nom d’un modèle enregistré ; reconnue à ses en-têtes si rien n’est dit",
  savePreset: "enregistrer sous un nom la façon de lire cette liste, pour la prochaine et pour l’assistant",
  presets: {
    description: "Affiche les façons enregistrées de lire des adresses et des listes de personnes",
    kind: "seulement celles de ce type",
    none: "Aucun modèle n’a encore été enregistré.",
    line: "{{kind}}  {{name}}  ({{columns}})",
    guessed: "colonnes d’après leurs en-têtes",
  },
  overwrite: "champs qui peuvent remplacer ce que l’équipe a noté ({{rules}}), séparés par des virgules",
  columns: "quelle colonne contient quoi, si ce n’est pas deviné : champ=en-tête, séparés par des virgules",
  badColumns: "Les colonnes s’écrivent champ=en-tête, séparées par des virgules, par exemple lastName=Nom.",
  badName: "Le nom d’un modèle compte de 1 à 80 caractères et n’est aucun de ceux-ci : {{presets}}.",
  badOverwrite: "Champs qui peuvent remplacer : {{rules}}.",
  headers: "En-têtes reconnus, le premier présent l’emporte :",
};
