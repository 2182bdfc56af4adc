import { metresOf } from "./buildings.mjs";

/**
 * How each release writes its columns.
 * @typedef {{ encoding: "utf8" | "latin1", bom: boolean, address: string[], location: string[], hasBlockFace: boolean }} Vintage
 */

const identity = ["LOC_GUID", "ADDR_GUID"];
const civic = ["APT_NO_LABEL", "CIVIC_NO", "CIVIC_NO_SUFFIX"];
const place = ["OFFICIAL_STREET_NAME", "OFFICIAL_STREET_TYPE", "OFFICIAL_STREET_DIR", "PROV_CODE", "CSD_ENG_NAME", "CSD_FRE_NAME", "CSD_TYPE_ENG_CODE", "CSD_TYPE_FRE_CODE"]; // prettier-ignore
const mail = (direction) => ["MAIL_STREET_NAME", "MAIL_STREET_TYPE", direction, "MAIL_MUN_NAME"];
const code = ["MAIL_PROV_ABVN", "MAIL_POSTAL_CODE"];
const survey = ["BG_DLS_LSD", "BG_DLS_QTR", "BG_DLS_SCTN", "BG_DLS_TWNSHP", "BG_DLS_RNG", "BG_DLS_MRD"];
const metres = ["BG_X", "BG_Y"];
const use = ["BU_N_CIVIC_ADD", "BU_USE"];
const districts = (year) => [
  `FED${year}_CODE`,
  `FED${year}_ENG_NAME`,
  `FED${year}_FRE_NAME`,
  `ER${year}_CODE`,
  `ER${year}_ENG_NAME`,
  `ER${year}_FRE_NAME`,
];
const location = (year, ...point) => ["LOC_GUID", "CSD_CODE", ...districts(year), ...point];
const older = ["REPPOINT_LATITUDE", "REPPOINT_LONGITUDE"];
const utf8 = { encoding: "utf8", bom: true };
const latin1 = { encoding: "latin1", bom: false };

/** @type {Record<string, Vintage>} */
export const vintages = {
  202606: {
    ...utf8, hasBlockFace: true,
    address: [...identity, ...civic, ...place, ...mail("MAIL_STREET_DIR"), ...code, ...survey, ...metres, "BF_REPPOINT_X", "BF_REPPOINT_Y", ...use],
    location: location("", "BG_LATITUDE", "BG_LONGITUDE", "BF_REPPOINT_LATITUDE", "BF_REPPOINT_LONGITUDE"),
  },
  202507: {
    ...utf8, hasBlockFace: false,
    address: [...identity, ...civic, ...place, ...mail("MAIL_STREET_DIR"), ...code, ...survey, ...metres, ...use],
    location: location("", "BG_LATITUDE", "BG_LONGITUDE"),
  },
  202412: {
    ...utf8, hasBlockFace: false,
    address: [...identity, ...civic, ...place, ...mail("MAIL_STREET_DIR"), ...code, ...survey, ...metres, ...use],
    location: location("", ...older),
  },
  2023: {
    ...latin1, hasBlockFace: false,
    address: [...identity, ...civic, ...place, ...mail("MAIL_STEET_DIR"), ...code, ...survey, ...metres, ...use],
    location: location("_2021", ...older),
  },
  2022: {
    ...latin1, hasBlockFace: false,
    address: [...identity, "CIVIC_NO", "CIVIC_NO_SUFFIX", "APT_NO_LABEL", ...place, ...mail("MAIL_STREET_DIR"), "MAIL_POSTAL_CODE", "MAIL_PROV_ABVN", ...survey, ...metres, ...use],
    location: location("_2016", ...older),
  },
}; // prettier-ignore

const degrees = (value) => (value === undefined ? "" : value.toFixed(6));
const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

/**
 * Lines of one building in a release's own columns.
 * @param {Vintage} vintage
 * @param {import("./cities.mjs").City} city
 */
export const writerOf = (vintage, city) => {
  // What latin-1 cannot write, the old files wrote as a plain dash.
  const text = (value) => cell(vintage.encoding === "latin1" ? value.replaceAll("—", "-") : value);
  return (/** @type {import("./buildings.mjs").Building} */ building) => {
    const { point, blockFace, street, district, dls } = building;
    // Releases before the block face column put every building somewhere, or nowhere.
    const at = point ?? (vintage.hasBlockFace ? null : blockFace);
    const shownDegrees = building.hasDegrees || !building.hasMetres ? at : null;
    const inMetres = at !== null && building.hasMetres ? metresOf(at) : { x: "", y: "" };
    const face = vintage.hasBlockFace && blockFace !== null ? { ...blockFace, ...metresOf(blockFace) } : null;
    const known = {
      LOC_GUID: building.locGuid, CIVIC_NO: String(building.number), CIVIC_NO_SUFFIX: building.suffix,
      OFFICIAL_STREET_NAME: text(street.name), OFFICIAL_STREET_TYPE: street.type, OFFICIAL_STREET_DIR: street.direction,
      PROV_CODE: city.provinceCode, CSD_ENG_NAME: city.csdEn, CSD_FRE_NAME: city.csdFr, CSD_TYPE_ENG_CODE: city.csdType, CSD_TYPE_FRE_CODE: city.csdType,
      MAIL_STREET_NAME: building.hasMail ? text(plain(street.name)) : "", MAIL_STREET_TYPE: building.hasMail ? street.type : "",
      MAIL_STREET_DIR: building.hasMail ? street.direction : "", MAIL_STEET_DIR: building.hasMail ? street.direction : "",
      MAIL_MUN_NAME: plain(street.town.mail), MAIL_PROV_ABVN: city.province, MAIL_POSTAL_CODE: building.postalCode,
      BG_DLS_LSD: dls[0], BG_DLS_QTR: dls[1], BG_DLS_SCTN: dls[2], BG_DLS_TWNSHP: dls[3], BG_DLS_RNG: dls[4], BG_DLS_MRD: dls[5],
      BG_X: inMetres.x, BG_Y: inMetres.y, BF_REPPOINT_X: face?.x ?? "", BF_REPPOINT_Y: face?.y ?? "",
    }; // prettier-ignore
    const addresses = building.units.map(({ addrGuid, label, use: itsUse, delivery }) => {
      const own = { ADDR_GUID: addrGuid, APT_NO_LABEL: label, BU_N_CIVIC_ADD: delivery, BU_USE: String(itsUse) };
      return `${vintage.address.map((column) => own[column] ?? known[column]).join(",")}\n`;
    });
    const values = [
      building.locGuid, city.csdCode, district.code, text(district.en), text(district.fr), ...city.region.map(text),
      degrees(shownDegrees?.latitude), degrees(shownDegrees?.longitude),
      ...(vintage.hasBlockFace ? [degrees(face?.latitude), degrees(face?.longitude)] : []),
    ]; // prettier-ignore
    return { addresses, location: `${values.join(",")}\n` };
  };
};
