/** The National Address Register: what its files and the wizard say. */
export const registerErrorsEn = {
  zipCut: "This archive is cut off or is no zip file. Download it again.",
  zipTooMany: "The archive holds {{count}} files; at most {{most}} are read.",
  zipEntryOutside: "The archive holds “{{name}}”, which leads outside of it. It is not read.",
  zipEncrypted: "“{{name}}” in the archive is locked with a password. Unpack it first.",
  zipMethod: "“{{name}}” in the archive is packed in a way that cannot be read. Pack it again as an ordinary zip.",
  zipBomb: "“{{name}}” in the archive would unpack to far more than any register holds. It is not read.",
  zipEntryBroken: "“{{name}}” in the archive is damaged or cut off. Download the archive again.",
  registerBreaks: "“{{name}}” breaks off or is damaged, near row {{row}}. Download the register again.",
  noRegister: "There are no address files of the register here (Address_35.csv, Location_35.csv).",
  notRegisterFile: "“{{name}}” is not an address or location file of the register: the column {{column}} is missing.",
  noSuchProvince: "There are no addresses of {{province}} in these files.",
  cutGone: "The turf that was chosen no longer exists.",
  remoteBroke:
    "The line to the register’s server broke and did not come back within a minute. What came in until then stays, and the import can go on once the line is back.",
  noFolderFile: "“{{name}}” is not in the import folder of the server.",
  folderFileChanged: "“{{name}}” was changed while it was being taken. Choose it again.",
  folderFileBroke: "“{{name}}” could not be taken from the import folder. Try again: it goes on where it stopped.",
  notHere: "The register lies elsewhere; its towns are known once its files are here.",
  noRange: "The server of the register does not hand out parts of its file. Download the whole file and import it from here.",
  remoteChanged: "The file of the register has been replaced since the import began. Start a new import.",
  unknownDistrict: "“{{name}}” is not a federal riding.",
};

export const registerEn = {
  creditPlain:
    "Adapted from Statistics Canada, National Address Register. This does not constitute an endorsement by Statistics Canada of this product.",
  credit:
    "Adapted from Statistics Canada, National Address Register, {{release}}. This does not constitute an endorsement by Statistics Canada of this product.",
};
