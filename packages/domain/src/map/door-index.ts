import { distanceM } from "../kernel/geo";
import type { FieldChange, KnownBuilding, KnownDoor } from "./known-door";
import { locationFields } from "./field-rules";
import type { DoorRow } from "./import-row";
import { searchKeyOf } from "./address-text";

/** Two rows that read the same and have no ids are one door when they stand within this distance. */
export const sameDoorWithinM = 30;

/** Ids of one source numbered anew, or two sources under one name, would move doors across town: beyond this it is not the same door. */
const sameIdWithinM = 2_000;

/** The doors and buildings a chunk of rows may be about: those of the database, and those its own rows set up. */
export class DoorIndex {
  readonly #byGuid = new Map<string, KnownDoor>();
  readonly #byExternalId = new Map<string, KnownDoor>();
  readonly #byKey = new Map<string, KnownDoor[]>();
  readonly #byBuilding = new Map<string, KnownDoor[]>();
  readonly #buildingsByKey = new Map<string, KnownBuilding[]>();
  readonly #buildingByGuid = new Map<string, KnownBuilding>();
  readonly #source: string;

  constructor({ doors, buildings }: { doors: readonly KnownDoor[]; buildings: readonly KnownBuilding[] }, source: string) {
    this.#source = source;
    for (const building of buildings) this.#addBuilding(building);
    for (const door of doors) this.add(door);
  }

  add(door: KnownDoor): void {
    if (door.addrGuid !== null) this.#byGuid.set(door.addrGuid, door);
    if (door.externalId !== null && door.source === this.#source) this.#byExternalId.set(door.externalId, door);
    push(this.#byKey, door.searchKey, door);
    push(this.#byBuilding, door.locationId, door);
    this.#addBuilding(door);
  }

  /** Takes what a row changed of its door, and of the building for all doors there. */
  update(door: KnownDoor, changes: readonly FieldChange[]): void {
    Object.assign(door, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
    const ofBuilding = Object.fromEntries(locationFields.map((field) => [field, door[field]]));
    for (const sibling of this.#byBuilding.get(door.locationId) ?? [door]) {
      const before = sibling.searchKey;
      Object.assign(sibling, ofBuilding);
      sibling.searchKey = searchKeyOf(sibling);
      if (sibling.searchKey === before) continue;
      this.#byKey.set(before, (this.#byKey.get(before) ?? []).filter((other) => other !== sibling)); // prettier-ignore
      push(this.#byKey, sibling.searchKey, sibling);
      this.#addBuilding(sibling);
    }
    if (door.addrGuid !== null) this.#byGuid.set(door.addrGuid, door);
    if (door.externalId !== null && door.source === this.#source) this.#byExternalId.set(door.externalId, door);
  }

  find(door: DoorRow, mark: number): KnownDoor | "idOfAnotherDoor" | null {
    const byGuid = door.addrGuid === null ? undefined : this.#byGuid.get(door.addrGuid);
    if (byGuid !== undefined) return byGuid;
    const byId = door.externalId === null ? undefined : this.#byExternalId.get(door.externalId);
    if (byId !== undefined) {
      const sameSpot = byId.searchKey === door.searchKey || distanceM(byId, door) <= sameIdWithinM;
      return sameSpot ? byId : "idOfAnotherDoor";
    }
    const near = (this.#byKey.get(door.searchKey) ?? []).filter(
      (other) => other.unitNumber === door.unitNumber && !idsDiffer(other, door, this.#source) && isNear(other, door),
    );
    return near.find((other) => other.mark === mark) ?? near[0] ?? null;
  }

  /** The building a new door belongs to; null when it needs one of its own. A row without a unit joins one by its register's key alone. */
  buildingOf(door: DoorRow): string | null {
    const registered = door.locGuid === null ? undefined : this.#buildingByGuid.get(door.locGuid);
    if (registered?.searchKey === door.searchKey) return registered.locationId;
    if (door.unitNumber === null) return null;
    const near = (this.#buildingsByKey.get(door.searchKey) ?? []).find(
      (building) => (building.locGuid === null || door.locGuid === null || building.locGuid === door.locGuid) && isNear(building, door),
    );
    return near?.locationId ?? null;
  }

  /** Whether another building already carries this key of the register: one may stand over two addresses. */
  isRegisteredElsewhere(locGuid: string, locationId: string | null): boolean {
    const registered = this.#buildingByGuid.get(locGuid);
    return registered !== undefined && registered.locationId !== locationId;
  }

  #addBuilding(building: KnownBuilding): void {
    if (building.locGuid !== null) this.#buildingByGuid.set(building.locGuid, building);
    const same = this.#buildingsByKey.get(building.searchKey);
    if (same === undefined) this.#buildingsByKey.set(building.searchKey, [building]);
    else if (!same.some(({ locationId }) => locationId === building.locationId)) same.push(building);
  }
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

type Point = { latitude: number; longitude: number };
const isNear = (a: Point, b: Point): boolean => distanceM(a, b) <= sameDoorWithinM;

const idsDiffer = (known: KnownDoor, door: DoorRow, source: string): boolean =>
  (known.addrGuid !== null && door.addrGuid !== null && known.addrGuid !== door.addrGuid) ||
  (known.source === source && known.externalId !== null && door.externalId !== null && known.externalId !== door.externalId);
