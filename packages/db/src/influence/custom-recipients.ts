import type { CustomRecipient } from "@cml/domain/influence";
import { translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

type Row = Prisma.CustomRecipientGetPayload<object>;
const toRecipient = ({ campaignSlug: _slug, createdAt: _created, updatedAt: _updated, ...row }: Row): CustomRecipient => ({
  ...row,
  translations: translationsSchema.nullable().catch(null).parse(row.translations),
});

/** The campaign's own list in the order staff gave it. */
export const listCustomRecipients = async (db: Db, campaignId: string): Promise<CustomRecipient[]> =>
  (await db.prisma.customRecipient.findMany({ where: { campaignId }, orderBy: [{ sortOrder: "asc" }, { id: "asc" }] })).map(toRecipient);
