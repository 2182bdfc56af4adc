export const registerErrorsFr = {
  zipCut: "Cette archive est tronquée ou n’est pas un fichier zip. Téléchargez-la de nouveau.",
  zipTooMany: "L’archive contient {{count}} fichiers; on en lit au plus {{most}}.",
  zipEntryOutside: "L’archive contient « {{name}} », qui mène hors d’elle. Il n’est pas lu.",
  zipEncrypted: "« {{name}} » est protégé par un mot de passe dans l’archive. Décompressez-le d’abord.",
  zipMethod: "« {{name}} » est compressé d’une façon que l’on ne sait pas lire. Refaites une archive zip ordinaire.",
  zipBomb: "« {{name}} » donnerait, décompressé, bien plus que n’en contient aucun registre. Il n’est pas lu.",
  zipEntryBroken: "« {{name}} » est endommagé ou tronqué dans l’archive. Téléchargez l’archive de nouveau.",
  registerBreaks: "« {{name}} » est tronqué ou endommagé, vers la ligne {{row}}. Téléchargez de nouveau le registre.",
  noRegister: "Il n’y a ici aucun fichier d’adresses du registre (Address_35.csv, Location_35.csv).",
  notRegisterFile: "« {{name}} » n’est pas un fichier d’adresses ou d’emplacements du registre : la colonne {{column}} manque.",
  noSuchProvince: "Ces fichiers ne contiennent aucune adresse de cette province : {{province}}.",
  cutGone: "Le secteur choisi n’existe plus.",
  remoteBroke:
    "La liaison avec le serveur du registre s’est rompue et n’est pas revenue en une minute. Ce qui était déjà entré reste, et l’importation peut reprendre dès que la liaison revient.",
  noFolderFile: "« {{name}} » n’est pas dans le dossier d’importation du serveur.",
  folderFileChanged: "« {{name}} » a été modifié pendant la lecture. Choisissez-le de nouveau.",
  folderFileBroke: "« {{name}} » n’a pas pu être repris du dossier d’importation. Réessayez : la reprise se fait là où tout s’est arrêté.",
  notHere: "Le registre est ailleurs; ses villes seront connues quand ses fichiers seront ici.",
  noRange: "Le serveur du registre ne donne pas de parties de son fichier. Téléchargez le fichier entier et importez-le d’ici.",
  remoteChanged: "Le fichier du registre a été remplacé depuis le début de l’importation. Recommencez l’importation.",
  unknownDistrict: "« {{name}} » n’est pas une circonscription fédérale.",
};

export const registerFr = {
  creditPlain:
    "Adapté de Statistique Canada, Registre national des adresses. Cela ne constitue pas une approbation de ce produit par Statistique Canada.",
  credit:
    "Adapté de Statistique Canada, Registre national des adresses, {{release}}. Cela ne constitue pas une approbation de ce produit par Statistique Canada.",
};
