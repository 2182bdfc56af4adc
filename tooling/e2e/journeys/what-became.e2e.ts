import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { ageLetters } from "../src/age-letters";
import { newPerson, phone } from "../src/browser";
import { type LetterHouse, type Published, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { linkTo, publishWall } from "../src/replies-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse();
});
afterAll(() => house.close());

const write = async (
  page: Page,
  { slug }: Published,
  { email, locale, tellHowItEnds }: { email: string; locale: "en" | "fr"; tellHowItEnds: boolean },
) => {
  const { targets } = await ask<{ targets: { id: string }[] }>(page, "public/influence.representatives.fixedTargets", {
    campaignSlug: slug,
    locale,
  });
  await mutate(page, "public/influence.letters.submit", {
    campaignSlug: slug,
    postalCode: null,
    locale,
    districts: [],
    submissionId: crypto.randomUUID(),
    name: "Ada Brodeur",
    email,
    // One letter: the mail itself offers the four answers.
    targetIds: targets.slice(0, 1).map(({ id }) => id),
    consents: { tellHowItEnds, newsletter: false },
  });
};

it("asks what became of a letter after 14 days, once more after 21, and only those who ticked the box", { timeout: 480_000 }, async () => {
  const { admin, browser, sink } = house;
  const campaign = await publishWall(house);
  await write(admin, campaign, { email: "ada@home.example", locale: "en", tellHowItEnds: true });
  await write(admin, campaign, { email: "bo@home.example", locale: "fr", tellHowItEnds: true });
  await write(admin, campaign, { email: "cy@home.example", locale: "en", tellHowItEnds: false });
  await expect.poll(() => sink.mailsTo("noor.whitfield@parl.example").length, { timeout: 90_000 }).toBe(3);
  // A tick counts once its mailed link was used.
  const confirming = await newPerson(browser, { baseUrl: house.house.url, javaScript: false });
  for (const email of ["ada@home.example", "bo@home.example"]) {
    await confirming.page.goto(await linkTo(house, email, "/confirm/"));
    await confirming.page.locator("main form button[type=submit]").first().click();
    await confirming.page.waitForURL((url) => !url.pathname.includes("/confirm/"));
  }
  await ageLetters(house.house, { campaignId: campaign.id, days: 14 });

  const asked = (to: string) => sink.mailsTo(to).filter(({ mail }) => (mail.text ?? "").includes("/ended/")).length;
  const link = await linkTo(house, "ada@home.example", "answer=answered");
  await linkTo(house, "bo@home.example", "/ended/");
  expect([asked("ada@home.example"), asked("bo@home.example"), asked("cy@home.example")]).toEqual([1, 1, 0]);

  // Opened by a scanner: nothing is said. Then by her, on a phone, with an answer chosen.
  const { page, faults } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
  await page.request.get(link);
  await page.goto(link);
  await page.getByRole("heading", { name: "What came back?" }).waitFor();
  await lookOver(page, "what-became");
  expect(await page.getByLabel("I got an answer").evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(
    1,
  );
  await page.getByRole("button", { name: "Save what I chose" }).click();
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor();
  await lookOver(page, "what-became-saved");

  // A week later only the one who said nothing is asked again, in her language, and then never more.
  await ageLetters(house.house, { campaignId: campaign.id, days: 7 });
  await expect.poll(() => asked("bo@home.example"), { timeout: 150_000, interval: 500 }).toBe(2);
  expect(asked("ada@home.example")).toBe(1);
  const again = await linkTo(house, "bo@home.example", "answer=nothing");
  expect(again.startsWith("/fr/")).toBe(true);
  const french = await newPerson(browser, { baseUrl: house.house.url, locale: "fr-CA" });
  await french.page.goto(again);
  await lookOver(french.page, "what-became-fr");
  expect([...faults, ...french.faults]).toEqual([]);
});
