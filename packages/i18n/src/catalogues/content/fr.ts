export const fr = {
  errors: {
    template: {
      notFound: "Ce modèle n’existe pas.",
      syntax: "Le modèle est illisible : {{detail}}",
      unknownVariable: "Le modèle utilise {{detail}}, une variable qu’il n’a pas.",
      missingVariable: "Il manque au modèle une valeur pour {{detail}}.",
      notAllowed: "Le modèle ne peut pas utiliser {{detail}}.",
    },
    mail: { notFound: "Ce courriel n’est pas dans la boîte aux lettres.", serverSaid: "Le serveur de courriel a répondu : {{response}}" },
    page: { notFound: "Cette page n’existe pas." },
  },
};
