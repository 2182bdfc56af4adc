import { idSchema } from "@cml/domain/kernel";
import { trayReasons, trayStates } from "@cml/domain/map";
import { oneOf, textOf } from "../../../shell/usePageSearch";

/** The page's address, read: which rows of the tray. */
export const readTraySearch = (raw: Record<string, unknown>) => ({
  state: oneOf(trayStates, raw["state"]) ?? "waiting",
  file: idSchema.safeParse(raw["file"]).success ? textOf(raw["file"]) : "",
  reason: oneOf(trayReasons, raw["reason"]),
  q: textOf(raw["q"]),
});
export type TraySearch = ReturnType<typeof readTraySearch>;
