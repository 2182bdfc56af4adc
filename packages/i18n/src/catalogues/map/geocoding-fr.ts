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
  unmatchedRun: {
    nobody: "Parmi les personnes en attente, aucune n’a de porte aussi sûre.",
    another: "Des personnes sont déjà en cours de placement. Attendez la fin, ou arrêtez l’opération.",
    notFound: "Cette opération n’existe pas.",
    ended: "Cette opération est déjà terminée.",
    notBroken: "Cette opération n’a pas été arrêtée ; il n’y a rien à reprendre.",
    cannotUndo: "Il n’y a rien à défaire.",
  },
  duplicateScan: { ended: "Aucune recherche de doublons n’est en cours." },
  tray: {
    placedMeanwhile: "Quelqu’un d’autre vient de placer cette adresse.",
    notFound: "Cette adresse n’attend plus de place.",
    notPlaced: "Impossible de placer cette adresse : elle est illisible, ou une autre ligne de son fichier s’y trouve déjà.",
    noBuilding: "Cet immeuble n’existe plus.",
    notOnMap: "Cette adresse n’a pas été placée d’ici.",
    doorUsed: "Quelqu’un est passé à cette porte ou l’a modifiée depuis. Elle reste sur la carte.",
  },
};
