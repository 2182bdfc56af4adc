import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { newPerson, phone } from "../src/browser";
import { administratorOf } from "../src/house";
import { type LetterHouse, type Published, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { comeIn, textTo, write } from "../src/office-scene";
import { approveAll, share } from "../src/replies-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse({ TRUST_PROXY: "loopback" });
});
afterAll(() => house.close());

type Office = { name: string; email: string };

/** An office with one letter, one response about it, and two about others beside it on the wall. */
const openWall = async (office: Office, writer: string): Promise<Published> => {
  const { admin } = house;
  const campaign = await house.publish({ officeLink: true, showResponseWall: true, allowCustomRecipients: true, verifySender: true });
  await house.name(campaign, { recipientName: office.name, recipientEmail: office.email, recipientTitle: "Minister" });
  await mutate(admin, "admin/influence.campaigns.update", { id: campaign.id, changes: { targets: [{ kind: "NAMED_PEOPLE" }] } });
  await write(house, campaign, writer);
  const known = await ask<{ recipientKey: string }[]>(admin, "admin/influence.responses.people", {
    campaignId: campaign.id,
    search: office.name,
  });
  await mutate(admin, "admin/influence.responses.add", {
    submissionId: crypto.randomUUID(),
    campaignId: campaign.id,
    about: { kind: "KNOWN", recipientKey: known[0]?.recipientKey ?? "", level: "PROVINCIAL" },
    type: "PHONE_CALL",
    text: "She said on the phone that the night bus is too expensive.",
    name: writer,
    locale: "en",
  });
  for (const about of ["Sam Roy", "Lee Park"]) await share(admin, campaign, { about, text: "We will look into it." });
  await approveAll(admin, campaign);
  return campaign;
};

it("an office replies once in public, a moderator reads it, and the wall shows it below the response", { timeout: 240_000 }, async () => {
  const { admin, browser } = house;
  const office = { name: "Jo Chen", email: "jo.chen@parl.example" };
  const campaign = await openWall(office, "Ana Roy");
  const wall = `/c/${campaign.slug}/replies`;

  // From the office's page, on a phone, without JavaScript.
  const { page, context, faults } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone, javaScript: false });
  const door = await comeIn(house, page, office);
  await page.getByText("Reply in public").click();
  await page.getByLabel("Your reply").fill("We never said that. The bus costs less than one new bridge, and we support it.");
  await page.getByRole("button", { name: "Hand in the reply" }).click();
  await page.getByText("reads your reply before it is shown").waitFor();
  await page.getByText("waits to be read").waitFor();
  const reader = await newPerson(browser, { baseUrl: house.house.url });
  await reader.page.goto(wall);
  await reader.page.getByText("too expensive").waitFor();
  expect(await reader.page.content()).not.toContain("one new bridge");

  // The desk: the reply in its own pile, decided by one key.
  await admin.goto("/admin/responses?pile=OFFICE_REPLY");
  await admin.getByRole("region", { name: "Public reply of the office" }).waitFor();
  await lookOver(admin, "office-reply-desk");
  await admin.keyboard.press("a");
  await admin.getByText("Reply of the office approved: Jo Chen").waitFor();
  await expect
    .poll(async () => (await reader.page.goto(wall), reader.page.getByText("one new bridge").count()), { timeout: 15_000 })
    .toBe(1);
  await reader.page.getByText("The office replies").waitFor();
  await lookOver(reader.page, "office-reply-wall");

  // Once is once.
  await page.goto(door);
  await page.getByText("stands on the page").waitFor();
  expect(await page.getByText("Change your reply").count()).toBe(0);
  await reader.context.addCookies(await context.cookies());
  for (const path of [door, `/fr${door}`]) {
    await reader.page.goto(path);
    await lookOver(reader.page, path.startsWith("/fr") ? "office-reply-page-fr" : "office-reply-page-en");
  }
  expect([...faults, ...reader.faults]).toEqual([]);
});

it("an office names whom to ask and writes to the organisers, who alone read both", { timeout: 180_000 }, async () => {
  const { admin, browser } = house;
  const office = { name: "Kim Duval", email: "kim.duval@parl.example" };
  const campaign = await openWall(office, "Dev Patel");
  const owner = administratorOf(house.house).email;
  const { page, faults } = await newPerson(browser, { baseUrl: house.house.url, javaScript: false });
  await comeIn(house, page, office);
  await page.getByLabel("Name", { exact: true }).fill("Robin Côté");
  await page.getByLabel("E-mail", { exact: true }).fill("robin.cote@parl.example");
  await page.getByLabel("Telephone").fill("613-555-0101");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. Only").waitFor();
  await page.getByLabel("Your message").fill("Please call us before Thursday: the committee has moved the vote.");
  await page.getByRole("button", { name: "Send the message" }).click();
  await page.getByText("Sent to").first().waitFor();
  await expect.poll(() => textTo(house, owner, "the committee has moved the vote"), { timeout: 30_000 }).toBeDefined();
  expect(textTo(house, owner, "the committee has moved the vote")).toContain("robin.cote@parl.example");

  await admin.goto(`/admin/campaigns/${campaign.id}?tab=statistics`);
  await admin.getByText("Robin Côté").first().waitFor();
  await lookOver(admin, "offices-of-a-campaign");
  const wall = await (await page.request.get(`/c/${campaign.slug}/replies`)).text();
  expect(wall).toContain("too expensive");
  expect(wall).not.toMatch(/Robin Côté|robin\.cote|moved the vote/);
  expect(faults).toEqual([]);
});
