import { startRepresentReplay } from "@cml/integrations/represent";
import { startNominatimReplay } from "@cml/integrations/nominatim";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import split from "../../fixtures/represent/M4Y1A5.json" with { type: "json" };
import { seriousFindings } from "../src/accessibility";
import { mutate } from "../src/admin-call";
import { newPerson, phone, pictures } from "../src/browser";
import { type LetterHouse, type Published, raiseLetterHouse } from "../src/letter-house";

// On the side of the boundary where only one of the two members sits.
const charlesStreet = [
  {
    lat: "43.6675",
    lon: "-79.3950",
    display_name: "120, Charles Street West, Toronto, Ontario, Canada",
    address: { house_number: "120", "ISO3166-2-lvl4": "CA-ON" },
  },
];

let all: LetterHouse;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const nominatim = await startNominatimReplay({ charles: charlesStreet, churchill: charlesStreet });
  undo.push(() => nominatim.stop());
  // An invented supporter lives where those two ridings meet.
  all = await raiseLetterHouse({ GEOCODER_URL: nominatim.baseUrl }, {}, { T5J2R7: { ...split, code: "T5J2R7" } });
  undo.push(() => all.close());
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

const supporterOf = async (slug: string) => {
  const person = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone });
  await person.page.goto(`/c/${slug}`);
  return person;
};

const tellCode = async (page: Page, code: string) => {
  await page.getByLabel("Your postal code").fill(code);
  await page.getByRole("button", { name: /Find my representatives|Try again/ }).click();
};

const signAndSend = async (page: Page, email: string) => {
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: /^Send my/ }).click();
  await page.getByText("Your letter is on its way").waitFor();
};

const lettersTo = (address: string) => all.sink.mailsTo(address).length;

it("shows both members of a code that two ridings share, and writes to the one of the district she chooses", async () => {
  const { slug } = await all.publish({ title: "By hand" });
  const { page, faults } = await supporterOf(slug);
  await tellCode(page, "m4y 1a5");
  await page.getByText("Which federal district do you live in?").waitFor();
  const map = page.getByRole("img", { name: /Map of the districts/ });
  await map.waitFor();
  expect(await map.locator("path").count()).toBe(2);
  const districts = page.getByRole("region", { name: "Districts to choose from (federal)" });
  await districts.getByText("Imani Okonkwo-Reyes").waitFor();
  await districts.getByText("Étienne Laframboise").waitFor();
  expect(await page.getByRole("button", { name: "Continue to the letter" }).count(), "nobody is written to unasked").toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "split");

  await districts.getByRole("button", { name: /University—Rosedale/ }).click();
  await page.getByRole("checkbox", { name: /Étienne Laframboise/, checked: true }).waitFor();
  expect(await page.getByText("Imani Okonkwo-Reyes").count()).toBe(0);
  await page.getByRole("button", { name: "Continue to the letter" }).click();
  await signAndSend(page, "noor@example.org");
  await expect.poll(() => lettersTo("laframboise@example.org"), { timeout: 30_000 }).toBe(1);
  expect(lettersTo("okonkwo-reyes@example.org")).toBe(0);
  expect(faults).toEqual([]);
});

it("finds the district by a street, and leaves the choice to her where no such street is known", async () => {
  const { slug } = await all.publish({ title: "By street" });
  const { page, faults } = await supporterOf(slug);
  await tellCode(page, "M4Y1A5");
  await page.getByLabel("Your street").fill("7 Nowhere Lane");
  await page.getByRole("button", { name: "Find my district" }).click();
  await expect.poll(() => page.getByLabel("Your street").getAttribute("aria-invalid"), { timeout: 30_000 }).toBe("true");
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "street-not-found");
  // The districts are still there to choose from.
  await page.getByRole("button", { name: /University—Rosedale/ }).waitFor();
  expect(await page.getByLabel("Your street").inputValue()).toBe("7 Nowhere Lane");

  await page.getByLabel("Your street").fill("120 Charles Street West");
  await page.getByRole("button", { name: "Find my district" }).click();
  await page.getByRole("checkbox", { name: /Étienne Laframboise/, checked: true }).waitFor();
  expect(await page.getByText("Which federal district do you live in?").count()).toBe(0);
  await page.getByRole("button", { name: "Continue to the letter" }).click();
  await page.getByRole("textbox", { name: "Your letter" }).or(page.locator(".paper-body")).first().waitFor();
  // A street unknown is told by the server as 404, which a browser writes into its console.
  expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
});

