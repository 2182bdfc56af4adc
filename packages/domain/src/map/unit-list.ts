/** How many doors one line of units may add. */
export const mostUnitsAtOnce = 1_000;

export type UnitListProblem = "nothing" | "badRange" | "tooMany" | "badName";
export type UnitList = { units: string[] } | { problem: UnitListProblem; text: string };

/**
 * Reads `101–112, PH1`, `A to F`, `PH1-PH4`, `201, 203, 205`: ranges count up in their last digits or their single letter, spelled as
 * wide as they were written. Each unit once, in the order written.
 */
export const readUnitList = (text: string): UnitList => {
  const units = new Set<string>();
  for (const piece of text.split(/[,;\n]/)) {
    const bare = piece.replace(/^\s*#/, "").replace(/\s+/g, " ").trim().toUpperCase();
    if (bare === "") continue;
    const named = rangeOf(bare);
    if (named === "badRange" || named === "tooMany") return { problem: named, text: piece.trim() };
    for (const unit of named) {
      if (!/^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,19}$/u.test(unit)) return { problem: "badName", text: unit };
      units.add(unit);
    }
    if (units.size > mostUnitsAtOnce) return { problem: "tooMany", text: piece.trim() };
  }
  return units.size === 0 ? { problem: "nothing", text: "" } : { units: [...units] };
};

const rangeOf = (text: string): string[] | "badRange" | "tooMany" => {
  const ends = /^(\S+?)\s*(?:–|—|\.\.|-|\bTO\b|\bÀ(?=\s)|\bAU\b)\s*(\S+)$/u.exec(text);
  if (ends === null) return [text];
  const [, from = "", to = ""] = ends;
  if (/^[A-Z]$/.test(from) && /^[A-Z]$/.test(to)) return letters(from, to);
  const low = /^(\D*)(\d{1,6})$/.exec(from);
  const high = /^(\D*)(\d{1,6})$/.exec(to);
  if (low === null || high === null) return "badRange";
  const [, prefix = "", first = ""] = low;
  // "PH1–4" means PH1–PH4; "A1–B4" means nothing.
  if (high[1] !== "" && high[1] !== prefix) return "badRange";
  const start = Number(first);
  const end = Number(high[2]);
  if (end < start) return "badRange";
  if (end - start >= mostUnitsAtOnce) return "tooMany";
  return Array.from({ length: end - start + 1 }, (_, index) => `${prefix}${String(start + index).padStart(first.length, "0")}`);
};

const letters = (from: string, to: string): string[] | "badRange" => {
  const [start, end] = [from.charCodeAt(0), to.charCodeAt(0)];
  return end < start ? "badRange" : Array.from({ length: end - start + 1 }, (_, index) => String.fromCharCode(start + index));
};

/** Floors in the order people walk them: from the ground up, then the penthouses, then what carries no floor. */
export type Floor = { kind: "number"; number: number } | { kind: "ground" } | { kind: "penthouse" } | { kind: "other" };

/**
 * Which floor a unit is on by its name: 101 → 1, 1204 → 12, B2 and G1 → ground, PH1 → penthouse. A number below 100 says nothing: a
 * house may have flats 1 to 40.
 */
export const floorOf = (unitNumber: string | null): Floor => {
  const name = (unitNumber ?? "").toUpperCase().replace(/\s/g, "");
  if (/^(?:PH|PENTHOUSE|TPH|LPH|UPH)/.test(name)) return { kind: "penthouse" };
  if (/^(?:G|GR|GROUND|RDC|RC|B|BSMT|BASEMENT|LOWER|SS)\d*$/.test(name)) return { kind: "ground" };
  const digits = /^[A-Z]?-?(\d{3,5})[A-Z]?$/.exec(name)?.[1];
  return digits === undefined ? { kind: "other" } : { kind: "number", number: Number(digits.slice(0, -2)) };
};

export type FloorGroup<T> = { floor: Floor; units: T[] };

const rankOf = (floor: Floor): number =>
  floor.kind === "ground" ? 0 : floor.kind === "number" ? floor.number : floor.kind === "penthouse" ? 1_000 : 2_000;

const names = new Intl.Collator("en", { numeric: true });

/** Along a floor: 2 before 10, A before B. */
export const byUnitName = (a: { unitNumber: string | null }, b: { unitNumber: string | null }): number =>
  names.compare(a.unitNumber ?? "", b.unitNumber ?? "");

/** Units under their floors, both in walking order. */
export const groupByFloor = <T extends { unitNumber: string | null }>(units: readonly T[]): FloorGroup<T>[] => {
  const groups = new Map<number, FloorGroup<T>>();
  for (const unit of [...units].sort(byUnitName)) {
    const floor = floorOf(unit.unitNumber);
    const group = groups.get(rankOf(floor));
    if (group === undefined) groups.set(rankOf(floor), { floor, units: [unit] });
    else group.units.push(unit);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
};
