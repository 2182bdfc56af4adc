import type { Deps } from "@cml/services";
import type { Db } from "@cml/db";
import type { Campaign } from "@cml/domain/influence";
import { enterOffice, mailWayIn } from "@cml/services/influence";
import { aStranger, fakeClock, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { refOfOffice } from "../src/influence/offices/office-link";

const stranger = aStranger();

/** Everything a use case needs, on a Thursday at eleven in Edmonton. */
export const officeHouse = (db: Db) => {
  const clock = fakeClock("2026-11-19T18:00:00Z");
  return testDeps({ db, clock });
};
export type OfficeHouse = ReturnType<typeof officeHouse>;

/** A stored office of a campaign; its address follows from the name in its key. */
export const anOffice = async (
  db: Db,
  campaign: Campaign,
  { recipientKey = "FEDERAL|jo chen|centre", ...given }: { recipientKey?: string; digest?: boolean; digestOnAt?: Date } = {},
) => {
  const id = newId();
  const email = `${recipientKey.split("|")[1]?.replace(" ", ".") ?? ""}@parl.gc.ca`;
  await db.prisma.officeAccess.create({
    data: { id, campaignId: campaign.id, recipientKey, name: "Jo Chen", email, level: "FEDERAL", ...given },
  });
  return { id, email, recipientKey };
};
export type AnOffice = Awaited<ReturnType<typeof anOffice>>;

/** A letter an office got yesterday. */
export const aLetterTo = async (db: Db, campaign: Campaign, { office, ...given }: { office: AnOffice; [field: string]: unknown }) => {
  const id = newId();
  await db.prisma.campaignEmail.create({
    data: {
      id, campaignId: campaign.id, campaignSlug: campaign.slug, userEmail: `w-${id}@example.org`, userName: "Ana Roy", userCity: "Vancouver",
      recipientEmail: office.email, recipientName: "Jo Chen", recipientKey: office.recipientKey, emailMethod: "SMTP", subject: "S", message: "M",
      status: "SENT", sentAt: new Date("2026-11-18T20:00:00Z"), ...given,
    },
  }); // prettier-ignore
  return id;
};

/** A response about an office that stands on the wall. */
export const aResponseOf = async (db: Db, campaign: Campaign, { office, ...given }: { office: AnOffice; [field: string]: unknown }) => {
  const id = newId();
  await db.prisma.representativeResponse.create({
    data: {
      id, campaignId: campaign.id, campaignSlug: campaign.slug, representativeName: "Jo Chen", representativeLevel: "FEDERAL",
      representativeEmail: office.email, recipientKey: office.recipientKey, responseType: "EMAIL", responseText: "I vote for it. Call 604 555 0199",
      shownText: "I vote for it. Call ████████████", submittedByName: "Ana Roy", status: "APPROVED", confirmedAt: new Date("2026-11-19T00:00:00Z"),
      askOffice: true, ...given,
    },
  }); // prettier-ignore
  return id;
};

export const mailsFrom = (db: Db, templateKey: string) =>
  db.prisma.templateMail.findMany({ where: { templateKey }, orderBy: { id: "asc" } });
export const variablesIn = async (db: Db, templateKey: string) =>
  (await mailsFrom(db, templateKey)).map((mail) => mail.variables as Record<string, string>);
export const tokenIn = (url = ""): string => url.split("/").at(-1) ?? "";

/** Comes in as somebody who reads the office's mailbox does. */
export const comeIn = async (deps: Deps, office: AnOffice) => {
  const ref = refOfOffice(deps, office.id);
  await mailWayIn(deps, stranger, { ref, locale: "en" });
  const mail = (await mailsFrom(deps.db, "office-way-in")).findLast(({ toEmail }) => toEmail === office.email);
  const token = tokenIn((mail?.variables as Record<string, string>)["OFFICE_URL"]);
  return { ref, token, ...(await enterOffice(deps, stranger, { ref, token })) };
};

/** What everything on an office's page asks for. */
export const keyOf = async (deps: Deps, office: AnOffice) => {
  const { ref, ticket } = await comeIn(deps, office);
  return { ref, ticket };
};
