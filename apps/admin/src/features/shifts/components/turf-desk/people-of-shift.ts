import type { ShiftDetail } from "@cml/domain/map";

/** Those of a shift who may take a turf: they have an account and did not leave. */
export const peopleOfShift = (shift: Pick<ShiftDetail, "signups">): { value: string; label: string }[] => {
  const coming = shift.signups.filter(({ status }) => status === "CONFIRMED" || status === "ATTENDED");
  const named = new Map(coming.flatMap(({ userId, userName }) => (userId === null ? [] : [[userId, userName] as const])));
  return [...named].map(([value, label]) => ({ value, label }));
};
