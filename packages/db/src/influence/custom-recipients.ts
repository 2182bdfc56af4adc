import type { AreaChoice, CustomRecipient } from "@cml/domain/influence";
import { type Locale, translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";
import { Prisma } from "../generated/client";

type Row = Prisma.CustomRecipientGetPayload<object>;
const toRecipient = ({ campaignSlug: _slug, createdAt: _created, updatedAt: _updated, ...row }: Row): CustomRecipient => ({
  ...row,
  translations: translationsSchema.nullable().catch(null).parse(row.translations),
});

/** The campaign's own list in the order staff gave it. */
export const listCustomRecipients = async (db: Db, campaignId: string): Promise<CustomRecipient[]> =>
  (await db.prisma.customRecipient.findMany({ where: { campaignId }, orderBy: [{ sortOrder: "asc" }, { id: "asc" }] })).map(toRecipient);

export const findCustomRecipient = async (db: Db, id: string): Promise<CustomRecipient | null> => {
  const row = await db.prisma.customRecipient.findUnique({ where: { id } });
  return row === null ? null : toRecipient(row);
};

/** Writes somebody of the list as given, new or changed; false when the campaign has another person at this address. */
export const saveCustomRecipient = async (
  db: Db,
  { id, translations, ...person }: CustomRecipient & { campaignSlug: string },
): Promise<boolean> => {
  const { campaignId, recipientEmail } = person;
  // Asked first: inside a transaction a broken unique rule would end it; the rule still holds against a race.
  if ((await db.prisma.customRecipient.count({ where: { campaignId, recipientEmail, id: { not: id } } })) > 0) return false;
  const data = { ...person, translations: translations ?? Prisma.DbNull };
  await db.prisma.customRecipient.upsert({ where: { id }, create: { id, ...data }, update: data });
  return true;
};

export const deleteCustomRecipient = async (db: Db, id: string): Promise<void> => {
  await db.prisma.customRecipient.delete({ where: { id } });
};

/** Gives people of one campaign the order of `ids`; ids of other campaigns change nothing. */
export const orderCustomRecipients = async (db: Db, campaignId: string, ids: readonly string[]): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "CustomRecipient" r SET "sortOrder" = o.place
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE r."id" = o.id AND r."campaignId" = ${campaignId}::uuid`;
};

/** Imported areas by name, set or id, those in force on `day`, in alphabetical order. */
export const listAreas = async (
  db: Db,
  { search, locale, day, atMost }: { search: string; locale: Locale; day: Date; atMost: number },
): Promise<AreaChoice[]> => {
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const rows = await db.prisma.boundary.findMany({
    where: {
      OR: [{ validTo: null }, { validTo: { gte: day } }],
      ...(search === "" ? {} : { AND: { OR: [{ nameEn: contains }, { nameFr: contains }, { set: contains }, { externalId: contains }] } }),
    },
    select: { set: true, externalId: true, nameEn: true, nameFr: true },
    orderBy: [{ set: "asc" }, { nameEn: "asc" }],
    take: atMost,
  });
  return rows.map(({ set, externalId, nameEn, nameFr }) => ({ set, id: externalId, name: locale === "fr" ? (nameFr ?? nameEn) : nameEn }));
};
