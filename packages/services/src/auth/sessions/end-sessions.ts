import type { Db } from "@cml/db";
import { deleteSessionsOf, lockCredentials, revokeTokensOf, updateUser } from "@cml/db/auth";
import type { UserActor } from "@cml/domain/kernel";

type Ending = { now: Date; except?: Pick<UserActor, "sessionId" | "familyId"> };

/** Ends every session and token family of an account, except the one the request came with when named. Call it in a transaction. */
export const endSessionsOf = async (db: Db, userId: string, { now, except }: Ending): Promise<void> => {
  await lockCredentials(db, userId);
  await deleteSessionsOf(db, userId, except?.sessionId ?? null);
  await revokeTokensOf(db, userId, { now, exceptFamilyId: except?.familyId });
  if (except?.familyId === undefined) await updateUser(db, userId, { tokensValidFrom: now });
};
