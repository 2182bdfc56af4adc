import {
  copyHistory,
  dropWaiting,
  holdImports,
  holdPeople,
  listAsKept,
  pagePersonChanges,
  type PutBack,
  putPeopleBack,
  removeImportedPeople,
} from "@cml/db/map";
import type { KnownDoorPerson, KnownPerson } from "@cml/domain/map";
import type { UndoStep } from "../undo-step";
import { undoMark } from "../undo-mark";

/** Fields a list changed get their old values where nobody changed them since; people who stay keep theirs. */
export const undoPersonFields: UndoStep = async (deps, client, { run, undo, take }) => {
  await holdImports(client);
  const lines = await pagePersonChanges(client, { importId: run.id, after: undo.after, take });
  const last = lines.at(-1);
  if (last === undefined) return { ...undo, after: null };
  const known = await holdPeople(client, {
    source: run.options.source,
    externalIds: [],
    addressIds: lines.map(({ addressId }) => addressId),
  });
  const people = new Map(known.people.map((one) => [one.id, one]));
  const doors = new Map(known.doors.map((one) => [one.addressId, one]));
  const left: string[] = [];
  const back = lines.flatMap((line): PutBack[] => {
    const person = people.get(line.residentId);
    const door = doors.get(line.addressId);
    if (person === undefined || door === undefined || (line.isOwn && line.stays !== null)) return [];
    const own = line.isOwn ? {} : oldOf(person.values, line.before.person, line.after.person);
    const theirs = oldOf(flat(door), line.before.door, line.after.door);
    if (!line.isOwn && Object.keys(own).length < Object.keys(line.after.person).length) left.push(line.locationId);
    apply(person, door, { own, theirs });
    return [{ residentId: line.residentId, addressId: line.addressId, person: own, door: theirs }];
  });
  await putPeopleBack(client, back, deps.clock.now());
  const history = lines.filter(({ isOwn }) => !isOwn).flatMap(({ locationId, addressId, after }) =>
    Object.keys(after.person).map((field) => ({ locationId, field: `resident.${field}`, oldValue: null, newValue: null, metadata: { row: 0, addressId } })),
  ); // prettier-ignore
  await copyHistory(client, undoMark(deps, { run, undo }), history);
  await listAsKept(client, left.map((locationId) => ({ locationId, reason: "edited" as const })), { importId: run.id, newId: deps.newId }); // prettier-ignore
  return { ...undo, after: last.id, restored: undo.restored + back.filter(({ person }) => Object.keys(person).length > 0).length };
};

/** People a list brought go, unless somebody met or edited them since; who waited for a door waits no longer. */
export const undoPeople: UndoStep = async (deps, client, { run, undo, take }) => {
  await holdImports(client);
  const { lastId, removed, kept } = await removeImportedPeople(client, { importId: run.id, after: undo.after, take, at: deps.clock.now() });
  await listAsKept(client, kept, { importId: run.id, newId: deps.newId });
  if (lastId === null) await dropWaiting(client, run.id);
  return { ...undo, after: lastId, removed: undo.removed + removed, kept: undo.kept + kept.length };
};

type Fields = Record<string, unknown>;

const flat = ({ person, sign }: KnownDoorPerson): Fields => ({ ...person, sign });

/** The old values of those fields that still hold what the list wrote. */
const oldOf = (now: object, before: object, after: object): Fields =>
  Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => ((now as Fields)[field] ?? null) === (value ?? null))
      .map(([field]) => [field, (before as Fields)[field] ?? null]),
  );

const apply = (person: KnownPerson, door: KnownDoorPerson, { own, theirs }: { own: Fields; theirs: Fields }): void => {
  Object.assign(person.values, own);
  const { sign = door.sign, ...fields } = theirs;
  Object.assign(door, { sign });
  Object.assign(door.person, fields);
};
