export { checkIn, markBack, undoCheckIn } from "./check-in";
export { checkInByCode } from "./check-in-code";
export { closeShift, reopenShift } from "./close-shift";
export * from "./day-turfs";
export { readShiftDay } from "./read-day";
export { addWalkUp } from "./walk-up";
