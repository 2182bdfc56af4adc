export { cancelShift, restoreShift } from "./cancel-shifts";
export * from "./edit-shifts";
export { actOnMySignup, changeMySignup, getMySignup } from "./my-signup";
export { getPlacesAdvice } from "./places-advice";
export { getPublicShift, getShift, listMyShifts, listPublicShifts, listShifts } from "./read-shifts";
export { messageShift, previewShiftMessage, withdrawShiftMessage } from "./shift-notices";
export { signUpForShift } from "./sign-up";
export * from "./sign-ups";
export { sweepShifts } from "./sweep-shifts";
