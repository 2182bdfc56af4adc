import { buildingErrors, buildingExport } from "./buildings-fr";
import { geocodingErrorsFr } from "./geocoding-fr";
import { registerFr, registerErrorsFr } from "./register-fr";

export const fr = {
  export: buildingExport,
  register: registerFr,
  import: {
    row: "ligne",
    reason: "motif",
    detail: "précision",
    rejected: {
      noAddress: "aucune adresse lisible",
      noPoint: "coordonnées absentes",
      badPoint: "les coordonnées ne sont pas en degrés",
      outsideCanada: "coordonnées hors du Canada",
      swappedPoint: "latitude et longitude inversées",
      badRow: "trop ou trop peu de cellules, ou une cellule trop longue",
      duplicateInFile: "la même porte ou le même secteur figure plus haut dans ce fichier avec d’autres données",
      idOfAnotherDoor: "cet identifiant appartient déjà à une porte éloignée ; indiquez la source du fichier",
      noName: "sans nom",
      notPolygon: "ce n’est pas une zone",
      badPosition: "la limite n’est pas en degrés",
      openRing: "la limite n’est pas fermée",
      tooFewPoints: "la limite a trop peu de points",
      crossing: "la limite se croise elle-même",
      noArea: "la limite n’entoure rien",
      notOsm: "Ce n’est pas un extrait d’OpenStreetMap (.osm.pbf), ou il est abîmé.",
      noLines: "Le fichier ne contient ni rue, ni cours d’eau, ni voie ferrée.",
      notBasemap: "Ce n’est pas un fond de carte PMTiles, ou il est abîmé.",
      tooLarge: "la limite a trop de points",
    },
  },
  errors: {
    import: {
      ...registerErrorsFr,
      emptyFile: "Le fichier est vide.",
      fileGone: "Le fichier n’est plus là. Téléversez-le de nouveau.",
      zipOneTable:
        "Ce zip contient {{count}} tableaux; une importation d’adresses lit un zip qui en contient un seul. Pour le Registre national des adresses, choisissez « Registre ».",
      brokenGzip: "Le fichier compressé est coupé ou endommagé, vers la ligne {{row}}. Téléchargez-le ou compressez-le de nouveau.",
      brokenCsv: "Le fichier est tronqué ou un guillemet n’est pas fermé, près de la ligne {{row}}.",
      tooManyColumns: "Le fichier compte {{count}} colonnes ; nous en lisons au plus {{most}}. Le séparateur est-il le bon ?",
      notGeoJson: "Ce fichier n’est pas du GeoJSON (ligne {{line}}).",
      tooLarge: "Le fichier est trop gros pour être lu comme GeoJSON.",
      noAddressColumn: "Aucune colonne ne contient l’adresse. Choisissez-en une.",
      noPointColumns: "Aucune colonne ne contient la latitude et la longitude. Choisissez-les.",
      unknownColumn: "Le fichier n’a pas de colonne « {{column}} ».",
    },
    map: {
      ...geocodingErrorsFr,
      ...buildingErrors,
      scope: {
        wholeMapOnly: "Votre compte est limité à certains secteurs ; cette action touche toute la carte.",
        outsideYourAreas: "Ce lieu est hors de vos secteurs.",
      },
      cut: {
        notFound: "Ce secteur n’existe pas.",
        nameTaken: "Un secteur porte déjà ce nom.",
        official: "Cette limite a été importée et reste verrouillée. Dessinez plutôt votre propre secteur.",
        handedOut: "« {{name}} » est entre les mains de bénévoles. Reprenez-le d’abord.",
      },
      geometry: {
        notPolygon: "Ce n’est pas une zone.",
        badPosition: "La limite n’est pas en degrés de longitude et de latitude.",
        openRing: "La limite n’est pas fermée près de {{place}}.",
        tooFewPoints: "Il faut au moins trois coins à la limite ({{place}}).",
        crossing: "La limite se croise elle-même près de {{place}}.",
        noArea: "La limite n’entoure rien.",
        tooLarge: "La limite a trop de points.",
      },
      location: {
        changedMeanwhile:
          "Quelqu’un d’autre a enregistré entre-temps. Votre texte est encore là : regardez la nouvelle version, puis enregistrez de nouveau.",
        notFound: "Cette adresse n’existe pas.",
        noStreet: "Il n’y a pas de rue dans cette adresse.",
      },
      import: {
        notFound: "Cette importation n’existe pas.",
        uploadNotFound: "Le fichier téléversé est introuvable. Téléversez-le de nouveau.",
        ended: "Cette importation est déjà terminée.",
        undone: "Cette importation a déjà été annulée.",
        notUndoable:
          "Impossible d’annuler cette importation : elle n’est pas finie, elle n’a fait que comparer, ou son annulation est en cours.",
        notCompared: "Cette comparaison n’est pas arrivée à son terme.",
        presetNotFound: "Ce modèle n’existe plus.",
        noSuchFile: "Impossible de lire {{path}}.",
      },
      shift: {
        notFound: "Ce quart n’existe pas ou est terminé.",
        cancelled: "Ce quart a été annulé.",
        full: "Ce quart est complet.",
        alreadySignedUp: "Cette personne est déjà inscrite.",
        signupNotFound: "Cette inscription n’existe pas.",
        noSuchPerson: "L’une de ces personnes n’a pas de compte.",
        nameAndContact: "Indiquez un nom, et un courriel ou un numéro de téléphone.",
        openBelowNeeded: "Il ne peut y avoir moins de places que de personnes nécessaires.",
        noDuration: "Le quart se termine à l’heure où il commence.",
        skippedHour: "{{time}} n’existe pas ce jour-là : on avance l’heure.",
      },
      turf: {
        alreadyOut: "Ce secteur est déjà entre les mains de quelqu’un.",
        notFound: "Ce secteur n’a pas été remis.",
        returned: "Ce secteur a déjà été repris.",
        notYours: "Ce secteur ne vous est pas confié.",
      },
    },
  },
};
