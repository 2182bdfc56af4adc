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
  sample: {
    onlySamples: "Avant la publication d’une campagne, seules les personnes fictives peuvent y être cherchées.",
    onlyTheirStreet: "Dans un aperçu, seule la rue de la personne fictive se cherche : {{street}}.",
    noAddress: "Votre compte n’a pas d’adresse de courriel où envoyer l’essai.",
    nobody: "Aucune des cinq personnes fictives n’écrirait encore à qui que ce soit. Vérifiez les destinataires.",
    refused: "Le serveur de courriel a refusé l’essai : {{words}}",
  },
};

/** Ce qui figure sur les lettres remises et sur les exemples. */
export const targetsFr = {
  handIn: {
    title_one: "{{count}} lettre",
    title_many: "{{count}} de lettres",
    title_other: "{{count}} lettres",
    agendaItem: "Point à l’ordre du jour",
    letters: "Lettres",
    decision: "Décision",
    deadline: "Date limite",
    handedIn: "Recueil constitué",
    by: "Remises par",
    note: "Chaque lettre a été transmise par la personne qui la signe. Elles sont classées par destinataire.",
    notePublic:
      "Chaque lettre a été transmise par la personne qui la signe, qui savait qu’elle serait versée au dossier public. Elles sont classées par destinataire.",
    footer: "Lettre {{number}} sur {{letters}} · {{title}}",
  },
  samples: { personal: "Je passe ici chaque matin avec ma fille." },
};
