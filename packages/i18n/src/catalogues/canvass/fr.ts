import { appFr } from "./app-fr";

export const fr = {
  app: appFr,
  refusal: {
    malformed: "Cette visite est illisible.",
    notYourTurf: "Cette porte n’est pas dans votre secteur.",
    noSession: "Cette visite ne correspond à aucune tournée connue.",
    notYourSession: "Cette visite appartient à la tournée de quelqu’un d’autre.",
    inTheFuture: "Cette visite est datée dans le futur. L’horloge du téléphone est-elle juste ?",
    beforeSession: "Cette visite a eu lieu avant le début de la tournée.",
    afterAccountEnded: "Cette visite a eu lieu après la fin du compte.",
    tooLate: "Cette visite est arrivée plus de deux semaines après la fin du compte.",
    idTaken: "Le numéro de cette visite a déjà servi à quelqu’un d’autre.",
    noSuchDoor: "Cette porte n’existe plus.",
  },
  errors: {
    canvass: {
      sessionNotFound: "Cette tournée n’existe pas.",
      sessionOpen: "Une autre de vos tournées est en cours. Terminez-la d’abord.",
      accountEnded: "Ce compte est terminé.",
    },
  },
};
