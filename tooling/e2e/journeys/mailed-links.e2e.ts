import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson, phone } from "../src/browser";
import { expireLinks } from "../src/expire-links";
import { type LetterHouse, type Published, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { approveAll, linkTo, publishWall, share } from "../src/replies-scene";

let house: LetterHouse;
let campaign: Published;
beforeAll(async () => {
  house = await raiseLetterHouse();
  campaign = await publishWall(house);
  for (const about of ["Noor Whitfield", "Ines Okafor", "Lee Park"])
    await share(house.admin, campaign, { about, text: `${about} will vote for the trees.` });
  await approveAll(house.admin, campaign);
});
afterAll(() => house.close());

const wallPath = () => `/c/${campaign.slug}/replies`;
const newcomer = (options: { javaScript?: boolean; locale?: "en-CA" | "fr-CA" } = {}) =>
  newPerson(house.browser, { baseUrl: house.house.url, viewport: phone, ...options });
const counted = async (page: Page) => (await page.goto(wallPath()), page.locator(".upvote-count").allInnerTexts());

it(
  "an upvote counts with the mailed link's button, shows itself as used afterwards, and can be taken back",
  { timeout: 180_000 },
  async () => {
    const { page, faults } = await newcomer();
    await page.goto(wallPath());
    await page.getByRole("button", { name: /Worth reading.*Lee Park/ }).click();
    await page.getByLabel("Your e-mail address").fill("vic@home.example");
    await lookOver(page, "upvote-ask");
    await page.getByRole("button", { name: "Mail me the link" }).click();
    await page.getByText("We sent you a mail.").waitFor();
    const link = await linkTo(house, "vic@home.example", "/replies/confirm/");
    await page.request.get(link);
    expect(await counted(page)).toEqual(["0", "0", "0"]);
    await page.goto(link);
    await lookOver(page, "upvote-confirm");
    await page.getByRole("button", { name: "Yes, count me" }).click();
    await page.waitForURL((url) => !url.pathname.includes("/confirm/"));
    expect((await counted(page)).filter((count) => count === "1")).toHaveLength(1);
    await page.goto(link);
    await page.getByRole("heading", { name: "Your upvote is counted" }).waitFor();
    await lookOver(page, "upvote-used");
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.waitForURL((url) => !url.pathname.includes("/confirm/"));
    expect(await counted(page)).toEqual(["0", "0", "0"]);
    expect(faults).toEqual([]);
  },
);

it("the same without JavaScript, in French", { timeout: 120_000 }, async () => {
  const { page, faults } = await newcomer({ javaScript: false, locale: "fr-CA" });
  await page.goto(`/fr${wallPath()}`);
  await page.getByRole("button", { name: /À lire.*Ines Okafor/ }).click();
  await page.getByLabel("Votre adresse courriel").fill("zoe@home.example");
  await page.getByRole("button", { name: "M’envoyer le lien" }).click();
  await page.getByRole("heading", { name: "Regardez vos courriels" }).waitFor();
  await page.goto(await linkTo(house, "zoe@home.example", "/replies/confirm/"));
  await page.getByRole("button", { name: "Oui, comptez-moi" }).click();
  await page.getByRole("heading", { name: "Votre appui est compté" }).waitFor();
  expect((await counted(page)).filter((count) => count === "1")).toHaveLength(1);
  expect(faults).toEqual([]);
});

it(
  "who shared a reply sees by her mail what is kept, and one button erases it; links that are used or over say so",
  { timeout: 240_000 },
  async () => {
    const mail = "mika@home.example";
    const { page, faults } = await newcomer();
    const submit = async () => {
      await page.goto(`${wallPath()}/new`);
      await page.getByText("Somebody else").click();
      await page.getByLabel("Name", { exact: true }).fill("Alex Roy");
      await page.getByLabel("Level of government").selectOption("MUNICIPAL");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByLabel("The reply, in their words").fill("We will think about it.");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByLabel("Your name").fill("Mika Sato");
      await page.getByLabel("Your e-mail address").fill(mail);
      await page.getByRole("button", { name: "Send it to be read" }).click();
      await page.getByRole("heading", { name: "One more step" }).waitFor();
    };
    await submit();
    const link = await linkTo(house, mail, "/replies/confirm/");
    await page.goto(link);
    await page.getByRole("button", { name: "Yes, I shared this" }).click();
    await page.getByRole("heading", { name: /^Thank you/ }).waitFor();
    await page.goto(link);
    await page.getByRole("heading", { name: "Your address is confirmed already" }).waitFor();
    await lookOver(page, "share-used");

    const kept = await linkTo(house, mail, "/kept/");
    await page.goto(kept);
    await page.getByText("A reply you shared").first().waitFor();
    await lookOver(page, "kept");
    await page.locator("summary", { hasText: "Erase it" }).click();
    await lookOver(page, "kept-erase");
    await page.goto(`/fr${kept}`);
    await page.locator("summary", { hasText: "L’effacer" }).click();
    await lookOver(page, "kept-fr");
    await page.goto(kept);
    await page.locator("summary", { hasText: "Erase it" }).click();
    await page.getByRole("button", { name: "Erase all about me" }).click();
    await page.getByText("Done. What could be erased is gone.").waitFor();
    await lookOver(page, "kept-gone");
    expect((await page.goto(link))?.status()).toBe(410);
    await page.goto("/kept/nobody-has-this-link-it-was-never-made");
    await page.getByRole("heading", { name: "Nothing to show at this address" }).waitFor();

    // Over: of a reply nobody confirmed, and of an upvote.
    const other = await newcomer();
    await other.page.goto(wallPath());
    await other.page.getByRole("button", { name: /Worth reading.*Lee Park/ }).click();
    await other.page.getByLabel("Your e-mail address").fill("late@home.example");
    await other.page.getByRole("button", { name: "Mail me the link" }).click();
    const late = await linkTo(house, "late@home.example", "/replies/confirm/");
    await expireLinks(house.house);
    await other.page.goto(late);
    await other.page.getByRole("heading", { name: "This link no longer works" }).waitFor();
    await lookOver(other.page, "link-over");
    await other.page.getByRole("link", { name: "See the reply" }).click();
    await other.page.getByRole("button", { name: /Worth reading/ }).waitFor();
    expect([...faults, ...other.faults].filter((fault) => !/40[04]|410/.test(fault))).toEqual([]);
  },
);
