export const fr = {
  errors: {
    internal: "Un problème est survenu de notre côté. Réessayez; si cela se reproduit, donnez-nous ce numéro : {{requestId}}.",
    offline: "Le serveur est injoignable. Vérifiez la connexion, puis réessayez.",
    input: {
      invalid: "Certains champs sont à revoir.",
      malformed: "La demande n’a pas pu être lue.",
      tooLarge: "L’envoi est trop volumineux.",
    },
    procedure: { notFound: "Il n’y a rien à cette adresse." },
    auth: {
      signInFirst: "Veuillez d’abord vous connecter.",
      notAllowed: "Votre compte ne permet pas cette action. Une administratrice ou un administrateur peut y remédier.",
      workerToken: "Cette adresse est réservée aux processus vidéo munis d’un jeton.",
    },
    rateLimited: "C’était trop rapide. Réessayez dans {{seconds}} secondes.",
  },
  fields: {
    required: "Ce champ est à remplir.",
    tooShort: "Il faut au moins {{minimum}} caractères.",
    tooLong: "Pas plus de {{maximum}} caractères.",
    tooSmall: "La plus petite valeur possible est {{minimum}}.",
    tooBig: "La plus grande valeur possible est {{maximum}}.",
    wrongType: "La forme n’est pas la bonne.",
    choice: "Choisissez l’une des valeurs proposées.",
    email: "Entrez une adresse courriel comme nom@exemple.org.",
    postalCode: "Entrez un code postal canadien comme M5V 3L9.",
    singleLine: "Une seule ligne, sans caractère de contrôle.",
    control: "Retirez les caractères de contrôle.",
    invalid: "Cette valeur ne convient pas.",
  },
};
