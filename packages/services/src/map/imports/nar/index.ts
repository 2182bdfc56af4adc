export { createNarImport, narImportFromPaths, narImportFromRemote } from "./create-nar-import";
export { inspectNar } from "./inspect-nar";
export { listNarDatasets } from "./list-nar-datasets";
export { listNarDistricts } from "./list-nar-districts";
export { listNarPlaces } from "./list-nar-places";
export { purgeRegisters } from "./forget-register";
