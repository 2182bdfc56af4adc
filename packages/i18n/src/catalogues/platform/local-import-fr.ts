export const localImportFr = {
  boundaries:
    "Importer des circonscriptions (districts, quartiers électoraux) d’un fichier GeoJSON (ou gzip) ou d’un shapefile en zip, pour les trouver sans réseau.",
  boundaryFile: "GeoJSON, GeoJSON en gzip, ou le .zip d’un shapefile",
  set: "nom de l’ensemble comme dans les adresses de Represent, par exemple edmonton-wards ou federal-electoral-districts-2023-representation-order",
  from: "premier jour où ces circonscriptions sont en vigueur (AAAA-MM-JJ) ; une édition plus ancienne de l’ensemble finit alors",
  boundarySource: "provenance du fichier",
  idColumn: "colonne de l’identifiant de chaque circonscription, s’il n’est pas deviné",
  nameColumn: "colonne de son nom anglais",
  frenchColumn: "colonne de son nom français",
  lines:
    "Importer les rues, les cours d’eau et les voies ferrées dont la carte simple est faite, à partir de données OpenStreetMap (.osm.pbf), de GeoJSON (gzip aussi) ou d’un fichier de formes zippé.",
  lineFile: "un extrait .osm.pbf, du GeoJSON, du GeoJSON compressé ou le .zip d’un fichier de formes",
  lineSource: "d’où vient le fichier; avec l’identifiant d’une ligne, c’est ce qui la fait reconnaître",
  lineKind: "ce que sont les lignes d’un fichier qui ne le dit pas",
  basemap: "Placer un fond de carte à vous sous toutes les cartes : un fichier PMTiles, vectoriel ou matriciel.",
  basemapFile: "un fichier .pmtiles",
  basemapRemove: "retirer le fond de carte",
  basemapWhich: "Nommez un fichier ou indiquez --remove.",
  basemapDone: "Le fond de carte est en place ({{format}}, jusqu’au zoom {{maxZoom}}). Mention affichée : {{attribution}}",
  basemapRemoved: "Le fond de carte est retiré; les cartes sont de nouveau simples.",
  basemapNone: "Il n’y avait pas de fond de carte.",
  representatives:
    "Importer les personnes élues des circonscriptions ou des conseils d’un fichier CSV. Le fichier est toute la vérité sur chaque conseil qu’il nomme.",
  council: "nom du conseil, pour les lignes qui n’en nomment pas",
  representativeColumns: `Colonnes (une ligne d’en-têtes ; l’ordre, la casse et les espaces ne comptent pas ; seuls office, et name ou vacant, sont obligatoires) :
  council         nom court du conseil ; celui de Represent s’il s’agit du même conseil (toronto-city-council)
  council_name    son nom complet
  level           federal, provincial, municipal ou school_board ; sinon déduit de la fonction
  province        deux lettres (QC)
  office          MP, MNA, Maire, Conseiller …
  name            le nom complet ; ou first_name et last_name
  first_name, last_name
  gender          F ou M ; vide si on ne le sait pas
  party
  boundary_set    l’ensemble de circonscriptions, comme donné à « import boundaries --set » ; vide pour un siège du conseil entier
  district_id     l’identifiant de la circonscription dans cet ensemble
  district        le nom de la circonscription
  vacant          oui : personne n’y siège, le siège reste
  email
  phone, fax, address   du bureau ; \\n dans l’adresse commence une nouvelle ligne
  office_type     legislature ou constituency
  url             la page de la personne
  contact_url     page d’un formulaire, pour les personnes sans adresse courriel
  photo_url       cherchée une fois, gardée comme petite image à nous
  language        la seule langue dans laquelle le bureau demande qu’on lui écrive : en ou fr`,
  resume: "Reprendre une importation arrêtée ou échouée, là où elle en était.",
  undo: "Annuler une importation : adresses et registre en tout temps, circonscriptions et représentants pendant 30 jours.",
  importId: "l’identifiant donné à la fin de l’importation",
  undone: "L’importation est annulée ; tout est comme avant.",
  undoWith: "Pour l’annuler : cm import undo {{importId}}",
  removed: "{{removed}} qui ne sont plus dans le fichier ont été retirés.",
  rejectedRowOf: "ligne {{row}} de {{file}} : {{reason}} ({{detail}})",
  rejectedRow: "ligne {{row}} : {{reason}} ({{detail}})",
  badSet: "Un ensemble se nomme en minuscules, chiffres et tirets.",
  badDay: "Un jour s’écrit AAAA-MM-JJ.",
  reasons: {
    noOffice: "pas de fonction",
    noName: "pas de nom",
    badEmail: "pas une adresse courriel",
    badLevel: "pas un ordre de gouvernement",
    badDistrict:
      "pas une circonscription : boundary_set admet minuscules, chiffres et tirets, district_id lettres, chiffres, tirets et traits bas",
    badProvince: "pas une province",
    duplicateInFile: "une deuxième fois dans le fichier",
    notPolygon: "pas une surface",
    badPosition: "un coin sans lieu sur la carte",
    openRing: "le contour n’est pas fermé",
    tooFewPoints: "trop peu de coins",
    crossing: "le contour se croise",
    dateLine: "atteint la ligne de date ou un pôle",
    overlappingParts: "deux de ses parties se chevauchent",
    holeOutside: "un trou sort de sa partie",
    noLine: "aucune ligne",
    notInExtract: "ses points ne sont pas dans l’extrait",
    noArea: "pas de surface",
    tooLarge: "trop de coins",
  },
};
