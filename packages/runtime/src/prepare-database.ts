import { seed } from "@cml/prisma/seed";
import type { Runtime } from "./open-runtime";

export type Account = { name: string; email: string; password: string };
export type Prepared = {
  /** The first administrator when made just now; the password is shown once and kept nowhere. */
  administrator: Account | null;
};

/** Seeds what every installation has, people's changes untouched, and makes the first administrator. Safe at every start. */
export const prepareDatabase = async ({ deps, env }: Pick<Runtime, "deps" | "env">): Promise<Prepared> => {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env;
  const newPassword = ADMIN_PASSWORD === undefined ? undefined : () => ADMIN_PASSWORD;
  const { email, password } = await seed(deps.db, { email: ADMIN_EMAIL, newPassword });
  return { administrator: password === null ? null : { name: "Administrator", email, password } };
};
