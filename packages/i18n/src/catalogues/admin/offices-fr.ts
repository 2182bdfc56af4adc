/** What offices did on their own page, for organisers. */
export const officesFr = {
  offices: {
    title: "Bureaux",
    none: "Aucun bureau n’a encore reçu de lettre avec un lien. Activez le lien dans la section sur l’envoi.",
    letters: "Lettres",
    outside: "D’ailleurs",
    wishes: "Sur sa page",
    contact: "À qui s’adresser",
    notYet: "Pas encore ouverte",
    cameIn: "Page ouverte",
    weekly_one: "Un courriel par semaine, {{count}} lettre en attente",
    weekly_many: "Un courriel par semaine, {{count}} de lettres en attente",
    weekly_other: "Un courriel par semaine, {{count}} lettres en attente",
    answers: {
      PENDING: "Réponse à lire",
      APPROVED: "A répondu à tout le monde",
      REJECTED: "Réponse refusée",
    },
  },
};
