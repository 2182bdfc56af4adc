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
      noPerson: "ni nom, ni courriel, ni téléphone",
      noDoor: "aucune porte n’est sûre ; la personne attend parmi les non jumelées",
      erased: "cette personne a demandé à être oubliée",
      noName: "sans nom",
      notPolygon: "ce n’est pas une zone",
      badPosition: "la limite n’est pas en degrés",
      openRing: "la limite n’est pas fermée",
      tooFewPoints: "la limite a trop peu de points",
      crossing: "la limite se croise elle-même",
      noLine: "aucune ligne",
      notInExtract: "ses points ne sont pas dans l’extrait",
      noArea: "la limite n’entoure rien",
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
      longRecord:
        "La ligne {{row}} est plus longue qu’aucune adresse : un guillemet n’y est pas fermé, ou le fichier n’a pas de sauts de ligne. Enregistrez-le de nouveau en CSV.",
      notTable: "Ce fichier n’est pas du texte. Enregistrez le tableau en CSV (dans Excel : « CSV UTF-8 ») et choisissez celui-là.",
      spreadsheet: "C’est un classeur. Enregistrez-le en CSV (dans Excel : « CSV UTF-8 ») et choisissez celui-là.",
      brokenPacking: "Le fichier compressé est coupé ou endommagé. Téléchargez-le ou compressez-le de nouveau.",
      gzipBomb: "Décompressé, ce fichier dépasserait de loin la taille d’un tableau. Il n’est pas lu.",
      tooManyColumns: "Le fichier compte {{count}} colonnes ; nous en lisons au plus {{most}}. Le séparateur est-il le bon ?",
      notOsm: "Ce n’est pas un extrait d’OpenStreetMap (.osm.pbf), ou il est abîmé.",
      noLines: "Le fichier ne contient ni rue, ni cours d’eau, ni voie ferrée.",
      notBasemap: "Ce n’est pas un fond de carte PMTiles, ou il est abîmé.",
      notGeoJson: "Ce fichier n’est pas du GeoJSON (ligne {{line}}).",
      tooLarge:
        "Le fichier est trop gros pour être lu d’un seul tenant. Divisez-le, ou fournissez un extrait d’OpenStreetMap (.osm.pbf) ou un CSV.",
      notShapefile: "Cette archive ne contient aucun shapefile lisible (.shp, .dbf et .prj du même nom).",
      points: {
        swapped:
          "La latitude et la longitude semblent inversées : lues dans l’autre sens, elles sont au Canada. Ajoutez --points swapped pour les lire ainsi.",
        statcanLambert:
          "Les points semblent être des mètres dans la projection de Statistique Canada (EPSG:3347). Ajoutez --points statcanLambert pour les lire ainsi.",
        webMercator:
          "Les points semblent être des mètres dans la projection des cartes web (EPSG:3857). Ajoutez --points webMercator pour les lire ainsi.",
        utm: "Les points semblent être des mètres dans une zone UTM. Laquelle, on ne peut le voir : enregistrez le fichier de nouveau en degrés (WGS 84, EPSG:4326).",
        zero: "Tous les points sont à 0, 0 : le fichier a été enregistré sans ses lieux. Ajoutez --points degrees pour l’importer quand même.",
      },
      noPersonColumn: "Aucune colonne ne contient un nom, un courriel ou un téléphone. Choisissez-en une.",
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
      unmatched: {
        notFound: "Cette personne n’attend plus.",
        settledMeanwhile: "Quelqu’un a traité cette personne entre-temps.",
        noSuchDoor: "L’immeuble n’a pas cette porte. Ajoutez-y d’abord le logement ou choisissez-en une autre.",
        waitsAgain: "Cette personne attend déjà de nouveau.",
        foundByList: "Une autre liste a trouvé la porte de cette personne depuis. Retirez-la sur la page de la porte.",
        usedSince: "La porte ou la personne a servi depuis. Retirez la personne sur la page de la porte.",
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
        notResumable: "Cette importation ne peut pas reprendre : elle est en cours, terminée ou annulée.",
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
