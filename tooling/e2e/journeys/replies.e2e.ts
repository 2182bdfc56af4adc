import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../src/admin-call";
import { newPerson, phone } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { approveAll, linkTo, publishWall, screenshot, share, waiting } from "../src/replies-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse();
});
afterAll(() => house.close());

const supporterMail = "kofi.lam@home.example";
const office = "noor.whitfield@parl.example";

it("a reply goes from its supporter to the wall, its office confirms it, and another is reported", { timeout: 480_000 }, async () => {
  const { admin, browser } = house;
  const campaign = await publishWall(house);
  const wallPath = `/c/${campaign.slug}/replies`;

  // Shared by somebody without an account, with a picture.
  const supporter = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
  const { page } = supporter;
  await page.goto(wallPath);
  await page.getByText("No reply has been shared yet").waitFor();
  await lookOver(page, "replies-wall-empty");
  await page.getByRole("link", { name: "Share a reply you got" }).first().click();
  await page.getByRole("heading", { name: "Share a reply you got" }).waitFor();
  await lookOver(page, "replies-share");
  await page.getByText("Noor Whitfield").click();
  await page.getByLabel("Level of government").selectOption("FEDERAL");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("The reply, in their words").fill("Thank you, Kofi. I will vote for it. Call me at 604 555-0142 if you like.");
  await page.getByLabel("A picture of it").setInputFiles(screenshot);
  await page.getByText("The picture is added.").waitFor();
  await lookOver(page, "replies-share-words");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Your name").fill("Kofi Lam");
  await page.getByLabel("Your e-mail address").fill(supporterMail);
  await page.getByLabel("Ask the office to confirm").check();
  await lookOver(page, "replies-share-you");
  await page.getByRole("button", { name: "Send it to be read" }).click();
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  expect(await waiting(admin, campaign)).toEqual([]);

  // The mailed link decides nothing before its button is pressed.
  const link = await linkTo(house, supporterMail, "/replies/confirm/");
  await page.request.get(link);
  expect(await waiting(admin, campaign)).toEqual([]);
  await page.goto(link);
  await lookOver(page, "replies-confirm");
  await page.getByRole("button", { name: "Yes, I shared this" }).click();
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor();

  // Two more, so that the wall opens; one says what its office will deny.
  await share(admin, campaign, { text: "She said yes on the phone.", about: "Ines Okafor", type: "PHONE_CALL" });
  await share(admin, campaign, { text: "They want to wait for the budget.", about: "Ines Okafor", type: "LETTER", name: "" });
  // The picture is read in the background.
  await expect
    .poll(async () => (await waiting(admin, campaign)).map(({ boxes }) => boxes.picture.length).sort(), {
      timeout: 120_000,
      interval: 1_000,
    })
    .toEqual([0, 0, 4]);
  await approveAll(admin, campaign);

  await page.goto(wallPath);
  await page.getByText("I will vote for it. Call me at ███ ████████ if you like.").waitFor();
  expect(await page.content()).not.toMatch(/555-0142|kofi\.lam@/);
  expect(await page.locator(".mark-office").count()).toBe(0);
  await page.getByText("Shared by a supporter who stays unnamed").first().waitFor();
  await lookOver(page, "replies-wall");

  // The office: one mail, a page with two buttons.
  const [question = ""] = (await linkTo(house, office, "/office/check/")).split("?");
  const clerk = await newPerson(browser, { baseUrl: house.house.url });
  await clerk.page.request.get(question);
  await clerk.page.goto(question);
  await lookOver(clerk.page, "replies-office-question");
  await page.reload();
  expect(await page.locator(".mark-office").count()).toBe(0);
  await clerk.page.getByRole("button", { name: "Confirm" }).click();
  await clerk.page.getByText("You confirmed that this is your answer.").waitFor();
  await page.goto(`${wallPath}?sort=confirmed`);
  await page.locator(".mark-office").first().waitFor();
  const one = page.getByRole("link", { name: "Page of this reply" }).first();
  await one.click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await lookOver(page, "replies-one");

  // It changes its mind: the response leaves the wall at once and lies with the moderators.
  await clerk.page.goto(question);
  await clerk.page.locator("summary", { hasText: "It is not ours after all" }).click();
  await clerk.page.getByLabel("What is wrong with it?").fill("A former intern wrote this without our knowledge.");
  await clerk.page.getByRole("button", { name: "Report and hide it" }).click();
  await clerk.page.getByText("You reported this.").waitFor();
  await page.goto(wallPath);
  await page.getByText("2 of 3 replies are here").waitFor();
  const disputed = await ask<{ items: { disputeReason: string }[] }>(admin, "admin/influence.responses.list", {
    campaignId: campaign.id,
    desk: "DISPUTED",
  });
  expect(disputed.items).toMatchObject([{ disputeReason: "A former intern wrote this without our knowledge." }]);

  const french = await newPerson(browser, { baseUrl: house.house.url, locale: "fr-CA" });
  await french.page.goto(`/fr${wallPath}/new`);
  await lookOver(french.page, "replies-share-fr");
  expect([...supporter.faults, ...clerk.faults, ...french.faults]).toEqual([]);
});

