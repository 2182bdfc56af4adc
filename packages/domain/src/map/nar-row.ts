import type { LatLng } from "../kernel/geo";
import { parsePostalCode } from "../kernel/postal-code-text";
import { tidyUnit } from "./address-text";
import type { DoorRow, RowResult, UnplacedRow } from "./import-row";
import { isInCanada } from "./point-reading";
import { fromLambert } from "./lambert";
import type { NarAddressColumns, NarLocationColumns } from "./nar-columns";
import type { NarStreet } from "./nar-street";
import { foldWords } from "./street-words";

/** A building of a location file. */
export type NarLocation = {
  locGuid: string;
  latitude: number | null;
  longitude: number | null;
  /** The point is the middle of its block face, some fifty metres off and shared with its neighbours. */
  isBlockFace: boolean;
  federalDistrict: string | null;
};

/** A point of the building stands at or beside it; that of the block face only on its street. */
const buildingConfidence = 95;
const blockFaceConfidence = 55;

type Cells = readonly string[];

/** Null for a row without an identity. */
export const readNarLocation = (cells: Cells, columns: NarLocationColumns): NarLocation | null => {
  const locGuid = guid(cells[columns.locGuid]);
  if (locGuid === null) return null;
  const own = degrees(cells[columns.latitude], cells[columns.longitude]);
  const point = own ?? degrees(cells[columns.faceLatitude], cells[columns.faceLongitude]);
  const district = (cells[columns.districtEn] ?? "").trim();
  return {
    locGuid,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    isBlockFace: own === null && point !== null,
    federalDistrict: district === "" ? null : district,
  };
};

export type NarRow = { cells: Cells; columns: NarAddressColumns; street: NarStreet; location: NarLocation | null };

/** One address as a door; its point is the building's, in degrees or in metres, else that of its block face. */
export const readNarAddress = ({ cells, columns, street, location }: NarRow): RowResult => {
  const cell = (index: number): string => (cells[index] ?? "").trim();
  if (cells.some((text) => text.length > 500)) return { reason: "badRow", detail: "" };
  const addrGuid = guid(cells[columns.addrGuid]);
  if (addrGuid === null) return { reason: "badRow", detail: cell(columns.addrGuid) };
  const address = addressOf(cell, columns, street);
  if (address === null) return { reason: "noAddress", detail: addrGuid };
  const use = Number(cell(columns.use));
  const point = pointOf(cells, columns, location);
  // One object for either outcome: a row is made a million times.
  const door: DoorRow = {
    address: address.address,
    civicNumber: address.civicNumber,
    civicSuffix: address.civicSuffix,
    searchKey: address.searchKey,
    streetName: street.streetName,
    streetType: street.streetType,
    streetDirection: street.streetDirection,
    municipality: street.municipality,
    municipalityFr: street.municipalityFr,
    censusSubdivision: street.censusSubdivision,
    province: street.province,
    postalCode: parsePostalCode(cell(columns.postalCode)),
    unitNumber: tidyUnit(cell(columns.unit)),
    externalId: null,
    addrGuid,
    locGuid: guid(cells[columns.locGuid]),
    buildingUse: use >= 1 && use <= 4 ? use : null,
    federalDistrict: location?.federalDistrict ?? null,
    latitude: point?.latitude ?? 0,
    longitude: point?.longitude ?? 0,
    geocodeConfidence: point === null ? null : point.isBlockFace ? blockFaceConfidence : buildingConfidence,
    geocodeProvider: point === null ? null : "LOCAL",
  };
  if (point === null) return { reason: "noPoint", detail: address.address, unplaced: unplacedOf(door) };
  if (!isInCanada(point)) return { reason: "outsideCanada", detail: `${point.latitude}, ${point.longitude}`, unplaced: unplacedOf(door) };
  return { door };
};

const unplacedOf = ({ latitude: _latitude, longitude: _longitude, ...rest }: DoorRow): UnplacedRow => ({
  ...rest,
  geocodeConfidence: null,
  geocodeProvider: null,
});

type Cell = (index: number) => string;
type Line = { address: string; civicNumber: number | null; civicSuffix: string | null; searchKey: string };

const addressOf = (cell: Cell, columns: NarAddressColumns, street: NarStreet): Line | null => {
  const numberText = cell(columns.number);
  const civicNumber = /^\d{1,9}$/.test(numberText) ? Number(numberText) : null;
  const suffixText = cell(columns.suffix);
  const civicSuffix = suffixText === "" ? null : suffixText.toUpperCase();
  if (street.streetName === "") {
    const line = [numberText, cell(columns.delivery) || surveyOf(cell, columns)].filter((part) => part !== "").join(" ");
    return line === ""
      ? null
      : { address: line, civicNumber, civicSuffix, searchKey: `|${foldWords(line).toLowerCase()}${street.searchTail}` };
  }
  // "5A" but "1 1/2".
  const joint = /^\d/.test(suffixText) ? " " : "";
  const number = civicSuffix === null ? numberText : `${numberText}${joint}${civicSuffix}`;
  const key = `${civicNumber ?? ""}${civicSuffix === null ? "" : foldWords(civicSuffix).toLowerCase()}`;
  return {
    address: number === "" ? street.line : `${number} ${street.line}`,
    civicNumber,
    civicSuffix,
    searchKey: `${key}${street.searchTail}`,
  };
};

/** A place of the Dominion Land Survey, as the Prairies write it: `NE 12-53-24-W4`. */
const surveyOf = (cell: Cell, { lsd, quarter, section, township, range, meridian }: NarAddressColumns): string => {
  const [where, grid] = [cell(quarter) || cell(lsd), [section, township, range].map(cell)];
  return grid.some((part) => part === "") ? "" : `${where} ${grid.join("-")}-W${cell(meridian)}`.trim();
};

const pointOf = (cells: Cells, columns: NarAddressColumns, location: NarLocation | null): (LatLng & { isBlockFace: boolean }) | null => {
  const stored =
    location === null || location.latitude === null || location.longitude === null
      ? null
      : { latitude: location.latitude, longitude: location.longitude };
  if (stored !== null && location?.isBlockFace === false) return { ...stored, isBlockFace: false };
  const building = metres(cells[columns.x], cells[columns.y]);
  if (building !== null) return { ...building, isBlockFace: false };
  const face = stored ?? metres(cells[columns.faceX], cells[columns.faceY]);
  return face === null ? null : { ...face, isBlockFace: true };
};

const degrees = (latitudeText = "", longitudeText = ""): LatLng | null => {
  if (latitudeText === "" || longitudeText === "") return null;
  const latitude = Number(latitudeText);
  const longitude = Number(longitudeText);
  return Number.isFinite(latitude) && Number.isFinite(longitude) && (latitude !== 0 || longitude !== 0)
    ? rounded({ latitude, longitude })
    : null;
};

const metres = (xText = "", yText = ""): LatLng | null => {
  if (xText === "" || yText === "") return null;
  const [x, y] = [Number(xText), Number(yText)];
  return Number.isFinite(x) && Number.isFinite(y) && x !== 0 && y !== 0 ? rounded(fromLambert(x, y)) : null;
};

const rounded = ({ latitude, longitude }: LatLng): LatLng => ({
  latitude: Math.round(latitude * 1e8) / 1e8,
  longitude: Math.round(longitude * 1e8) / 1e8,
});

const guid = (text = ""): string | null => {
  const bare = text.trim();
  return bare.length === 0 || bare.length > 64 ? null : bare.toLowerCase();
};
