import { startRepresentReplay } from "@cml/integrations/represent";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, picture, pictures, startBrowser } from "../src/browser";
import { administratorOf, type House, raiseHouse } from "../src/house";
import { startMailSink } from "../src/mail-sink";
import { enterAdmin } from "../src/enter-admin";

let house: House;
let browser: Browser;
let sink: Awaited<ReturnType<typeof startMailSink>>;
let represent: Awaited<ReturnType<typeof startRepresentReplay>>;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  sink = await startMailSink();
  undo.push(() => sink.close());
  represent = await startRepresentReplay();
  undo.push(() => represent.stop());
  house = await raiseHouse({
    env: { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(sink.port), SMTP_FROM: "letters@act.example.org", REPRESENT_URL: represent.baseUrl },
  });
  undo.push(() => house.stop());
  browser = await startBrowser();
  undo.push(() => browser.close());
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

it("carries a supporter's letter from the campaign page to the representatives' mailboxes, once", async () => {
  // The organiser makes and publishes a campaign.
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const admin = organiser.page;
  await enterAdmin(admin, administratorOf(house));
  await picture(admin, "admin-home");
  await admin.goto("/admin/campaigns/new");
  await admin.getByRole("textbox", { name: "Title" }).fill("Keep the night bus running");
  await admin
    .getByRole("textbox", { name: "Why it matters" })
    .fill("The last bus now leaves at nine.\n\nNurses, cooks and students walk home.");
  await admin.getByRole("textbox", { name: "What you ask people to do" }).fill("Ask your representatives to bring it back.");
  await admin.getByRole("textbox", { name: "Subject" }).fill("Bring back the night bus");
  await admin.getByRole("textbox", { name: "Text of the letter" }).fill("Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus.");
  for (const [level, wanted] of [
    ["Federal", true],
    ["Municipal", true],
    ["Provincial", false],
  ] as const) {
    if ((await admin.getByRole("checkbox", { name: level }).isChecked()) !== wanted) await admin.getByText(level, { exact: true }).click();
  }
  await admin.getByRole("button", { name: "How it is sent" }).click();
  await admin.getByRole("switch", { name: "Let people edit the letter" }).setChecked(true, { force: true });
  await picture(admin, "campaign-edit");
  await admin.getByRole("button", { name: "Save as draft" }).click();
  await admin.getByRole("button", { name: "Publish" }).click();
  const anyway = admin.getByRole("button", { name: "Publish anyway" });
  await anyway.click();
  await admin.getByText("The campaign is live.").waitFor();
  const campaignUrl = admin.url();

  // A supporter opens it on a phone and writes.
  const supporter = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  const page = supporter.page;
  await page.goto("/c/keep-the-night-bus-running");
  await pictures(page, "campaign");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByLabel("Your postal code").fill("m5v 3l9");
  await page.getByRole("button", { name: "Find my representatives" }).click();
  await page.getByText("Pat Ridings").waitFor();
  await page.getByText("Kim Wardley").waitFor();
  expect(await page.getByText("Alex Exampleton").count(), "the provincial member is not asked").toBe(0);
  await picture(page, "campaign-people");
  await page.getByRole("button", { name: "Continue to the letter" }).click();
  const body = page.getByRole("textbox", { name: "Your letter" });
  await body.fill(`${await body.inputValue()}\n\nI work nights at the hospital.`);
  await picture(page, "campaign-letter");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByLabel("Your e-mail address").fill("noor@example.org");
  await picture(page, "campaign-you");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByText("How should it go?").waitFor();
  await picture(page, "campaign-how");
  await page.getByRole("button", { name: /Send my/ }).click();
  await page.getByText("Now check your mail").waitFor();
  await picture(page, "campaign-check-mail");
  await expect.poll(() => sink.mailsTo("noor@example.org").length, { timeout: 30_000 }).toBe(1);
  expect(sink.mails.length, "nothing else has left before the confirmation").toBe(1);

  // The supporter confirms from the mailbox, on another device; opening the link does nothing by itself.
  const link = /https?:\/\/\S+\/confirm\/[\w-]+/.exec(sink.mailsTo("noor@example.org")[0]?.mail.text ?? "")?.[0] ?? "";
  expect(link).toContain(house.url);
  const otherDevice = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  await otherDevice.page.goto(link);
  await otherDevice.page.getByRole("heading", { name: /Is this your letter|Are these your/ }).waitFor();
  await picture(otherDevice.page, "confirm");
  expect(sink.mails.length).toBe(1);
  await otherDevice.page.getByRole("button", { name: /Yes, send my/ }).click();
  await otherDevice.page.getByText("Thank you. Your letter is on its way").waitFor();

  // It stands at the far end: one letter each, from the organisation, to be answered to the supporter.
  await expect.poll(() => sink.mailsTo("mp2@example.org").length, { timeout: 30_000 }).toBe(1);
  await expect.poll(() => sink.mailsTo("ward10@example.org").length, { timeout: 30_000 }).toBe(1);
  const [letter] = sink.mailsTo("mp2@example.org");
  expect(letter?.mail.subject).toBe("Bring back the night bus");
  expect(letter?.mail.from).toMatchObject({ address: "letters@act.example.org", name: expect.stringContaining("Noor Haddad") });
  expect(letter?.mail.replyTo?.[0]?.address).toBe("noor@example.org");
  expect(letter?.mail.text).toContain("I work nights at the hospital.");
  expect(letter?.mail.text).toContain("Pat Ridings");

  // The receipt and the organiser see it; the public counter rises; the same link again sends nothing.
  await otherDevice.page.goto(link);
  await otherDevice.page.getByText("This letter was already confirmed").waitFor();
  await admin.goto(campaignUrl);
  await admin.getByText("Noor Haddad").first().waitFor();
  await expect.poll(() => admin.getByText("Handed over", { exact: true }).count(), { timeout: 30_000 }).toBeGreaterThan(0);
  await picture(admin, "campaign-letters");
  await expect
    .poll(
      async () => {
        await page.goto("/c/keep-the-night-bus-running");
        return page.getByText(/letters? sent from this page/).count();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBeGreaterThan(0);
  await picture(page, "campaign-counted");
  expect(sink.mailsTo("mp2@example.org").length).toBe(1);
  expect([...organiser.faults, ...supporter.faults, ...otherDevice.faults]).toEqual([]);
});

it("can be read with JavaScript off, and in French", async () => {
  const reader = await newPerson(browser, { baseUrl: house.url, viewport: phone, javaScript: false });
  await reader.page.goto("/c/keep-the-night-bus-running");
  await reader.page.getByRole("heading", { name: "Keep the night bus running" }).waitFor();
  expect(await reader.page.getByText("please vote for the night bus").count()).toBeGreaterThan(0);
  await picture(reader.page, "campaign-without-javascript");
  const french = await newPerson(browser, { baseUrl: house.url, viewport: phone, locale: "fr-CA" });
  await french.page.goto("/fr/c/keep-the-night-bus-running");
  expect(await french.page.locator("html").getAttribute("lang")).toMatch(/^fr/);
  await pictures(french.page, "campagne");
});