it("shows nothing of somebody who stays unnamed, and runs no script from any field", { timeout: 240_000 }, async () => {
  const { admin, browser } = house;
  const campaign = await publishWall(house, { title: "Scripts & names" });
  const script = `<script>window.taken=1</script><img src=x onerror="window.taken=1">"'</textarea>{{USER_EMAIL}}\${1}`;
  for (const number of [1, 2, 3]) {
    await share(admin, campaign, {
      about: `Noor ${script} ${number}`,
      type: "MEETING",
      text: `Words ${script}`,
      comment: `Comment ${script}`,
      name: number === 1 ? "" : `Robin ${script}`.slice(0, 100),
    });
  }
  const { page, faults } = await newPerson(browser, { baseUrl: house.house.url });
  const taken = () => page.evaluate(() => (window as { taken?: number }).taken);

  // Read by moderators first, one by one and in the list.
  await admin.goto(`/admin/responses?campaign=${campaign.id}`);
  await admin
    .getByText(/Words <script>/)
    .first()
    .waitFor();
  expect(await admin.evaluate(() => (window as { taken?: number }).taken)).toBeUndefined();
  await approveAll(admin, campaign);

  const wall = `/c/${campaign.slug}/replies`;
  const html = await (await page.request.get(wall)).text();
  expect(html).toContain("&lt;script&gt;window.taken=1&lt;/script&gt;");
  expect(html).not.toMatch(/<script>window\.taken|<img src=x/);
  await page.goto(wall);
  await page
    .getByText(/Words <script>/)
    .first()
    .waitFor();
  expect(await taken()).toBeUndefined();
  await page.getByRole("link", { name: "Page of this reply" }).last().click();
  await page
    .getByText(/Words <script>/)
    .first()
    .waitFor();
  expect(await taken()).toBeUndefined();
  const { items } = await ask<{ items: { id: string; author: string | null }[] }>(page, "public/influence.responses.wall", {
    campaignSlug: campaign.slug,
  });
  expect(items.filter(({ author }) => author === null)).toHaveLength(1);
  const unnamed = items.find(({ author }) => author === null);
  const its = await (await page.request.get(`${wall}/${unnamed?.id ?? ""}`)).text();
  expect(its).toContain("stays unnamed");
  expect(its).not.toContain("Robin");
  // Addresses that are none of ours.
  for (const crooked of [
    `${wall}/${"0".repeat(36)}`,
    `${wall}/%00`,
    `${wall}?after=%3Cscript%3E`,
    `${wall}?sort=x&level=y&person=${"z".repeat(900)}`,
  ])
    expect((await page.request.get(crooked)).status(), crooked).toBeLessThan(500);
  expect(faults).toEqual([]);
});
