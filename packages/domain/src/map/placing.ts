import { z } from "zod";

/** What a person's decision about somebody of a list may change. */
export const placedPersonFields = [
  "addressId", "isPrimary", "firstName", "lastName", "phone", "email", "language", "supportLevel", "supportDeclined", "leanCode", "doNotContact",
  "doNotContactAt", "notes", "source", "externalId",
] as const; // prettier-ignore
export const placedDoorFields = [
  "firstName", "lastName", "phone", "email", "supportLevel", "supportDeclined", "leanCode", "doNotContact", "notes", "sign",
] as const; // prettier-ignore

export type PlacedRow = { id: string } & Record<string, unknown>;
/** Doors and the people who live at them. */
export type PlacedRows = { doors: PlacedRow[]; people: PlacedRow[] };

const rowChangeSchema = z.object({
  id: z.string(),
  isNew: z.boolean(),
  fields: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** One decision, so that exactly it can be taken back. */
export const placingSchema = z.object({
  /** Where the person was put. */
  addressId: z.string(),
  locationId: z.string(),
  people: z.array(rowChangeSchema),
  doors: z.array(rowChangeSchema),
  /** The person of the list among `people`; others are those whom the door only named until then. */
  residentId: z.string(),
  /** A door, or a whole building, set up for the decision. */
  isNewUnit: z.boolean(),
  isNewBuilding: z.boolean(),
  /** Lines the import's own undo would read. */
  changeIds: z.array(z.string()),
});
export type Placing = z.infer<typeof placingSchema>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What differs, row by row, and all of what is new; rows that went are not a decision's doing. */
export const changesBetween = (before: readonly PlacedRow[], after: readonly PlacedRow[]): RowChange[] => {
  const old = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((row) => {
    const was = old.get(row.id);
    const fields = Object.keys(row).filter((field) => field !== "id" && (was === undefined || !same(was[field], row[field])));
    if (was !== undefined && fields.length === 0) return [];
    const changes = fields.map((field) => [field, { from: was?.[field] ?? null, to: row[field] ?? null }]);
    return [{ id: row.id, isNew: was === undefined, fields: Object.fromEntries(changes) as RowChange["fields"] }];
  });
};

/** Whether everything still stands as the decision left it. Who comes first at a door changes with its other people. */
export const isAsPlaced = ({ people, doors }: Pick<Placing, "people" | "doors">, now: PlacedRows): boolean => {
  const stands = (changes: readonly RowChange[], rows: readonly PlacedRow[]) =>
    changes.every(({ id, fields }) => {
      const row = rows.find((one) => one.id === id);
      return row !== undefined && Object.entries(fields).every(([field, { to }]) => field === "isPrimary" || same(row[field], to));
    });
  return stands(people, now.people) && stands(doors, now.doors);
};
