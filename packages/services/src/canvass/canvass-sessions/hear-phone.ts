import { noteUnsent } from "@cml/db/canvass";
import type { HearPhoneInput } from "@cml/domain/canvass";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { walkerOf } from "../walker";

/** A phone says how many records it still holds, so that its captain knows before the shift is closed. Throws NOT_FOUND for another's walk. */
export const hearPhone = async (deps: Deps, actor: Actor, { id, unsent }: HearPhoneInput): Promise<void> => {
  const { userId } = walkerOf(actor);
  if (!(await noteUnsent(deps.db, id, { userId, unsent, at: deps.clock.now() })))
    throw new AppError("NOT_FOUND", "canvass.sessionNotFound");
};
