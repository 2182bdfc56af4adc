import type { Readable } from "node:stream";
import { AppError } from "@cml/domain/kernel";
import { openBytes } from "./gunzip";
import { readText } from "./text-encoding";

/** A feature as it stood in the file; what its geometry is worth is for the domain to say. */
export type FileFeature = { row: number; properties: Record<string, unknown>; geometry: unknown };

const mostCharacters = 256 * 1024 * 1024;

/**
 * Reads a FeatureCollection, one Feature, or one feature on each line (newline-delimited, with or without RFC 8142's record separator),
 * gzip or plain. Throws AppError INVALID `import.notGeoJson` with the line at fault.
 */
export const readGeoJson = async (source: Readable): Promise<FileFeature[]> => {
  const bytes = openBytes(source);
  let text = "";
  for await (const chunk of readText(bytes.stream).chunks) {
    text += chunk;
    if (text.length > mostCharacters) throw new AppError("INVALID", "import.tooLarge");
  }
  if (text.trim() === "") throw new AppError("INVALID", "import.emptyFile");
  const whole = tryParse(text.replace(/^\uFEFF/, ""));
  const values = whole === undefined ? parseLines(text) : featuresIn(whole);
  return values.map((value, index) => toFeature(value, index + 1));
};

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const parseLines = (text: string): unknown[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const bare = line.replace(/^[\u001e\uFEFF]/, "").trim();
    if (bare === "") return [];
    const value = tryParse(bare);
    if (value === undefined) throw new AppError("INVALID", "import.notGeoJson", { line: index + 1 });
    return featuresIn(value);
  });

const featuresIn = (value: unknown): unknown[] => {
  if (!isObject(value)) throw new AppError("INVALID", "import.notGeoJson", { line: 1 });
  if (value["type"] !== "FeatureCollection") return [value];
  if (!Array.isArray(value["features"])) throw new AppError("INVALID", "import.notGeoJson", { line: 1 });
  return value["features"];
};

const toFeature = (value: unknown, row: number): FileFeature => {
  if (!isObject(value)) throw new AppError("INVALID", "import.notGeoJson", { line: row });
  if (value["type"] !== "Feature") return { row, properties: {}, geometry: value };
  const id = value["id"];
  const properties = isObject(value["properties"]) ? value["properties"] : {};
  return {
    row,
    properties: id === undefined || id === null ? properties : { "@id": id, ...properties },
    geometry: value["geometry"] ?? null,
  };
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
