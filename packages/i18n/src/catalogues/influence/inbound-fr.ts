import type { inboundEn, inboundErrorsEn } from "./inbound-en";

export const inboundFr: typeof inboundEn = {
  noSubject: "(sans objet)",
  unnamed: "un fichier sans nom",
  kinds: {
    BOUNCE: "Retournée",
    DELAY: "Retardée",
    AUTO_REPLY: "Réponse automatique",
    REPLY: "Réponse",
    UNSORTED: "Non classé",
  },
};

export const inboundErrorsFr: typeof inboundErrorsEn = {
  notFound: "Ce courriel n’existe pas.",
  originalGone: "Ce courriel n’est plus conservé tel qu’il est arrivé.",
  alreadySorted: "Ce courriel a déjà été classé. Rechargez la page pour le voir.",
  letterMissing: "Choisissez la lettre dont parle ce courriel.",
  letterInHand: "La lettre est en train de partir. Réessayez dans une minute.",
};
