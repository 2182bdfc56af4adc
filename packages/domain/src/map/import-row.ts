import { z } from "zod";
import type { LatLng } from "../kernel/geo";
import { parsePostalCode } from "../kernel/postal-code-text";
import { type AddressParts, parseAddressText, parseStreetLine, searchKeyOf, tidyUnit } from "./address-text";
import type { GeocodeProvider } from "./enums";
import type { ColumnMapping, ImportField } from "./import-columns";
import { coordinateOf, isInCanada, type PointReading, pointRead } from "./point-reading";
import { provinceOf } from "./street-words";

/** Why a row of a file was not taken. */
export const rejectReasons = [
  "noAddress", "noPoint", "badPoint", "outsideCanada", "swappedPoint", "badRow", "duplicateInFile", "idOfAnotherDoor",
  "noPerson", "noDoor", "erased", "noName", "notPolygon", "badPosition", "openRing", "tooFewPoints", "crossing", "noArea", "tooLarge",
  "noLine", "notInExtract", "dateLine", "overlappingParts", "holeOutside", "skipped",
] as const; // prettier-ignore
export type RejectReason = (typeof rejectReasons)[number];
export const rejectReasonSchema = z.enum(rejectReasons);

/** One row as it would land: a building's point and address, and one unit of it. */
export type DoorRow = Omit<AddressParts, "unitNumber"> & {
  unitNumber: string | null;
  latitude: number;
  longitude: number;
  searchKey: string;
  externalId: string | null;
  addrGuid: string | null;
  locGuid: string | null;
  buildingUse: number | null;
  federalDistrict: string | null;
  censusSubdivision: string | null;
  /** The town's name in French, where it has one. */
  municipalityFr: string | null;
  /** How sure the point is, 0–100; null when the file says nothing about it. */
  geocodeConfidence: number | null;
  geocodeProvider: GeocodeProvider | null;
};

/** A row without a point: it waits in the "not on the map" tray. */
export type UnplacedRow = Omit<DoorRow, "latitude" | "longitude">;

export type RowResult = { door: DoorRow } | { reason: RejectReason; detail: string; unplaced?: UnplacedRow };

export type CsvRecord = Readonly<Record<string, string>>;

/** Reads one record by the mapping; blank cells are null. Points are kept as WGS84 degrees, to the database's eight decimals. */
export const readDoorRow = (record: CsvRecord, mapping: ColumnMapping, points: PointReading = "degrees"): RowResult => {
  const cell = (field: ImportField): string | null => {
    const column = mapping[field];
    const text = column === undefined ? "" : (record[column] ?? "").replaceAll("\u0000", "").trim();
    return text === "" ? null : text;
  };
  const long = Object.values(mapping).find((column) => (record[column] ?? "").length > maxCellLength);
  if (long !== undefined) return { reason: "badRow", detail: long };
  const parts = readAddress(cell);
  if (parts === null) return { reason: "noAddress", detail: cell("address") ?? cell("streetName") ?? "" };
  const buildingUse = Number(cell("buildingUse") ?? "");
  const unplaced: UnplacedRow = {
    ...parts,
    searchKey: searchKeyOf(parts),
    externalId: cell("externalId"),
    addrGuid: cell("addrGuid"),
    locGuid: cell("locGuid"),
    buildingUse: [1, 2, 3, 4].includes(buildingUse) ? buildingUse : null,
    federalDistrict: cell("federalDistrict"),
    censusSubdivision: cell("censusSubdivision"),
    municipalityFr: null,
    geocodeConfidence: null,
    geocodeProvider: null,
  };
  const point = readPoint(cell, points);
  if (!("reason" in point)) return { door: { ...unplaced, ...point } };
  return point.reason === "noPoint" ? { ...point, unplaced } : point;
};

const maxCellLength = 500;

type Cells = (field: ImportField) => string | null;

const readAddress = (cell: Cells): AddressParts | null => {
  const parsed = parseAddressText(cell("address") ?? streetLineOf(cell) ?? "");
  if (parsed === null) return null;
  const unit = cell("unitNumber");
  const named = cell("streetName") === null ? {} : partsFromColumns(cell);
  return {
    ...parsed,
    ...named,
    unitNumber: unit === null ? parsed.unitNumber : tidyUnit(unit),
    municipality: cell("municipality") ?? parsed.municipality,
    province: provinceOf(cell("province") ?? "") ?? cell("province") ?? parsed.province,
    postalCode: parsePostalCode(cell("postalCode") ?? "") ?? parsed.postalCode,
  };
};

const streetLineOf = (cell: Cells): string | null => {
  const words = [
    `${cell("civicNumber") ?? ""}${cell("civicSuffix") ?? ""}`,
    cell("streetName"),
    cell("streetType"),
    cell("streetDirection"),
  ];
  return cell("streetName") === null ? null : words.filter((word) => word !== null && word !== "").join(" ");
};

const partsFromColumns = (cell: Cells): Partial<AddressParts> => {
  const number = Number(cell("civicNumber") ?? "");
  const streetName = cell("streetName") ?? "";
  // A "street" column often holds the whole street, type and direction included.
  const whole = cell("streetType") === null ? (parseStreetLine(streetName)?.parts ?? null) : null;
  return {
    ...(Number.isInteger(number) && number > 0 ? { civicNumber: number } : {}),
    ...(cell("civicSuffix") === null ? {} : { civicSuffix: cell("civicSuffix") }),
    streetName: whole?.streetName ?? streetName,
    streetType: whole?.streetType ?? cell("streetType"),
    streetDirection: whole?.streetDirection ?? cell("streetDirection"),
  };
};

const readPoint = (cell: Cells, reading: PointReading): LatLng | { reason: RejectReason; detail: string } => {
  const latitudeText = cell("latitude");
  const longitudeText = cell("longitude");
  if (latitudeText === null || longitudeText === null) return { reason: "noPoint", detail: "" };
  const detail = `${latitudeText}, ${longitudeText}`;
  const given = { latitude: coordinateOf(latitudeText), longitude: coordinateOf(longitudeText) };
  if (given.latitude === null || given.longitude === null || (given.latitude === 0 && given.longitude === 0))
    return { reason: "badPoint", detail };
  const point = pointRead({ latitude: given.latitude, longitude: given.longitude }, reading);
  const { latitude, longitude } = point;
  if (isInCanada(point)) return point;
  if (isInCanada({ latitude: longitude, longitude: latitude })) return { reason: "swappedPoint", detail };
  return { reason: Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? "badPoint" : "outsideCanada", detail };
};
