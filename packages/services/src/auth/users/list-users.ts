import { listUsers as listRows } from "@cml/db/auth";
import type { ListUsersInput, User } from "@cml/domain/auth";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const listUsers = (deps: Deps, _actor: Actor, input: ListUsersInput): Promise<Page<User>> => listRows(deps.db, input);
