import type { PublicShift } from "@cml/domain/map";
import type { ShiftView } from "../features/shifts/model";

/** A shift of the API as the pages show it. */
export const shiftOf = (shift: PublicShift): ShiftView => ({
  id: shift.id,
  title: shift.title,
  description: shift.description ?? "",
  date: shift.date,
  startTime: shift.startTime,
  endTime: shift.endTime,
  location: shift.location ?? "",
  area: shift.cutName ?? "",
  kind: shift.kind,
  placesLeft: shift.placesLeft,
  place: shift.place,
  hasBegun: shift.startsAt <= new Date(),
  contact: { name: shift.contactName ?? "", phone: shift.contactPhone ?? "", email: shift.contactEmail ?? "" },
});
