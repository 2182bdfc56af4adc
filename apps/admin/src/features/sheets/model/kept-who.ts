import type { SheetToType } from "@cml/domain/canvass";

type Who = { userId: string; name: string; day: string };
const keyOf = (sheetId: string): string => `cml.sheet-who.${sheetId}`;

/** Who walked a sheet and when, as it was chosen in this window; asked again in another. */
export const readWho = ({ id, firstDay, today }: Pick<SheetToType, "id" | "firstDay" | "today">): Who | null => {
  const [userId, day, ...name] = (sessionStorage.getItem(keyOf(id)) ?? "").split(" ");
  if (userId === undefined || day === undefined || userId === "" || day < firstDay || day > today) return null;
  return { userId, day, name: name.join(" ") };
};

export const keepWho = (sheetId: string, { userId, day, name }: Who): void =>
  sessionStorage.setItem(keyOf(sheetId), `${userId} ${day} ${name}`);

export const forgetWho = (sheetId: string): void => sessionStorage.removeItem(keyOf(sheetId));
