import type { NewHistory } from "@cml/db/map";
import { type LocationHistoryAction, personalFields } from "@cml/domain/map";

type Value = string | number | boolean | Date | null | undefined;
type About = {
  newId: () => string;
  locationId: string;
  action?: LocationHistoryAction;
  /** Before the field's name: `unit.`, `resident.`. */
  of?: string;
  metadata?: Record<string, string | number>;
};

/** One line for each field that becomes another; of what is a person's only that it changed. */
export const historyOf = <K extends string>(
  before: Readonly<Partial<Record<K, Value>>>,
  change: Readonly<Partial<Record<K, Value>>>,
  { newId, locationId, action = "UPDATED", of = "", metadata }: About,
): NewHistory[] =>
  (Object.keys(change) as K[])
    .filter((field) => change[field] !== undefined && textOf(change[field]) !== textOf(before[field]))
    .map((field) => ({
      id: newId(),
      locationId,
      action,
      field: `${of}${field}`,
      oldValue: personalFields.has(field) ? null : textOf(before[field]),
      newValue: personalFields.has(field) ? null : textOf(change[field]),
      ...(metadata === undefined ? {} : { metadata }),
    }));

const textOf = (value: Value): string | null => {
  if (value === null || value === undefined || value === "") return null;
  return value instanceof Date ? value.toISOString() : String(value);
};

/** What is given and differs from what stands. */
export const changedOnly = <T extends object>(before: object, given: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(given).filter(([field, value]) => value !== undefined && (before as Record<string, unknown>)[field] !== value),
  ) as Partial<T>;
