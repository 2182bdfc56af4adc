export const registerImportEn = {
  description: "Import the National Address Register (Statistics Canada): the zip as downloaded, a folder of its files, or single files.",
  paths: "the zip, a folder, or address and location files",
  province: "only this province (ON); may be given again",
  municipality: "only this town, by its mail or census name in either language; may be given again",
  postalCode: "only this postal code or all that begin so (N4K); may be given again",
  district: "only this federal riding, by its name in either language or its number; may be given again",
  cut: "only what lies in the turf with this id",
  residential: "only homes, and buildings that are partly homes; buildings of unknown use are left out",
  compare: "only count what would be new, changed, the same or rejected; change nothing",
  remote: "fetch the parts that are needed from Statistics Canada (or the address in the map settings) instead of naming files",
  pathsOrRemote: "Name the files, or say --remote; not both.",
  badFilter: "One of the filters cannot be read: provinces have two letters, postal codes at most seven characters, a turf’s id is a UUID.",
};
