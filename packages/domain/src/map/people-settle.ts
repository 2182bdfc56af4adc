import type { FieldRule } from "./field-rules";
import { personKey, type PersonRow, type PersonValues } from "./people-row";

/** What stands on the door too: its primary person's. */
export type DoorPerson = Omit<PersonValues, "language">;

export type KnownDoorPerson = {
  addressId: string;
  locationId: string;
  unitNumber: string | null;
  isVisited: boolean;
  sign: boolean;
  person: DoorPerson;
  /** What somebody changed by hand. */
  edited: ReadonlySet<FieldRule>;
};

export type KnownPerson = {
  id: string;
  addressId: string;
  isPrimary: boolean;
  /** Written down by hand: whatever it holds is somebody's word. */
  isHandMade: boolean;
  source: string | null;
  externalId: string | null;
  edited: ReadonlySet<FieldRule>;
  values: PersonValues;
};

/** A row whose door is sure. */
export type PlacedPerson = { row: number; person: PersonRow; addressId: string };

export type PersonSnapshot = { person: Partial<PersonValues>; door: Partial<DoorPerson> & { sign?: boolean } };
export type PersonChange = {
  row: number;
  residentId: string;
  addressId: string;
  locationId: string;
  before: PersonSnapshot;
  after: PersonSnapshot;
};

export type SettledPeople = {
  /** Also people a door only named until now, who are written down as its first (`isFound`). */
  added: (KnownPerson & { isFound: boolean; row: number })[];
  /** Also of added people, for what they left on the door. */
  changes: PersonChange[];
  outcomes: { row: number; kind: "created" | "changed" | "same"; residentId: string }[];
  kept: number;
};

const groups = {
  names: ["firstName", "lastName"],
  phone: ["phone"],
  email: ["email"],
  language: ["language"],
  support: ["supportLevel", "supportDeclined", "leanCode"],
  doNotContact: ["doNotContact"],
  notes: ["notes"],
} as const satisfies Partial<Record<FieldRule, readonly (keyof PersonValues)[]>>;
type Rule = keyof typeof groups;
const rules = Object.keys(groups) as Rule[];
const recordedAtTheDoor: ReadonlySet<Rule> = new Set<Rule>(["support", "notes"]);

type Settings = { source: string; overwrite: readonly FieldRule[]; newId: () => string };
type Known = { people: readonly KnownPerson[]; doors: readonly KnownDoorPerson[] };

/**
 * Decides what rows with a sure door come to. A person is known by the list's id, else by name at that door. What canvassers recorded or
 * staff edited stays unless its rule is ticked; a blank never empties anything, and no list takes a "do not contact" back.
 */
export const settlePeople = (rows: readonly PlacedPerson[], known: Known, { source, overwrite, newId }: Settings): SettledPeople => {
  const doors = new Map(known.doors.map((door) => [door.addressId, { ...door, person: { ...door.person } }]));
  const people = known.people.map((person) => ({ ...person, values: { ...person.values } }));
  const at = new Map<string, KnownPerson[]>();
  for (const person of people) at.set(person.addressId, [...(at.get(person.addressId) ?? []), person]);
  const result: SettledPeople = { added: [], changes: [], outcomes: [], kept: 0 };

  const add = (given: KnownPerson & { isFound: boolean; row: number }): KnownPerson => {
    result.added.push(given);
    at.set(given.addressId, [...(at.get(given.addressId) ?? []), given]);
    people.push(given);
    return given;
  };

  for (const { row, person: given, addressId } of rows) {
    const door = doors.get(addressId);
    if (door === undefined) continue;
    if ((at.get(addressId) ?? []).length === 0 && isNamed(door.person)) add({ ...foundAt(door, newId()), row });
    const stands =
      people.find((one) => given.externalId !== null && one.source === source && one.externalId === given.externalId) ??
      at.get(addressId)?.find((one) => isSamePerson(one, given, source));
    const isNew = stands === undefined;
    const one = stands ?? add({ ...blankPerson(given, { id: newId(), addressId, source }), isPrimary: (at.get(addressId) ?? []).length === 0, isFound: false, row }); // prettier-ignore
    const before: PersonSnapshot = { person: {}, door: {} };
    const after: PersonSnapshot = { person: {}, door: {} };
    for (const rule of rules) {
      const fields = groups[rule];
      const now = currentOf(one, door, fields);
      if (isBlank(given, fields) || isEqual(rule, now, given)) {
        // A new primary person is who the door's own answers are of.
        if (isNew && one.isPrimary) Object.assign(one.values, now);
        continue;
      }
      if (!isBlank(now, fields) && isProtected(rule, one, door) && !overwrite.includes(rule)) {
        result.kept += 1;
        if (isNew) Object.assign(one.values, now);
        continue;
      }
      for (const field of fields) {
        const value = given[field];
        if (one.values[field] !== value) write(before.person, after.person, { field, from: one.values[field], to: value });
        Object.assign(one.values, { [field]: value });
        if (!one.isPrimary || field === "language" || door.person[field] === value) continue;
        write(before.door, after.door, { field, from: door.person[field], to: value });
        Object.assign(door.person, { [field]: value });
      }
    }
    if (given.sign && !door.sign) {
      write(before.door, after.door, { field: "sign", from: false, to: true });
      door.sign = true;
    }
    const learned = one.externalId === null && given.externalId !== null;
    if (learned) Object.assign(one, { source, externalId: given.externalId });
    const isChanged = Object.keys(after.door).length > 0 || Object.keys(after.person).length > 0;
    if (isChanged) {
      const { addressId: livesAt } = one;
      result.changes.push({ row, residentId: one.id, addressId: livesAt, locationId: door.locationId, before, after });
    }
    result.outcomes.push({ row, kind: isNew ? "created" : isChanged ? "changed" : "same", residentId: one.id });
  }
  return result;
};

