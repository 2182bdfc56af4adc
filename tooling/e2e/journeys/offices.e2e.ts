import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { newPerson, phone } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { addressOf, comeIn, here, linkIn, textTo, write } from "../src/office-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse({ TRUST_PROXY: "loopback" });
});
afterAll(() => house.close());

const office = "jo.chen@parl.example";
const writers = ["Ana Roy", "Bo Li", "Chantal Côté", "Dev Patel", "Noor Haddad"];

const textOf = (to: string, holds: string) => textTo(house, to, holds);

it(
  "an office comes in by mail, answers everybody, chooses one mail a week and says who lives elsewhere",
  { timeout: 300_000 },
  async () => {
    const { admin, browser } = house;
    const campaign = await house.publish({ officeLink: true, showResponseWall: true, allowCustomRecipients: true, verifySender: true });
    await house.name(campaign, { recipientName: "Jo Chen", recipientEmail: office, recipientTitle: "Minister" });
    await mutate(admin, "admin/influence.campaigns.update", { id: campaign.id, changes: { targets: [{ kind: "NAMED_PEOPLE" }] } });
    for (const name of writers) await write(house, campaign, name);
    await expect.poll(() => house.sink.mailsTo(office).length, { timeout: 60_000 }).toBe(writers.length);
    const letter = textOf(office, "/office/") ?? "";
    expect(letter).toContain("For your office");

    const { page, context, faults } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone, javaScript: false });
    await page.goto(here(linkIn(letter, /\/office\//)));
    const seen = await newPerson(browser, { baseUrl: house.house.url });
    await seen.page.goto(here(linkIn(letter, /\/office\//)));
    await lookOver(seen.page, "office-door");
    const door = await comeIn(house, page, { name: "Jo Chen", email: office });
    const cookies = (await context.cookies()).filter(({ name }) => name.includes("office"));
    expect(cookies.every(({ httpOnly, path }) => httpOnly && path.includes("/office/"))).toBe(true);
    await page.getByRole("heading", { name: "5 letters came to you" }).waitFor();

    // A letter from elsewhere.
    await page.getByRole("button", { name: "Not my constituent: Dev Patel" }).click();
    await page.getByText("You noted that one of them came from outside your district.").waitFor();

    // One answer to all, looked at first.
    await page.getByLabel("Subject").fill("Our vote on the night bus");
    await page.getByLabel("Your answer").fill("Thank you for your letters.\n\nWe will vote for the night bus on Thursday.");
    await page.getByRole("button", { name: "Look at it first" }).click();
    await page.getByRole("heading", { name: "This is your answer" }).waitFor();
    await page.getByRole("button", { name: "Hand it in" }).click();
    await page.getByText("Your answer waits for").waitFor();
    await seen.context.addCookies(await context.cookies());
    for (const path of [door, `/fr${door}`]) {
      await seen.page.goto(path);
      await lookOver(seen.page, path.startsWith("/fr") ? "office-fr" : "office-en");
    }

    // One mail a week: the next letter waits.
    await page.getByRole("button", { name: "Send us one mail a week" }).click();
    await page.getByText("The next one leaves on").waitFor();
    await write(house, campaign, "Zoë Tremblay");
    await expect
      .poll(async () => (await page.goto(door), page.getByText("with one letter so far").count()), { timeout: 60_000, interval: 2_000 })
      .toBe(1);
    expect(house.sink.mailsTo(office).filter(({ mail }) => mail.text?.includes("Zoë"))).toEqual([]);

    // Moderators let the answer through; a minute later everybody who asked has it.
    const waiting = await ask<{ items: { id: string; officeAnswerId: string | null }[] }>(admin, "admin/influence.responses.list", {});
    const [answer] = waiting.items.filter(({ officeAnswerId }) => officeAnswerId !== null);
    await mutate(admin, "admin/influence.responses.approve", { id: answer?.id ?? "" });
    await expect
      .poll(() => textOf("anaroy@example.org", "We will vote for the night bus"), { timeout: 150_000, interval: 1_000 })
      .toBeDefined();
    await expect
      .poll(() => writers.filter((name) => textOf(addressOf(name), "We will vote") !== undefined).length, { timeout: 30_000 })
      .toBe(writers.length - 1);
    await page.goto(door);
    await page.getByText("Your answer went to 4 people").waitFor();
    await page.getByRole("button", { name: "Leave this page" }).click();
    await page.getByRole("button", { name: "Mail us the way in" }).waitFor();
    expect(faults).toEqual([]);
  },
);

it("an office says by the link in its mail whether a response is its own, and may change its mind", { timeout: 240_000 }, async () => {
  const { admin, browser } = house;
  const campaign = await house.publish({ title: "Shade for the bus stops", showResponseWall: true, allowCustomRecipients: true });
  await house.name(campaign, { recipientName: "Sam Roy", recipientEmail: "sam.roy@parl.example", recipientTitle: "Minister" });
  await mutate(admin, "admin/influence.campaigns.update", { id: campaign.id, changes: { targets: [{ kind: "NAMED_PEOPLE" }] } });
  const { targets } = await ask<{ targets: { recipientKey: string }[] }>(admin, "public/influence.representatives.fixedTargets", {
    campaignSlug: campaign.slug,
    locale: "en",
  });
  await mutate(admin, "public/influence.responses.submit", {
    submissionId: crypto.randomUUID(),
    campaignSlug: campaign.slug,
    about: { kind: "KNOWN", recipientKey: targets[0]?.recipientKey ?? "", level: "PROVINCIAL" },
    type: "EMAIL",
    text: "Thank you for writing. There will be trees at every stop by 2028.",
    comment: "A good answer.",
    name: "Ana Roy",
    askOffice: true,
    locale: "en",
  });
  const desk = await ask<{ items: { id: string; campaignId: string }[] }>(admin, "admin/influence.responses.list", {});
  const id = desk.items.find(({ campaignId }) => campaignId === campaign.id)?.id ?? "";
  await mutate(admin, "admin/influence.responses.approve", { id });
  await expect.poll(() => textOf("sam.roy@parl.example", "/office/check/"), { timeout: 150_000, interval: 1_000 }).toBeDefined();
  const link = here(linkIn(textOf("sam.roy@parl.example", "/office/check/"), /\/office\/check\//)).split("?")[0] ?? "";

  const { page, faults } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
  const state = () => ask<{ response: { status: string } }>(admin, "admin/influence.responses.get", { id });
  await page.goto(`${link}?answer=report`);
  await page.getByText("There will be trees at every stop by 2028.").waitFor();
  await lookOver(page, "office-question");
  expect((await state()).response.status, "opening the page decides nothing").toBe("APPROVED");
  await page.getByLabel("What is wrong with it?").fill("We promised trees at half of the stops.");
  await page.getByRole("button", { name: "Report and hide it" }).click();
  await page.getByText("You reported this.").waitFor();
  await lookOver(page, "office-reported");
  expect((await state()).response.status).toBe("REJECTED");
  await page.goto(`/fr${link}`);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await page.getByText("Vous avez confirmé que cette réponse est de vous.").waitFor();
  expect((await state()).response.status).toBe("APPROVED");
  await page.goto(`${link.slice(0, -3)}AAA`);
  await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
  expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
});
