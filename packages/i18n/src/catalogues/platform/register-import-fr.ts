export const registerImportFr = {
  description:
    "Importer le Registre national des adresses (Statistique Canada) : le zip tel que téléchargé, un dossier de ses fichiers ou des fichiers un à un.",
  paths: "le zip, un dossier, ou des fichiers d’adresses et d’emplacements",
  province: "seulement cette province (ON); peut être répété",
  municipality: "seulement cette ville, par son nom postal ou de recensement, dans l’une ou l’autre langue; peut être répété",
  postalCode: "seulement ce code postal ou ceux qui commencent ainsi (N4K); peut être répété",
  district: "seulement cette circonscription fédérale, par son nom dans l’une ou l’autre langue ou son numéro; peut être répété",
  cut: "seulement ce qui se trouve dans le secteur qui porte cet identifiant",
  residential: "seulement les habitations et les bâtiments habités en partie; ceux dont l’usage est inconnu sont laissés de côté",
  compare: "seulement compter ce qui serait nouveau, modifié, identique ou rejeté; ne rien changer",
  remote:
    "aller chercher les parties nécessaires chez Statistique Canada (ou à l’adresse des réglages de la carte) au lieu de nommer des fichiers",
  pathsOrRemote: "Nommez des fichiers ou dites --remote, pas les deux.",
  badFilter:
    "Un des filtres est illisible : une province a deux lettres, un code postal au plus sept caractères, l’identifiant d’un secteur est un UUID.",
};
