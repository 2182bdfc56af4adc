/** What offices read: the last line of a letter, and the week’s mail. */
export const officesFr = {
  footer:
    "Pour votre bureau : combien de personnes ont écrit, une réponse à toutes, ou un seul courriel par semaine au lieu de plusieurs : {{url}}",
  letters_one: "{{count}} lettre",
  letters_many: "{{count}} de lettres",
  letters_other: "{{count}} lettres",
  letterOf: "Lettre {{place}} de {{count}}, de {{name}}",
  letterOfPlace: "Lettre {{place}} de {{count}}, de {{name}}, {{city}}",
  written: "Écrite le {{at}}",
  answerTo: "Répondre à : {{address}}",
};

export const officeErrorsFr = {
  linkUnknown: "Ce lien n’est pas de nous. Copiez-le en entier depuis la lettre.",
  comeIn: "Entrez par le lien que nous envoyons à votre bureau.",
  wayInOver: "Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.",
  questionUnknown: "Ce lien n’est pas de nous, ou ce qu’il concernait n’existe plus.",
  questionOver: "Ce lien valait 30 jours et ne sert plus. Écrivez plutôt à l’équipe de la campagne.",
  answeredAlready: "Votre bureau a déjà donné sa réponse.",
  repliedAlready: "Votre réplique figure déjà sur le mur.",
  nobodyToTell: "L’équipe n’a pas laissé d’adresse. Répondez plutôt à une des lettres.",
};
