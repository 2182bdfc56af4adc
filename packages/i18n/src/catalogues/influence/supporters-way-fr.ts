export const paperFr = {
  paper: {
    noStamp: "Aucun timbre requis",
    footer: "Lettre écrite avec l’aide de {{organization}}",
  },
};

export const supporterErrorsFr = {
  letter: {
    methodOff: "Cette campagne n’offre pas ce mode d’envoi. Choisissez-en un autre.",
    nameNeeded: "Indiquez votre nom et votre adresse courriel.",
  },
  call: {
    off: "Cette campagne ne propose pas d’appels.",
    numberUnknown: "Ce numéro ne figure plus sur la liste de la campagne. Rechargez la page.",
    officeNotFound: "Ces heures de bureau n’existent pas.",
  },
};
