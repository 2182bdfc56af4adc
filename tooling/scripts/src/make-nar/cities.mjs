// Towns the register is made up for. Real names, numbers of ridings and first letters of postal codes; invented streets.

/**
 * @typedef {{ mail: string, french: number, area: string }} Town `french`: share of French street names; `area`: first two signs of its postal codes
 * @typedef {{ code: string, en: string, fr: string }} District
 * @typedef {{ province: string, provinceCode: string, csdCode: string, csdEn: string, csdFr: string, csdType: string, latitude: number, longitude: number,
 *   tilt: number, quadrants: boolean, numbered: number, dls: boolean, region: readonly [string, string, string], towns: readonly Town[], districts: readonly District[] }} City
 */

/** @type {Record<string, City>} */
export const cities = {
  ottawa: {
    province: "ON", provinceCode: "35", csdCode: "3506008", csdEn: "Ottawa", csdFr: "Ottawa", csdType: "C",
    latitude: 45.4215, longitude: -75.6972, tilt: 32, quadrants: false, numbered: 0.02, dls: false, region: ["3510", "Ottawa", "Ottawa"],
    towns: [
      { mail: "OTTAWA", french: 0.1, area: "K1" }, { mail: "VANIER", french: 0.6, area: "K1" }, { mail: "ORLÉANS", french: 0.45, area: "K4" },
      { mail: "GLOUCESTER", french: 0.2, area: "K1" }, { mail: "NEPEAN", french: 0.03, area: "K2" }, { mail: "KANATA", french: 0.03, area: "K2" },
    ],
    districts: [
      { code: "35079", en: "Ottawa Centre", fr: "Ottawa-Centre" }, { code: "35081", en: "Ottawa—Vanier—Gloucester", fr: "Ottawa—Vanier—Gloucester" },
      { code: "35077", en: "Orléans", fr: "Orléans" }, { code: "35080", en: "Ottawa South", fr: "Ottawa-Sud" },
      { code: "35067", en: "Nepean", fr: "Nepean" }, { code: "35043", en: "Kanata", fr: "Kanata" },
    ],
  },
  gatineau: {
    province: "QC", provinceCode: "24", csdCode: "2481017", csdEn: "Gatineau", csdFr: "Gatineau", csdType: "V",
    latitude: 45.4765, longitude: -75.7013, tilt: 20, quadrants: false, numbered: 0.02, dls: false, region: ["2470", "Outaouais", "Outaouais"],
    towns: [{ mail: "GATINEAU", french: 0.97, area: "J8" }, { mail: "HULL", french: 0.97, area: "J8" }, { mail: "AYLMER", french: 0.8, area: "J9" }],
    districts: [{ code: "24025", en: "Gatineau", fr: "Gatineau" }, { code: "24028", en: "Hull—Aylmer", fr: "Hull—Aylmer" }],
  },
  sudbury: {
    province: "ON", provinceCode: "35", csdCode: "3553005", csdEn: "Greater Sudbury", csdFr: "Grand Sudbury", csdType: "CV",
    latitude: 46.4917, longitude: -80.993, tilt: 5, quadrants: false, numbered: 0.05, dls: false, region: ["3590", "Northeast", "Nord-est"],
    towns: [
      { mail: "SUDBURY", french: 0.2, area: "P3" }, { mail: "HANMER", french: 0.4, area: "P3" }, { mail: "VAL CARON", french: 0.4, area: "P3" },
      { mail: "LIVELY", french: 0.05, area: "P3" },
    ],
    districts: [{ code: "35103", en: "Sudbury", fr: "Sudbury" }, { code: "35104", en: "Sudbury East—Manitoulin—Nickel Belt", fr: "Sudbury-Est—Manitoulin—Nickel Belt" }],
  },
  edmonton: {
    province: "AB", provinceCode: "48", csdCode: "4811061", csdEn: "Edmonton", csdFr: "Edmonton", csdType: "CY",
    latitude: 53.5461, longitude: -113.4938, tilt: 0, quadrants: true, numbered: 0.65, dls: true, region: ["4850", "Edmonton", "Edmonton"],
    towns: [{ mail: "EDMONTON", french: 0.01, area: "T5" }, { mail: "EDMONTON", french: 0.01, area: "T6" }, { mail: "SHERWOOD PARK", french: 0, area: "T8" }],
    districts: [
      { code: "48015", en: "Edmonton Centre", fr: "Edmonton-Centre" }, { code: "48017", en: "Edmonton Griesbach", fr: "Edmonton Griesbach" },
      { code: "48019", en: "Edmonton Northwest", fr: "Edmonton-Nord-Ouest" }, { code: "48022", en: "Edmonton Strathcona", fr: "Edmonton Strathcona" },
    ],
  },
  vancouver: {
    province: "BC", provinceCode: "59", csdCode: "5915022", csdEn: "Vancouver", csdFr: "Vancouver", csdType: "CY",
    latitude: 49.2827, longitude: -123.1207, tilt: 0, quadrants: false, numbered: 0.3, dls: false,
    region: ["5920", "Lower Mainland--Southwest", "Lower Mainland--Sud-ouest"],
    towns: [{ mail: "VANCOUVER", french: 0.01, area: "V5" }, { mail: "VANCOUVER", french: 0.01, area: "V6" }, { mail: "BURNABY", french: 0.01, area: "V5" }],
    districts: [
      { code: "59035", en: "Vancouver Centre", fr: "Vancouver-Centre" }, { code: "59036", en: "Vancouver East", fr: "Vancouver-Est" },
      { code: "59039", en: "Vancouver Kingsway", fr: "Vancouver Kingsway" }, { code: "59040", en: "Vancouver Quadra", fr: "Vancouver Quadra" },
    ],
  },
}; // prettier-ignore
