/** Ce qui peut ne pas aller avec les destinataires d’une campagne. */
export const targetErrorsFr = {
  target: {
    notFound: "La campagne ne connaît plus cette personne. Rechargez la page.",
    thankNeedsVersion: "Personne ne peut encore être remercié : écrivez d’abord une version de la lettre qui dit merci.",
  },
  recipient: {
    notFound: "Cette personne ne figure plus sur la liste.",
    twice: "Quelqu’un figure déjà sur la liste avec cette adresse de courriel.",
    tooMany: "Une liste de personnes compte au plus {{most}} noms.",
  },
  version: {
    notFound: "Cette version n’existe pas.",
    lettersWait: "Des lettres tirées de cette version attendent encore de partir. Retirez-la quand elles seront parties.",
    thanksNeeded: "Cette version sert à remercier quelqu’un, et aucune autre ne dit merci.",
  },
  handIn: {
    nothing: "Il n’y a aucune lettre à remettre.",
    notFound: "Ces lettres n’ont pas été remises, ou pas pour cette campagne.",
  },
  sample: { noAddress: "Votre compte n’a pas d’adresse de courriel où envoyer l’essai." },
};
