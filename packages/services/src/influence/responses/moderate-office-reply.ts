import type { ModeratedResponse, ModerateOfficeReplyInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { tellLater } from "./decide-response";
import { moderate } from "./moderate";

/** Shows or refuses the one public reply of an office to a response about it; a refused one is told to the office a minute later, with the reason. */
export const moderateOfficeReply = (
  deps: Deps,
  actor: Actor,
  { id, decision, reason }: ModerateOfficeReplyInput,
): Promise<ModeratedResponse> =>
  moderate(deps, actor, {
    id,
    action: "response.office-reply",
    step: (_db, { officeReply, officeReplyStatus }) => {
      if (officeReply === null || officeReplyStatus === decision) throw new AppError("CONFLICT", "response.decidedAlready");
      return { kind: `OFFICE_REPLY_${decision}`, changes: { officeReplyStatus: decision }, note: reason?.trim() ?? null };
    },
    also: (db, { changeId }) => tellLater(deps, db, { responseId: id, changeId }),
  });
