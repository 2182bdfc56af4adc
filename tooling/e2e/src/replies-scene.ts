import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ask, mutate } from "./admin-call";
import type { LetterHouse, Published } from "./letter-house";

/** A supporter's picture of a reply, with a street, a postal code, a phone number and an e-mail address in it. */
export const screenshot = path.resolve(import.meta.dirname, "../../fixtures/replies/screenshot.png");

/** A live campaign with a wall that writes to two people of its own list. */
export const publishWall = async (house: LetterHouse, fields: object = {}): Promise<Published> => {
  const campaign = await mutate<Published>(house.admin, "admin/influence.campaigns.create", {
    title: "Trees on the bare blocks",
    emailSubject: "Plant trees on the bare blocks",
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease plant trees where there are none.\n\nThank you.",
    targetGovernmentLevels: ["FEDERAL"],
    targets: [{ kind: "NAMED_PEOPLE" }],
    allowCustomRecipients: true,
    showResponseWall: true,
    verifySender: false,
    translations: { fr: { title: "Des arbres dans les rues nues" } },
    ...fields,
  });
  await house.name(campaign, { recipientName: "Noor Whitfield", recipientEmail: "noor.whitfield@parl.example", recipientTitle: "MP" });
  await house.name(campaign, { recipientName: "Ines Okafor", recipientEmail: "ines.okafor@city.example", recipientTitle: "Mayor" });
  await mutate(house.admin, "admin/influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });
  return campaign;
};

type Share = { name?: string; text: string; comment?: string; about?: string; type?: string };

/** A response that came to the organisation itself; `about` is typed by hand, an empty name stays unnamed. */
export const share = async (page: Page, { id }: Published, { about = "Noor Whitfield", ...given }: Share): Promise<void> => {
  await mutate(page, "admin/influence.responses.add", {
    submissionId: crypto.randomUUID(),
    campaignId: id,
    about: { kind: "TYPED", name: about, title: `MP ${about}`.slice(0, 200), level: "FEDERAL" },
    type: "EMAIL",
    name: "Robin Tremblay",
    locale: "en",
    ...given,
  });
};

type Waiting = { items: { id: string; text: string; boxes: { picture: unknown[] } }[] };

export const waiting = async (page: Page, { id }: Published): Promise<Waiting["items"]> =>
  (await ask<Waiting>(page, "admin/influence.responses.list", { campaignId: id, desk: "PENDING" })).items;

/** Lets everything through that waits in a campaign. */
export const approveAll = async (page: Page, campaign: Published): Promise<void> => {
  for (const { id } of await waiting(page, campaign)) await mutate(page, "admin/influence.responses.approve", { id });
};

/** The link of the newest mail to somebody, as a path here. */
export const linkTo = async (house: LetterHouse, to: string, holds: string): Promise<string> => {
  const found = () =>
    house.sink
      .mailsTo(to)
      .flatMap(({ mail }) => [...(mail.text ?? "").matchAll(/https?:\/\/[^\s<>()\]]+/g)].map(([link]) => link))
      .findLast((link) => link.includes(holds));
  // Decisions are told a minute after they were made.
  await expect.poll(found, { message: `no mail to ${to} with ${holds}`, timeout: 150_000, interval: 500 }).toBeDefined();
  const { pathname, search } = new URL(found() ?? "");
  return pathname + search;
};
