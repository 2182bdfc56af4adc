import { randomInt } from "node:crypto";
import { hashPassword } from "@cml/auth";
import { transaction, type Db } from "@cml/db";

export type AdministratorOptions = {
  email?: string;
  name?: string;
  /** Makes the first password; by default a random one of 20 characters. */
  newPassword?: () => string;
};
export type Administrator = {
  email: string;
  /** The password just made, to be shown once; null when an administrator existed already. */
  password: string | null;
};

/** Makes the first SUPER_ADMIN; does nothing as soon as there is one, whatever its state. */
export const seedAdministrator = async (
  db: Db,
  { email = "admin@changemaker.local", name = "Administrator", newPassword = randomPassword }: AdministratorOptions = {},
): Promise<Administrator> => {
  const existing = await findAdministrator(db);
  if (existing !== null) return existing;
  const password = newPassword();
  const hash = await hashPassword(password);
  return transaction(db, async (tx) => {
    // Two processes that start at once must not make two administrators.
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(7254002)`;
    const meanwhile = await findAdministrator(tx);
    if (meanwhile !== null) return meanwhile;
    await tx.prisma.user.create({
      data: { email: email.toLowerCase(), name, password: hash, role: "SUPER_ADMIN", createdVia: "ADMIN", emailVerified: true },
    });
    return { email: email.toLowerCase(), password };
  });
};

const findAdministrator = async ({ prisma }: Db): Promise<Administrator | null> => {
  const user = await prisma.user.findFirst({ where: { role: "SUPER_ADMIN" }, orderBy: { createdAt: "asc" } });
  return user === null ? null : { email: user.email ?? user.name, password: null };
};

// No letters that look like digits, so that it can be copied from a terminal by hand.
const letters = "abcdefghijkmnpqrstuvwxyz";
const kinds = [letters, letters.toUpperCase(), "23456789"];

/** Four groups of five characters, with a small letter, a capital and a digit in each: 110 bits. */
const randomPassword = (): string => Array.from({ length: 4 }, group).join("-");

const group = (): string => {
  const characters = [...kinds, kinds.join(""), kinds.join("")].map((kind) => kind.charAt(randomInt(kind.length)));
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? "", characters[last] ?? ""];
  }
  return characters.join("");
};
