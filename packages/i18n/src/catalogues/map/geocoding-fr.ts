export const geocodingErrorsFr = {
  geocoder: {
    refused: "Il refuse notre clé ou nos questions. Vérifiez la clé et ce qu’elle permet.",
    busy: "Sa limite est atteinte pour l’instant. Réessayez plus tard.",
    unreachable: "Il ne répond pas.",
    unreadable: "Sa réponse est illisible. L’adresse est-elle la bonne ?",
    noKey: "Ce géocodeur a besoin d’une clé avant d’être activé.",
    unknown: "Ce géocodeur n’existe pas.",
  },
  geocodeRun: {
    another: "Un géocodage est déjà en cours. Attendez qu’il se termine, ou arrêtez-le.",
    nothing: "Il n’y a rien à géocoder.",
    notFound: "Ce géocodage n’existe pas.",
    ended: "Ce géocodage est déjà terminé.",
  },
  tray: {
    placedMeanwhile: "Quelqu’un d’autre vient de placer cette adresse.",
  },
};
