import { AppError } from "../kernel/app-error";

const addressColumns = {
  locGuid: ["LOC_GUID"], addrGuid: ["ADDR_GUID"], unit: ["APT_NO_LABEL"], number: ["CIVIC_NO"], suffix: ["CIVIC_NO_SUFFIX"],
  streetName: ["OFFICIAL_STREET_NAME"], streetType: ["OFFICIAL_STREET_TYPE"], streetDirection: ["OFFICIAL_STREET_DIR"],
  provinceCode: ["PROV_CODE"], csdEn: ["CSD_ENG_NAME"], csdFr: ["CSD_FRE_NAME"],
  mailName: ["MAIL_STREET_NAME"], mailType: ["MAIL_STREET_TYPE"], mailDirection: ["MAIL_STREET_DIR", "MAIL_STEET_DIR"],
  mailTown: ["MAIL_MUN_NAME"], mailProvince: ["MAIL_PROV_ABVN"], postalCode: ["MAIL_POSTAL_CODE"],
  lsd: ["BG_DLS_LSD"], quarter: ["BG_DLS_QTR"], section: ["BG_DLS_SCTN"], township: ["BG_DLS_TWNSHP"], range: ["BG_DLS_RNG"], meridian: ["BG_DLS_MRD"],
  x: ["BG_X"], y: ["BG_Y"], faceX: ["BF_REPPOINT_X"], faceY: ["BF_REPPOINT_Y"], delivery: ["BU_N_CIVIC_ADD"], use: ["BU_USE"],
} as const; // prettier-ignore

const locationColumns = {
  locGuid: ["LOC_GUID"],
  districtCode: ["FED_CODE", "FED_2021_CODE", "FED_2016_CODE"],
  districtEn: ["FED_ENG_NAME", "FED_2021_ENG_NAME", "FED_2016_ENG_NAME"],
  districtFr: ["FED_FRE_NAME", "FED_2021_FRE_NAME", "FED_2016_FRE_NAME"],
  latitude: ["BG_LATITUDE", "REPPOINT_LATITUDE"],
  longitude: ["BG_LONGITUDE", "REPPOINT_LONGITUDE"],
  faceLatitude: ["BF_REPPOINT_LATITUDE"],
  faceLongitude: ["BF_REPPOINT_LONGITUDE"],
} as const;

/** Where each column stands in a file; -1 for one its release does not have. */
export type NarColumns<C extends string> = Readonly<Record<C, number>>;
export type NarAddressColumns = NarColumns<keyof typeof addressColumns>;
export type NarLocationColumns = NarColumns<keyof typeof locationColumns>;

/** Columns by name, whatever the release's order and spelling. Throws AppError INVALID `import.notRegisterFile` that names what is missing. */
export const narAddressColumns = (header: readonly string[], name: string): NarAddressColumns =>
  find(addressColumns, header, { name, needed: ["LOC_GUID", "ADDR_GUID", "OFFICIAL_STREET_NAME", "PROV_CODE", "MAIL_MUN_NAME"] });

export const narLocationColumns = (header: readonly string[], name: string): NarLocationColumns =>
  find(locationColumns, header, { name, needed: ["LOC_GUID"] });

type Wanted = { name: string; needed: readonly string[] };

const find = <C extends string>(spellings: Record<C, readonly string[]>, header: readonly string[], { name, needed }: Wanted) => {
  const places = new Map(header.map((column, index) => [column.trim().toUpperCase(), index]));
  const missing = needed.find((column) => !places.has(column));
  if (missing !== undefined) throw new AppError("INVALID", "import.notRegisterFile", { name, column: missing });
  const place = (names: readonly string[]): number => names.map((column) => places.get(column) ?? -1).find((index) => index >= 0) ?? -1;
  const entries = (Object.keys(spellings) as C[]).map((column) => [column, place(spellings[column])] as const);
  return Object.fromEntries(entries) as Record<C, number>;
};
