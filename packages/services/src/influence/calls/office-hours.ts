import { transaction } from "@cml/db";
import {
  deleteOfficeHours,
  findDefaultOfficeWeek,
  listOfficeHours,
  listPeopleByName,
  saveOfficeHours as saveRow,
  setDefaultOfficeWeek,
} from "@cml/db/influence";
import {
  type FindOfficesInput,
  type FoundOffices,
  type OfficeHoursList,
  ordinaryOfficeWeek,
  recipientKeyOf,
  type RemoveOfficeHoursInput,
  type SaveOfficeHoursInput,
  type SetDefaultOfficeHoursInput,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** The site's hours and every office that keeps others. */
export const getOfficeHours = async (deps: Deps, _actor: Actor): Promise<OfficeHoursList> => {
  const [week, offices] = await Promise.all([findDefaultOfficeWeek(deps.db), listOfficeHours(deps.db)]);
  return { week: week ?? ordinaryOfficeWeek, offices };
};

export const setDefaultOfficeHours = async (deps: Deps, actor: Actor, { week }: SetDefaultOfficeHoursInput): Promise<OfficeHoursList> => {
  await setDefaultOfficeWeek(deps.db, week);
  return getOfficeHours(deps, actor);
};

/** Hours of one office, known by its recipient key; saving it again replaces them. */
export const saveOfficeHours = async (deps: Deps, actor: Actor, input: SaveOfficeHoursInput): Promise<OfficeHoursList> => {
  await transaction(deps.db, (db) => saveRow(db, { id: deps.newId(), ...input }));
  return getOfficeHours(deps, actor);
};

export const removeOfficeHours = async (deps: Deps, actor: Actor, { id }: RemoveOfficeHoursInput): Promise<OfficeHoursList> => {
  if (!(await deleteOfficeHours(deps.db, id))) throw new AppError("NOT_FOUND", "call.officeNotFound");
  return getOfficeHours(deps, actor);
};

/** People whose office may get hours of its own, by name. */
export const findOffices = async (deps: Deps, _actor: Actor, { search }: FindOfficesInput): Promise<FoundOffices> => {
  const people = await listPeopleByName(deps.db, search);
  const found = people.map(({ name, level, districtName }) => ({
    recipientKey: recipientKeyOf({ level, name, districtName }),
    name,
    about: districtName,
  }));
  return found.filter(({ recipientKey }, at) => found.findIndex((other) => other.recipientKey === recipientKey) === at);
};
