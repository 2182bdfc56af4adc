import { peopleImportFr } from "./people-import-fr";
import { registerImportFr } from "./register-import-fr";
import { localImportFr } from "./local-import-fr";
import { tableImportFr } from "./table-import-fr";

export const fr = {
  cli: {
    description: "Administration de Changemaker en ligne de commande.",
    import: {
      ...localImportFr,
      nar: registerImportFr,
      people: peopleImportFr,
      table: tableImportFr,
      compared:
        "{{read}} lignes comparées : {{created}} seraient nouvelles, {{changed}} modifiées, {{same}} identiques, {{rejected}} rejetées. Rien n’a été changé.",
      takenBack:
        "Importation annulée : {{removed}} portes retirées, {{restored}} champs remis comme avant, {{kept}} gardées parce qu’on s’en est servi ou qu’on les a modifiées depuis.",
      description: "Importer des fichiers, avec ou sans serveur en marche.",
      addresses: "Importer des adresses d’un fichier CSV (gzip et zip aussi) ou les points d’un GeoJSON.",
      rejected: "Écrire en CSV toutes les lignes qu’une importation n’a pas prises : numéro de ligne, raison et la ligne telle quelle.",
      rejectedAll: "Toutes, avec leurs raisons : cm import rejected {{importId}}",
      cuts: "Importer des secteurs d’un fichier GeoJSON (gzip accepté).",
      file: "le fichier",
      source: "l’origine du fichier ; ses identifiants et ses noms valent à l’intérieur de celle-ci",
      columns: "quelle colonne contient quoi, quand ce n’est pas deviné",
      category: "le genre de secteur",
      nameField: "le champ qui contient le nom",
      idField: "le champ qui contient l’identifiant du fichier",
      colourField: "le champ qui contient une couleur, par exemple #0072b2",
      categoryField: "le champ qui dit le genre de secteur",
      projection: "la projection d’un shapefile sans .prj",
      mend: "réparer les limites qui se croisent ou restent ouvertes",
      json: "terminer par une ligne JSON",
      rows: "lignes",
      done: "{{read}} lignes lues : {{created}} nouvelles, {{changed}} modifiées, {{same}} identiques, {{rejected}} refusées.",
      stopped: "Arrêt après {{read}} lignes : {{created}} nouvelles, {{changed}} modifiées, {{same}} identiques, {{rejected}} refusées.",
      cancelled: "L’importation a été annulée.",
      badSource: "Une origine se compose de lettres, de chiffres, d’espaces, de points et de tirets.",
      badColumns: "Les colonnes s’écrivent champ=en-tête, séparées par des virgules, par exemple address=Adresse,latitude=Lat.",
    },
    user: {
      description: "Les comptes.",
      create: "Créer un compte dont le mot de passe sera à changer à la première connexion.",
      email: "adresse courriel",
      name: "le nom de la personne",
      role: "ce que le compte peut faire",
      json: "terminer par une ligne JSON",
      made: "{{email}} ({{role}}) peut se connecter avec le mot de passe {{password}} (affiché une seule fois).",
    },
    doctor: {
      description: "Demander à chaque partie de la maison si elle répond.",
      json: "terminer par une ligne JSON",
      checks: {
        database: "Base de données",
        queues: "Files de tâches",
        storage: "Fichiers",
        mail: "Courrier",
        mailbox: "Boîte aux lettres",
        coordination: "Coordination",
        files: "Fichiers",
        dataFolder: "Dossier de données",
        ffprobe: "ffprobe",
        clock: "Horloge",
      },
      embeddedDatabase: "PostgreSQL {{version}} livré avec le produit, {{count}} migrations appliquées",
      ownDatabase: "PostgreSQL {{version}} indiqué par DATABASE_URL, {{count}} migrations appliquées",
      queueCounts: "{{waiting}} tâches en attente, {{failed}} en échec",
      keptMail: "reste dans la boîte aux lettres de cet ordinateur ; rien n’est livré avant la configuration de SMTP",
      sentMail: "part par {{host}}, port {{port}}",
      ffprobe: {
        configured: "{{path}}, comme l’indique FFPROBE_PATH",
        system: "{{path}}",
        package: "{{path}}, une version plus ancienne tirée d’un paquet : mieux vaut installer ffmpeg sur ce système",
      },
      noFfprobe: "introuvable : installez ffmpeg, ou indiquez dans FFPROBE_PATH où se trouve ffprobe",
      clockGap:
        "l’horloge de la base de données avance de {{seconds}} secondes sur celle de cet ordinateur : réglez les deux par le réseau",
      free: "{{folder}}, {{free}} Go libres",
    },
    worker: {
      description: "Les machines qui traitent les médias.",
      create: "Créer le jeton avec lequel une machine de traitement peut entrer.",
      name: "le nom de la machine",
      json: "terminer par une ligne JSON",
      made: "{{name}} entre avec WORKER_TOKEN={{token}} (affiché une seule fois).",
    },
    demo: {
      description: "L’organisation de démonstration.",
      remove: "Retirer la démo : sa campagne, ses portes, ses secteurs, ses quarts, ses gens et ce qui a été noté avec eux.",
      json: "terminer par une ligne JSON",
      removed: "La démo est partie. Ce que vous avez créé n’a pas bougé.",
      none: "Il n’y a pas de démo ici.",
    },
  },
  errors: {
    storage: {
      full: "Le serveur n’a plus de place pour des fichiers. Libérez-en ou avisez la personne qui s’en occupe, puis reprenez.",
      databaseFull:
        "Le serveur n’a plus de place pour ses données. Ce qui est déjà écrit reste. Libérez de l’espace ou avisez la personne qui s’en occupe, puis reprenez.",
    },
    fetch: {
      notAllowed: "Impossible de prendre une image à cette adresse. Indiquez une adresse publique qui commence par https://.",
      unreachable: "Cette adresse ne répond pas. Vérifiez-la ou réessayez plus tard.",
      status: "Cette adresse a renvoyé une erreur ({{status}}).",
      slow: "Cette adresse a mis trop de temps à répondre.",
      redirects: "Cette adresse redirige sans fin d’une page à l’autre.",
      type: "Aucun fichier du bon type ne se trouve à cette adresse.",
      tooLarge: "Le fichier à cette adresse est trop lourd : {{megabytes}} Mo au maximum.",
    },
    image: {
      format: "Ce type de fichier n’est pas accepté. Choisissez une image JPEG, PNG, WebP, GIF, TIFF ou AVIF.",
      unreadable: "Cette image est illisible. Elle est peut-être endommagée.",
      tooManyPixels: "Cette image est trop grande : {{megapixels}} millions de pixels au maximum.",
    },
  },
};
