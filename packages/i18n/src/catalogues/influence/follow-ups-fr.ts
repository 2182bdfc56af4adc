/** La question sur la suite d’une lettre, et le message qui annonce le résultat. */
export const followUpErrorsFr = {
  linkExpired: "Ce lien est périmé; la question n’est plus ouverte.",
  day: "Choisissez un jour entre le départ de votre lettre et aujourd’hui.",
  noRecord: "Aucune lettre à cette personne n’a encore été remise.",
  resultMailed: "Le résultat a déjà été envoyé.",
  obstacles: {
    NOT_ENDED: "La campagne n’est pas encore terminée.",
    NO_OUTCOME: "Notez d’abord ce qui a été décidé.",
    NOBODY: "Personne n’attend le résultat.",
  },
};

export const replyFactsFr = {
  representative: "Nom",
  title: "Fonction",
  level: "Palier",
  party: "Parti",
  position: "Position",
  handedOver: "Lettres remises",
  returned: "Revenues",
  replies: "Avec réponse",
  share: "Part avec réponse",
  acknowledged: "Accusé de réception seulement",
  notSatisfied: "Réponse à côté de la question",
  nothing: "Rien reçu, selon la personne",
  medianDays: "Jours jusqu’à la réponse (médiane)",
  campaign: "Campagne",
  countedAt: "Compté le (UTC)",
  positions: { FOR: "Pour", LEANING: "Plutôt pour", AGAINST: "Contre", UNKNOWN: "Inconnue" },
};

export const resultFr = { sampleName: "Marie Tremblay" };
