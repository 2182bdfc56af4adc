import type { officeHoursEn } from "./office-hours-en";

export const officeHoursFr: typeof officeHoursEn = {
  officeHours: {
    title: "Heures de bureau pour les appels",
    lead: "La page d’appels d’une campagne dit si un bureau répond en ce moment, à l’heure de ce bureau.",
    usual: "À défaut d’autre information",
    days: {
      monday: "Lundi",
      tuesday: "Mardi",
      wednesday: "Mercredi",
      thursday: "Jeudi",
      friday: "Vendredi",
      saturday: "Samedi",
      sunday: "Dimanche",
    },
    from: "{{day}}, dès",
    to: "{{day}}, jusqu’à",
    open: "{{day}} : ouvert",
    until: "à",
    closed: "Fermé",
    others: "Bureaux à horaire différent",
    none: "Aucun pour l’instant : tous suivent l’horaire ci-dessus.",
    add: "Autre horaire pour un bureau",
    office: "Bureau de",
    officeHint:
      "Tapez deux lettres du nom. Une personne paraît ici dès que quelqu’un l’a trouvée par un code postal, ou si elle figure sur la liste d’une campagne.",
    noOffice: "Personne de ce nom pour l’instant",
    timeZone: "Fuseau horaire du bureau",
    saveOffice: "Enregistrer cet horaire",
    edit: "Modifier",
    editOf: "Modifier l’horaire de {{name}}",
    remove: "Retirer",
    removeOf: "Retirer l’horaire de {{name}}",
    removed: "{{name}} suit de nouveau l’horaire habituel.",
    saved: "Heures de bureau enregistrées.",
  },
};
