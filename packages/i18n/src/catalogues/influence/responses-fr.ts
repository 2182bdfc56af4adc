import type { responseErrorsEn } from "./responses-en";

export const responseErrorsFr: typeof responseErrorsEn = {
  notFound: "Cette réponse n’existe pas.",
  wallOff: "Cette campagne n’a pas de mur des réponses.",
  representativeUnknown: "Nous ne connaissons pas cette personne dans cette campagne. Écrivez son nom vous-même.",
  levelNeeded: "Précisez à quel ordre de gouvernement siège cette personne.",
  emailNeeded: "Il nous faut votre adresse courriel pour vérifier que cela vient de vous. Elle n’est jamais affichée.",
  dayUnlikely: "Vérifiez la date : elle est à venir, ou très lointaine.",
  textNeeded: "Une réponse doit contenir du texte ou une image.",
  mailTaken: "Cette réponse a déjà été transmise. Merci!",
  linkExpired: "Ce lien a expiré, et ce que vous aviez transmis a été supprimé. Transmettez-le de nouveau.",
  pictureGone: "L’image n’est plus là. Ajoutez-la de nouveau.",
  decidedAlready: "Quelqu’un a déjà tranché. Rechargez la page pour voir où en sont les choses.",
  disputeNeedsProof: "Le bureau dit que cette réponse n’est pas de lui. Voyez la preuve et indiquez-le avant de publier.",
  changedMeanwhile: "Quelqu’un a modifié cette réponse entre-temps. Rechargez-la et revoyez-la.",
  nothingChanged: "Rien n’a changé.",
  changeUnknown: "Cette action ne peut pas être annulée.",
  undoneAlready: "Cette action a déjà été annulée.",
};
