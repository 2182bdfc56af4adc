import type { Db } from "@cml/db";
import { insertUser, type NewUser } from "@cml/db/auth";
import type { User } from "@cml/domain/auth";
import type { UserActor } from "@cml/domain/kernel";
import { v7 as newId } from "uuid";
import { anActor } from "../actors";

/** The password of every account made by `aUser`. */
export const testPassword = "Correct-Horse-7";
// bcrypt of it at the lowest cost, so that tests do not wait.
const testPasswordHash = "$2b$04$1IZHf6ZaH0EfGxZL9XMHye3MjIHO9VvkTHPslWKG1ClN0ZNPK13Le";

/** A stored account that may sign in with `testPassword`; unique without arguments. */
export const aUser = async (db: Db, given: Partial<NewUser> = {}): Promise<User> => {
  const id = given.id ?? newId();
  const user = await insertUser(db, {
    email: `person-${id}@example.org`,
    name: "Robin Tremblay",
    phone: null,
    role: "USER",
    createdVia: "ADMIN",
    emailVerified: true,
    passwordHash: testPasswordHash,
    ...given,
    id,
  });
  if (user === null) throw new Error(`the test already has an account with the e-mail ${String(given.email)}`);
  return user;
};

/** The actor this account would be in a request. */
export const actorOf = (user: User, given: Partial<UserActor> = {}): UserActor =>
  anActor(user.role, { userId: user.id, permissions: user.permissions, ...given });
