/** Textes dont une nouvelle campagne peut partir; les crochets sont à remplir. */
export const campaignPresetsFr = {
  campaignPresets: {
    myMp: {
      title: "Dites-le à votre député : [ce que vous demandez]",
      description:
        "[Ce qui se passe, en une phrase.]\n\n[Qui est touché, avec un chiffre ou une histoire.]\n\n[Ce que votre député peut y faire, et quand.]",
      callToAction: "Demandez à votre député fédéral de [la seule chose que vous demandez].",
      emailSubject: "{{DISTRICT}} : [la seule chose que vous demandez]",
      emailBody:
        "{{SALUTATION}}\n\nJ’habite {{SENDER_CITY}}, dans votre circonscription. Je vous écris pour vous demander de [la seule chose que vous demandez].\n\n[Pourquoi c’est important, en deux ou trois phrases.]\n\nDites-moi, je vous prie, ce que vous ferez.\n\nJe vous remercie.",
      personalPrompt: "En quoi cela vous touche-t-il, vous ou vos proches?",
    },
    council: {
      title: "Le conseil vote sur [le sujet]",
      description:
        "[Ce que le conseil décide, et quel jour.]\n\n[Ce qui change si c’est adopté, et sinon.]\n\n[Quelles lettres comptent : celles qui arrivent avant la date limite.]",
      callToAction: "Écrivez à tout le conseil avant le vote.",
      emailSubject: "Votez pour [le sujet]",
      emailBody:
        "{{SALUTATION}}\n\nJ’habite {{SENDER_CITY}}. Avant que le conseil vote, je tiens à vous dire pourquoi je vous demande de voter pour [le sujet].\n\n[Deux ou trois raisons, en mots simples.]\n\nMerci d’avoir pris le temps de me lire.",
      personalPrompt: "Qu’est-ce que cela changerait dans votre rue?",
      agendaItem: "Point [numéro] : [son titre]",
    },
    phoneDay: {
      title: "Journée d’appels : [ce que vous demandez]",
      description:
        "[Ce qui se passe, en une phrase.]\n\nUn appel prend deux minutes. Les bureaux les comptent, et beaucoup d’appels le même jour s’entendent.\n\n[Ce que nous demandons, en une phrase.]",
      callToAction: "Appelez votre représentant aujourd’hui. Nous vous donnons le numéro et quoi dire.",
      emailSubject: "[La seule chose que vous demandez]",
      emailBody:
        "{{SALUTATION}}\n\nJ’habite {{SENDER_CITY}} et j’aurais aimé vous le dire au téléphone : je vous demande de [la seule chose que vous demandez].\n\n[Pourquoi c’est important, en deux ou trois phrases.]\n\nJe vous remercie.",
      callScript:
        "Bonjour, je m’appelle {{SENDER_NAME}} et j’habite {{SENDER_CITY}}. J’appelle pour demander à {{REPRESENTATIVE_NAME}} de [la seule chose que vous demandez]. [Une raison.] Pourriez-vous transmettre le message? Merci.",
    },
  },
};
