import type { RawClient } from "@cml/db";
import {
  type BuildingValues, type ChangedField, copyHistory, forgetMarks, type HistoryLine, holdBuildings, holdCutShapes, holdImports,
  holdUnits, listAsKept, listCutShapes, pageChangedFields, putBackUnits,
  refreshDoorStatistics, updateBuildings,
} from "@cml/db/map"; // prettier-ignore
import { cutFinder, type DoorField, isBuildingField } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { manyDoors } from "./run-rows";
import { moveBuildings } from "./place-in-cuts";
import type { UndoStep } from "./undo-step";
import { undoMark } from "./undo-mark";

/** Fields the import changed get their old values where nobody changed them since; the others are listed. */
export const undoFields: UndoStep = async (deps, client, { run, undo, take }) => {
  if (undo.after === null && undo.total > manyDoors) await refreshDoorStatistics(client);
  await holdImports(client);
  await holdCutShapes(client);
  const lines = await pageChangedFields(client, { importId: run.id, after: undo.after, take });
  const last = lines.at(-1);
  if (last === undefined) return { ...undo, after: null };
  const mark = undoMark(deps, { run, undo });
  const locationIds = [...new Set(lines.map(({ locationId }) => locationId))];
  const buildings = new Map((await holdBuildings(client, locationIds)).map((building) => [building.locationId, building]));
  const units = new Map((await holdUnits(client, lines.flatMap(({ addressId }) => addressId ?? []))).map((unit) => [unit.addressId, unit])); // prettier-ignore
  const fields = new Map<string, Set<DoorField>>();
  const back: ChangedField[] = [];
  const left: ChangedField[] = [];
  for (const line of lines) {
    const target: Values | undefined = isBuildingField(line.field) ? buildings.get(line.locationId) : units.get(line.addressId ?? "");
    if (target === undefined) continue;
    if (String(target[line.field] ?? "") !== line.newValue) {
      left.push(line);
      continue;
    }
    Object.assign(target, { [line.field]: valueOf(line) });
    back.push(line);
    fields.set(line.locationId, (fields.get(line.locationId) ?? new Set()).add(line.field));
  }
  const restored = [...buildings.values()].flatMap((after) => {
    const set = fields.get(after.locationId);
    return set === undefined ? [] : [{ after, fields: set }];
  });
  await updateBuildings(client, restored, mark);
  await putBackUnits(client, [...units.values()]);
  await forgetMarks(client, run.id, locationIds);
  await moveBack(deps, client, restored);
  await copyHistory(client, mark, back.map(undoneLine));
  await listAsKept(client, left.map(({ locationId }) => ({ locationId, reason: "edited" })), { importId: run.id, newId: deps.newId }); // prettier-ignore
  return { ...undo, after: last.id, restored: undo.restored + back.length };
};

type Values = Partial<Record<DoorField, string | number | null>>;

const numbers: readonly DoorField[] = ["latitude", "longitude", "civicNumber", "buildingUse", "geocodeConfidence"];

const valueOf = ({ field, oldValue }: ChangedField): string | number | null =>
  oldValue !== null && numbers.includes(field) ? Number(oldValue) : oldValue;

const undoneLine = ({ locationId, field, oldValue, newValue, addressId }: ChangedField): HistoryLine => ({
  locationId,
  field,
  oldValue: newValue,
  newValue: oldValue,
  metadata: { row: 0, ...(addressId === null ? {} : { addressId }) },
});

type Restored = readonly { after: BuildingValues; fields: ReadonlySet<DoorField> }[];

const moveBack = async (deps: Deps, client: RawClient, restored: Restored): Promise<void> => {
  const moved = restored.filter(({ fields }) => fields.has("latitude") || fields.has("longitude")).map(({ after }) => after);
  if (moved.length === 0) return;
  await moveBuildings(client, cutFinder(await listCutShapes(deps.db)), new Map(moved.map((building) => [building.locationId, building])));
};
