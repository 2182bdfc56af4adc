import type { Locale } from "@cml/domain/kernel";
import { v7 as newId } from "uuid";
import type { DayAct } from "../../../offline/day-acts";
import { usePhone } from "../../../shell/PhoneContext";
import type { RosterPerson } from "../model/day-people";

type Person = Pick<RosterPerson, "signupId" | "name">;
export type NewWalkUp = { name: string; phone: string | null; locale: Locale };

/** What the captain notes of people: safe on this phone at once, sent when there is signal. */
export const useNotes = (shiftId: string) => {
  const phone = usePhone();
  const note = (name: string, act: DayAct): void => void phone.record({ kind: "day", id: newId(), name, act });
  return {
    checkIn: ({ signupId, name }: Person) => note(name, { verb: "checkIn", input: { shiftId, signupId, at: new Date() } }),
    undoCheckIn: ({ signupId, name }: Person) => note(name, { verb: "undoCheckIn", input: { shiftId, signupId } }),
    markBack: ({ signupId, name }: Person, back: boolean) =>
      note(name, { verb: "markBack", input: { shiftId, signupId, back, at: new Date() } }),
    addWalkUp: ({ name, phone: number, locale }: NewWalkUp) =>
      note(name, { verb: "walkUp", input: { shiftId, id: newId(), name, phone: number, locale, at: new Date() } }),
  };
};
export type Notes = ReturnType<typeof useNotes>;
