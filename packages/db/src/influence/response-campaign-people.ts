import { mostPeopleChosenFrom as most, type PeopleOfCampaign } from "@cml/domain/influence";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";

/** People a campaign writes to whose name fits: those with counted letters and those staff noted. */
export const listPeopleOfCampaign = async (db: Db, campaignId: string, search: string): Promise<PeopleOfCampaign> => {
  const where = { campaignId, ...(search === "" ? {} : { name: { contains: escapeLike(search), mode: "insensitive" as const } }) };
  const select = { recipientKey: true, name: true, title: true, level: true } as const;
  const [counted, noted] = await Promise.all([
    db.prisma.replyFacts.findMany({ where, select, orderBy: [{ handedOver: "desc" }, { name: "asc" }], take: most }),
    db.prisma.campaignTarget.findMany({ where, select, orderBy: { name: "asc" }, take: most }),
  ]);
  const people = new Map([...noted, ...counted].map((person) => [person.recipientKey, person]));
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name)).slice(0, most);
};
