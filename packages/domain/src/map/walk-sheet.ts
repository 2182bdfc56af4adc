import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import type { VisitOutcome } from "./enums";
import { byUnitName, groupByFloor } from "./unit-list";

export const paperSizes = ["A4", "LETTER"] as const;

const paperInput = z.object({ paper: z.enum(paperSizes), locale: localeSchema });

/** The sheet of a turf that is planned or in people's hands. */
export const printSheetInput = paperInput.extend({ assignmentId: idSchema });
export type PrintSheetInput = z.infer<typeof printSheetInput>;

/** The sheet of a turf no shift walks: the doors its filter leaves in now. */
export const printTurfSheetInput = paperInput.extend({ cutId: idSchema });
export type PrintTurfSheetInput = z.infer<typeof printTurfSheetInput>;

/** More than anybody carries: a ward is cut into turfs first. */
export const mostDoorsOfSheet = 1_000;

export const printedSheetSchema = z.object({ id: idSchema, code: z.string(), doors: z.int() });
export type PrintedSheet = z.infer<typeof printedSheetSchema>;

export type WalkSheetRow = z.infer<typeof paperInput> &
  PrintedSheet & { assignmentId: string | null; cutId: string; cutName: string; addressIds: string[]; createdAt: Date };

// Crockford's base 32: nothing in it is mistaken for another sign, by eye or ear.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight signs for 40 bits, as they are printed: `K7QM-2XWD`. */
export const sheetCode = (bytes: Uint8Array): string => {
  if (bytes.length !== 5) throw new Error(`a code is made of 5 bytes, not ${bytes.length}`);
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let place = 0; place < 8; place += 1) {
    code = (alphabet[Number(bits & 31n)] ?? "") + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};

/** The code in what somebody typed or scanned: case, blanks and look-alikes do not matter; null when it is none. */
export const readSheetCode = (typed: string): string | null => {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return new RegExp(`^[${alphabet}]{8}$`).test(bare) ? `${bare.slice(0, 4)}-${bare.slice(4)}` : null;
};

/** The order of the keys on a sheet and of its entry: first what happens most. */
export const sheetOutcomes = [
  "NOT_HOME", "SPOKE_WITH", "REFUSED", "COME_BACK_LATER", "LEFT_LITERATURE", "MOVED", "ALREADY_VOTED", "WRONG_ADDRESS", "INACCESSIBLE", "OTHER",
] as const satisfies readonly VisitOutcome[]; // prettier-ignore

/**
 * Units in the order in which a building is walked: a door without a number first, then from the top floor down and along each floor,
 * then those whose names tell no floor. Where none tells a floor (flats A to D), by name.
 */
export const byFloor = <T extends { unitNumber: string | null }>(units: readonly T[]): T[] => {
  const named = units.filter(({ unitNumber }) => unitNumber !== null);
  const bare = units.filter(({ unitNumber }) => unitNumber === null);
  const floors = groupByFloor(named);
  if (!floors.some(({ floor }) => floor.kind === "number" || floor.kind === "penthouse")) return [...bare, ...named.sort(byUnitName)];
  const told = floors.filter(({ floor }) => floor.kind !== "other").reverse();
  const untold = floors.filter(({ floor }) => floor.kind === "other");
  return [...bare, ...[...told, ...untold].flatMap((group) => group.units)];
};
