import { listOddUpvotes as listRows } from "@cml/db/influence";
import type { OddUpvotes, OddUpvotesInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { skipIfUnfit } from "./decide-response";
import { ownedResponse } from "./owned-response";

/** Responses whose upvotes look odd: many from one address. They stay counted; what to make of it organisers decide. */
export const listOddUpvotes = async (deps: Deps, actor: Actor, { responseIds }: OddUpvotesInput): Promise<OddUpvotes> => {
  const odd = await listRows(deps.db, responseIds);
  const own = await Promise.all(odd.map((one) => ownedResponse(deps.db, actor, one.responseId).then(() => [one], skipIfUnfit)));
  return own.flatMap((one) => one ?? []);
};
