import { hashPassword } from "@cml/auth";
import type { Db } from "@cml/db";
import { insertUser } from "@cml/db/auth";
import type { UserRole } from "@cml/domain/auth";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { newDemoPassword } from "./demo-password";

export type DemoPerson = {
  id: string;
  role: UserRole;
  name: string;
  email: string;
  locale: Locale;
  password: string;
  passwordHash: string;
};
type Invented = Pick<DemoPerson, "role" | "name" | "email" | "locale">;
export type DemoPeople = { captain: DemoPerson; volunteer: DemoPerson; guest: DemoPerson };

/** A captain, a volunteer and a guest volunteer, with new passwords; bcrypt works on all three at once. */
export const inventDemoPeople = async (deps: Deps): Promise<DemoPeople> => {
  const invent = async ({ role, name, email, locale }: Invented): Promise<DemoPerson> => {
    const password = newDemoPassword();
    return { id: deps.newId(), role, name, email, locale, password, passwordHash: await hashPassword(password) };
  };
  const [captain, volunteer, guest] = await Promise.all([
    invent({ role: "USER", name: "Priya Sandhu", email: "priya@shade.example", locale: "en" }),
    invent({ role: "USER", name: "Théo Marchand", email: "theo@shade.example", locale: "fr" }),
    invent({ role: "TEMP", name: "Wen Castillo", email: "wen@shade.example", locale: "en" }),
  ]);
  return { captain, volunteer, guest };
};

const guestDays = 14;

export const insertDemoPeople = async (deps: Deps, tx: Db, people: DemoPeople): Promise<void> => {
  const now = deps.clock.now();
  for (const { password: _password, ...person } of Object.values(people)) {
    const isGuest = person.role === "TEMP";
    const temporary = isGuest ? { expiresAt: new Date(now.getTime() + guestDays * 86_400_000), expireDays: guestDays } : {};
    const createdVia = isGuest ? "PUBLIC_SHIFT_SIGNUP" : "ADMIN";
    const user = await insertUser(tx, { ...person, ...temporary, phone: null, createdVia, emailVerified: true, isDemo: true });
    if (user === null) throw new Error(`${person.email} belongs to somebody else`);
  }
};
