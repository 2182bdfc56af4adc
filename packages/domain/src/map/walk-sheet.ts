import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import type { VisitOutcome } from "./enums";

export const paperSizes = ["A4", "LETTER"] as const;

export const printSheetInput = z.object({ assignmentId: idSchema, paper: z.enum(paperSizes), locale: localeSchema });
export type PrintSheetInput = z.infer<typeof printSheetInput>;

export const printedSheetSchema = z.object({ id: idSchema, code: z.string(), doors: z.int() });
export type PrintedSheet = z.infer<typeof printedSheetSchema>;

export type WalkSheetRow = PrintSheetInput & PrintedSheet & { addressIds: string[]; createdAt: Date };

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
 * Units in the order in which a building is walked: from the top floor down, and along each floor. Where numbers tell no floor, by number;
 * a door without a number comes first.
 */
export const byFloor = <T extends { unitNumber: string | null }>(units: readonly T[]): T[] =>
  [...units].sort((a, b) => floorOf(b.unitNumber) - floorOf(a.unitNumber) || alongFloor.compare(a.unitNumber ?? "", b.unitNumber ?? ""));

const alongFloor = new Intl.Collator("en", { numeric: true });

/** 1204 is on the twelfth floor, PH above all; a unit of two digits or a letter tells no floor. */
const floorOf = (unitNumber: string | null): number => {
  if (unitNumber === null) return Infinity;
  if (/^PH/i.test(unitNumber)) return 1_000;
  const digits = /^\D{0,2}(\d{3,4})\D?$/.exec(unitNumber)?.[1];
  return digits === undefined ? 0 : Number(digits.slice(0, -2));
};
