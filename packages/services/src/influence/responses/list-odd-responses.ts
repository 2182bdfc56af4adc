import { listOddResponses as listRows } from "@cml/db/influence";
import { type ListOddResponsesInput, type OddResponse, ownerFilter } from "@cml/domain/influence";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** What moderators look at when upvotes look odd: of all campaigns for their administrators, of one's own for others. */
export const listOddResponses = (deps: Deps, actor: Actor, input: ListOddResponsesInput): Promise<Page<OddResponse>> =>
  listRows(deps.db, { ...input, ownerId: ownerFilter(actor) });
