import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ask, mutate } from "./admin-call";
import type { LetterHouse, Published } from "./letter-house";

/** The text of a mail to somebody that holds these words. */
export const textTo = ({ sink }: LetterHouse, to: string, holds: string): string | undefined =>
  sink.mailsTo(to).map(({ mail }) => mail.text ?? "").find((text) => text.includes(holds)); // prettier-ignore

/** The first link of a mail whose path begins so. */
export const linkIn = (text: string | undefined, path: RegExp): string =>
  new RegExp(`https?://\\S*${path.source}\\S*`).exec(text ?? "")?.[0] ?? "";

/** The same address on the house that is up. */
export const here = (link: string): string => new URL(link).pathname + new URL(link).search;

export const addressOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]/g, "")}@example.org`;

// A crowd behind one address would be asked for a proof of work.
let from = 0;

/** A supporter's letters to everybody of the campaign, sent as the form sends them and confirmed by mail; gives her receipt. */
export const write = async (house: LetterHouse, { slug }: Published, name: string): Promise<string> => {
  const { admin: page } = house;
  const place = { campaignSlug: slug, postalCode: null, locale: "en", districts: [] };
  const { targets } = await ask<{ targets: { id: string }[] }>(page, "public/influence.representatives.fixedTargets", {
    campaignSlug: slug,
    locale: "en",
  });
  const consents = { tellHowItEnds: name !== "Bo Li", newsletter: false };
  const email = addressOf(name);
  await page.context().setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${(from += 1)}` });
  const targetIds = targets.map(({ id }) => id);
  await mutate(page, "public/influence.letters.submit", { ...place, submissionId: crypto.randomUUID(), name, email, targetIds, consents });
  await expect.poll(() => textTo(house, email, "/confirm/"), { timeout: 30_000 }).toBeDefined();
  const token = linkIn(textTo(house, email, "/confirm/"), /\/confirm\//).split("/").at(-1) ?? ""; // prettier-ignore
  return (await mutate<{ receiptToken: string }>(page, "public/influence.letters.confirm", { token })).receiptToken;
};

/** Comes in as somebody who reads the office's mailbox does, from the link at the end of a letter; gives the page's path. */
export const comeIn = async (house: LetterHouse, page: Page, office: { name: string; email: string }): Promise<string> => {
  await expect.poll(() => textTo(house, office.email, "/office/"), { timeout: 60_000 }).toBeDefined();
  const door = here(linkIn(textTo(house, office.email, "/office/"), /\/office\//));
  await page.goto(door);
  await page
    .getByText(`${office.email.slice(0, 1)}•••@parl.example`)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Mail us the way in" }).click();
  await page.getByText("A mail is on its way").waitFor();
  await expect.poll(() => textTo(house, office.email, "/in/"), { timeout: 30_000 }).toBeDefined();
  await page.goto(here(linkIn(textTo(house, office.email, "/in/"), /\/office\/\S+\/in\//)));
  await page.getByRole("button", { name: "Open our page" }).click();
  await page.getByRole("heading", { name: `For the office of ${office.name}` }).waitFor();
  return door;
};
