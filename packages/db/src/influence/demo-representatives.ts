import type { Representative } from "@cml/domain/influence";
import type { Db } from "../client";
import { toRepresentative } from "./representatives";

// They stand for every postal code; look-ups of real codes never meet them.
const anywhere = "DEMO";

/** The invented people whom demo campaigns write to, from whatever postal code. */
export const listDemoRepresentatives = async (db: Db): Promise<Representative[]> =>
  (await db.prisma.representative.findMany({ where: { isDemo: true }, orderBy: [{ level: "asc" }, { id: "asc" }] })).map(toRepresentative);

export const insertDemoRepresentatives = async (tx: Db, people: Omit<Representative, "postalCode" | "districtKey">[]): Promise<void> => {
  await tx.prisma.representative.createMany({ data: people.map((person) => ({ ...person, postalCode: anywhere, isDemo: true })) });
};
