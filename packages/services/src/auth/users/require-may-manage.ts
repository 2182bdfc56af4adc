import { type Holder, mayManage } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";

/** Throws FORBIDDEN when the account may do more than whoever wants to make or change it. The system may make any. */
export const requireMayManage = (actor: Actor, account: Holder): void => {
  if (actor.kind === "system") return;
  if (actor.kind !== "user" || !mayManage(actor, account)) throw new AppError("FORBIDDEN", "auth.aboveOwnRole");
};
