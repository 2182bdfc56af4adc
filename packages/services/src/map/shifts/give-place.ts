import type { Db } from "@cml/db";
import { findUserByEmail, insertUser, updateUser } from "@cml/db/auth";
import { forgetCalls, type SignupChanges, updateSignup } from "@cml/db/map";
import { sameName, type Shift, type ShiftSignup, tempAccountExpiry } from "@cml/domain/map";
import type { Deps } from "../../deps";
import type { ShiftSite } from "./shift-site";

type Given = { shift: Shift; signup: ShiftSignup; site: ShiftSite };

/** The place is theirs: out of the line, with an account that shows the shift's turf on the day. Call it with the shift locked. */
export const givePlace = async (deps: Deps, tx: Db, { shift, signup, site }: Given): Promise<ShiftSignup> => {
  await forgetCalls(tx, { id: signup.id });
  const userId = signup.userId ?? (await accountFor(deps, tx, { shift, signup, site }));
  return updateSignup(tx, signup.id, {
    ...offTheLine,
    status: "CONFIRMED",
    endedBy: null,
    cancelledAt: null,
    placedAt: deps.clock.now(),
    userId,
  });
};

export const offTheLine = {
  waitPosition: null,
  waitlistedAt: null,
  offeredAt: null,
  offerExpiresAt: null,
  confirmedAt: null,
} satisfies SignupChanges;

/**
 * The account under the address when the name fits too, otherwise a new one that ends after the shift. Two people may share an address:
 * the second's account has none, and neither can act for the other.
 */
const accountFor = async (deps: Deps, tx: Db, { shift, signup, site }: Given): Promise<string | null> => {
  const expiresAt = tempAccountExpiry(shift, site.timeZone);
  const known = signup.userEmail === null ? null : await findUserByEmail(tx, signup.userEmail);
  if (known !== null && sameName(known.name, signup.userName)) {
    const lasts = known.role !== "TEMP" || known.status === "SUSPENDED" || (known.expiresAt !== null && known.expiresAt >= expiresAt);
    if (!lasts) await updateUser(tx, known.id, { expiresAt, ...(known.status === "EXPIRED" ? { status: "ACTIVE" } : {}) });
    return known.id;
  }
  const person = {
    name: signup.userName,
    phone: signup.userPhone,
    role: "TEMP",
    createdVia: "PUBLIC_SHIFT_SIGNUP",
    passwordHash: null,
  } as const;
  const fresh = { ...person, id: deps.newId(), locale: signup.locale, expiresAt, createdAt: deps.clock.now() };
  const account = await insertUser(tx, { ...fresh, email: known === null ? signup.userEmail : null });
  return account?.id ?? null;
};
