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
  /** Why what was typed in from a sheet of paper is not taken. */
  typing: {
    malformed: "Cette ligne est illisible.",
    idTaken: "Le numéro de cette visite a déjà servi.",
    notOnSheet: "Cette porte n’est pas sur la feuille.",
    noSuchDoor: "Cette porte n’existe plus.",
    noSuchPerson: "La personne nommée n’est pas venue à ce quart.",
    inTheFuture: "Ce jour n’est pas encore arrivé.",
    beforePrinted: "La feuille a été imprimée après ce jour.",
  },
  errors: {
    canvass: {
      sheet: {
        noCode: "Ce n’est pas le code d’une feuille : il compte huit lettres et chiffres, comme K7QM-2XWD.",
        unknownCode: "Aucune feuille ne porte ce code. Comparez-le au papier, signe par signe.",
      },
      sessionNotFound: "Cette tournée n’existe pas.",
      sessionOpen: "Une autre de vos tournées est en cours. Terminez-la d’abord.",
      accountEnded: "Ce compte est terminé.",
    },
  },
};