const write = (before: object, after: object, { field, from, to }: { field: string; from: unknown; to: unknown }): void => {
  Object.assign(before, { [field]: from });
  Object.assign(after, { [field]: to });
};

const isNamed = ({ firstName, lastName, email, phone }: DoorPerson): boolean =>
  [firstName, lastName, email, phone].some((value) => value !== null);

const foundAt = (door: KnownDoorPerson, id: string): KnownPerson & { isFound: boolean } => ({
  id,
  addressId: door.addressId,
  isPrimary: true,
  isHandMade: true,
  isFound: true,
  source: null,
  externalId: null,
  edited: new Set(),
  values: { ...door.person, language: null },
});

const blankPerson = (
  { externalId }: PersonRow,
  { id, addressId, source }: { id: string; addressId: string; source: string },
): Omit<KnownPerson, "isPrimary"> => ({
  id,
  addressId,
  isHandMade: false,
  source,
  externalId,
  edited: new Set(),
  values: {
    firstName: null, lastName: null, phone: null, email: null, language: null, supportLevel: null, supportDeclined: false, leanCode: null,
    doNotContact: false, notes: null,
  },
}); // prettier-ignore

/** By name; whoever has none is known by e-mail or phone. Somebody the same list knows under another id is somebody else. */
const isSamePerson = (one: KnownPerson, given: PersonRow, source: string): boolean => {
  if (one.source === source && one.externalId !== null && given.externalId !== null) return false;
  const key = personKey(given);
  if (key !== "|") return personKey(one.values) === key;
  return (
    (given.email !== null && one.values.email === given.email) || (given.phone !== null && digits(one.values.phone) === digits(given.phone))
  );
};

const digits = (text: string | null): string => (text ?? "").replace(/\D/g, "");

type Fields = readonly (keyof PersonValues)[];

/** What stands: the person's, or what the door says of its primary person. */
const currentOf = (one: KnownPerson, door: KnownDoorPerson, fields: Fields): Partial<PersonValues> => {
  const pick = (from: Partial<PersonValues>) =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? null])) as Partial<PersonValues>;
  const own = pick(one.values);
  return one.isPrimary && isBlank(own, fields) && fields[0] !== "language" ? pick(door.person) : own;
};

const isBlank = (values: Partial<PersonValues>, fields: Fields): boolean =>
  fields.every((field) => values[field] === null || values[field] === undefined || values[field] === false);

const isEqual = (rule: Rule, now: Partial<PersonValues>, given: PersonValues): boolean => {
  if (rule === "phone") return digits(now.phone ?? null) === digits(given.phone);
  if (rule === "names") return (["firstName", "lastName"] as const).every((field) => given[field] === null || now[field] === given[field]);
  return groups[rule].every((field) => (now[field] ?? null) === given[field] || (now[field] === undefined && given[field] === false));
};

const isProtected = (rule: Rule, one: KnownPerson, door: KnownDoorPerson): boolean =>
  one.isHandMade || one.edited.has(rule) || (one.isPrimary && (door.edited.has(rule) || (door.isVisited && recordedAtTheDoor.has(rule))));
