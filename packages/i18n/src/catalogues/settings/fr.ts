export const fr = {
  errors: {
    settings: {
      defaultLocaleMissing: "La langue par défaut doit faire partie des langues offertes par le site.",
      smtpIncomplete: "Pour utiliser votre propre serveur de courriel, indiquez l’adresse d’envoi.",
      testRecipientMissing: "Le mode d’essai demande une adresse qui reçoit les courriels.",
      inboundImapIncomplete: "Pour lire une boîte, il faut son serveur et son utilisateur.",
      inboundSmtpIncomplete: "Un port à nous demande le domaine auquel on répond aux lettres et le numéro du port.",
      testTemplate: "Le modèle du courriel d’essai ne peut pas être composé. Vérifiez-le dans les modèles de courriel.",
    },
  },
  setup: {
    organization: { title: "Votre organisation", hint: "Son nom et l’adresse postale que tout envoi en nombre doit porter." },
    languages: { title: "Langues et fuseau horaire", hint: "Ce qu’offre le site public et l’heure que suivent les quarts." },
    publicUrl: { title: "Adresse publique", hint: "Celle que les gens ouvrent; chaque lien d’un courriel commence par elle." },
    mail: { title: "Courriel", hint: "Le serveur d’envoi. Un véritable essai montre s’il fonctionne." },
    map: { title: "Carte", hint: "L’endroit où s’ouvre la carte." },
  },
  testMail: {
    accepted: "Le serveur {{host}} a accepté le message pour {{sentTo}}. Regardez dans cette boîte et dans ses indésirables.",
    keptInMailbox:
      "Le message se trouve dans la boîte de cet ordinateur. Rien n’a été livré à {{sentTo}} : indiquez pour cela un serveur de courriel.",
    refused: "Le serveur {{host}} a refusé : {{response}}",
    uncertain: "La connexion avec {{host}} s’est rompue pendant la remise. Le message est peut-être arrivé, peut-être pas : {{response}}",
    unreachable: "Le serveur {{host}} est injoignable au port {{port}} : {{response}}",
  },
};