it("is played in a preview with an invented supporter: her street, the letter meant for that office, and the call", async () => {
  const admin = <T>(name: string, input: object) => mutate<T>(all.admin, `admin/influence.${name}`, input);
  const draft = await admin<Published>("campaigns.create", {
    ...{ title: "Not public yet", emailSubject: "Bring back the night bus", targetGovernmentLevels: ["FEDERAL"], allowCalls: true },
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus.\n\nThank you.",
    callScript: "Hello {{REPRESENTATIVE_NAME}}, my name is {{SENDER_NAME}}.",
  });
  await admin("targets.versions.save", {
    ...{ id: null, campaignId: draft.id, name: "For the House", handling: "WRITE", positions: [], parties: [], levels: ["FEDERAL"] },
    ...{ locale: null, subject: "For the House", body: "Dear {{REPRESENTATIVE_NAME}},\n\nraise it in the House.", translations: null },
  });
  const { url } = await admin<{ url: string }>("campaigns.setPreviewLink", { id: draft.id, shared: true });
  const { page, faults } = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone });
  await page.goto(new URL(url).pathname);
  await page.getByRole("link", { name: "Sam Kowalski-Sample" }).click();
  await page.getByText("Which federal district do you live in?").waitFor();
  expect(await page.getByLabel("Your street").inputValue()).toBe("1 Sir Winston Churchill Square");
  await pictures(page, "preview-street");
  await page.getByRole("button", { name: "Find my district" }).click();
  await page.getByRole("checkbox", { name: /Étienne Laframboise/, checked: true }).waitFor();

  await page.getByRole("button", { name: "Continue to the letter" }).click();
  await page.getByText("raise it in the House.").first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "preview-version");
  await page.getByRole("button", { name: "Back", exact: true }).click();

  await page.getByRole("button", { name: "Call them instead" }).click();
  await page.getByText("Hello Étienne Laframboise, my name is Sam Kowalski-Sample.").waitFor();
  await page.getByText("try the buttons, nothing is counted").waitFor();
  await page.getByRole("button", { name: "I talked to somebody" }).click();
  await page.getByText("Tried in the preview, not counted: “I talked to somebody”").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pictures(page, "preview-calls");
  expect(faults).toEqual([]);
  await page.context().close();
});

it("keeps what was typed while the directory is down, writes to named people meanwhile, and goes on once it is back", async () => {
  const campaign = await all.publish({
    title: "Down for an hour",
    allowEmailEditing: true,
    targets: [{ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] }, { kind: "NAMED_PEOPLE" }],
  });
  await all.name(campaign, { recipientName: "Béa Côté", recipientEmail: "bea@council.example", recipientTitle: "Minister of Transport" });
  const patient = await supporterOf(campaign.slug);
  const hasty = await supporterOf(campaign.slug);
  for (const { page } of [patient, hasty]) {
    await tellCode(page, "T6E4A1");
    await page.getByRole("button", { name: "Continue to the letter" }).click();
    await page.getByRole("textbox", { name: "Your letter" }).fill("Dear [their name],\n\nmy own words about the bus.");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await page.getByRole("button", { name: "Use another postal code" }).click();
  }

  const port = Number(new URL(all.represent.baseUrl).port);
  await all.represent.stop();
  for (const { page } of [patient, hasty]) {
    await tellCode(page, "S7N0W8");
    await page.getByText("The directory of representatives does not answer").waitFor({ timeout: 60_000 });
    await page.getByRole("checkbox", { name: /Béa Côté/, checked: true }).waitFor();
  }
  expect(await seriousFindings(patient.page)).toEqual([]);
  await pictures(patient.page, "represent-down");

  // One does not wait: the minister can be written to now, in the words that were typed.
  await hasty.page.getByRole("button", { name: "Continue to the letter" }).click();
  expect(await hasty.page.getByRole("textbox", { name: "Your letter" }).inputValue()).toContain("my own words about the bus.");
  await signAndSend(hasty.page, "hasty@example.org");
  await expect.poll(() => lettersTo("bea@council.example"), { timeout: 30_000 }).toBe(1);
  expect(all.sink.mailsTo("bea@council.example")[0]?.mail.text).toContain("my own words about the bus.");

  // The other waits, through a reload, until her member is found; her text has not changed.
  await patient.page.reload();
  await patient.page.getByText("The directory of representatives does not answer").waitFor({ timeout: 60_000 });
  const back = await startRepresentReplay({ port });
  undo.push(() => back.stop());
  const again = patient.page.getByRole("button", { name: "Try again" });
  await expect
    .poll(
      async () => {
        // Too many failures in a row and the directory is left alone for half a minute.
        if (await again.isEnabled().catch(() => false)) await again.click();
        return patient.page.getByText("Wendell Oster").count();
      },
      { timeout: 90_000, interval: 2_000 },
    )
    .toBeGreaterThan(0);
  await patient.page.getByRole("button", { name: "Continue to the letter" }).click();
  expect(await patient.page.getByRole("textbox", { name: "Your letter" }).inputValue()).toContain("my own words about the bus.");
  await signAndSend(patient.page, "patient@example.org");
  await expect.poll(() => lettersTo("oster@example.org"), { timeout: 30_000 }).toBe(1);
  await expect.poll(() => lettersTo("bea@council.example"), { timeout: 30_000 }).toBe(2);
  expect([...patient.faults, ...hasty.faults]).toEqual([]);
});
