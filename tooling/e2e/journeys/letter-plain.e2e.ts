import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, pictures } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";

let all: LetterHouse;

beforeAll(async () => {
  all = await raiseLetterHouse();
});
afterAll(async () => {
  await all.close();
});

const lettersTo = (address: string) => all.sink.mailsTo(address);

const confirmLink = async (email: string): Promise<string> => {
  await expect.poll(() => lettersTo(email).length, { timeout: 30_000 }).toBe(1);
  return /https?:\/\/\S+\/confirm\/[\w-]+/.exec(lettersTo(email)[0]?.mail.text ?? "")?.[0] ?? "";
};

/** The tool needs JavaScript, so it reads the same page in a browser that has it, with the page's own scripts left out. */
const looked = async (page: Page, name: string): Promise<void> => {
  await pictures(page, name);
  const body = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  const reader = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone });
  await reader.page.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await reader.page.goto(page.url());
  expect.soft(await seriousFindings(reader.page), name).toEqual([]);
  await reader.context.close();
};

it("brings letters from a browser without JavaScript to their mailboxes, one for each, once confirmed", async () => {
  const { slug } = await all.publish({ targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"], verifySender: true, allowEmailEditing: true });
  const { page } = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone, javaScript: false });
  await page.goto(`/c/${slug}?s=poster`);
  await page.getByLabel("Your postal code").fill("m5v3l9");
  await page.getByRole("button", { name: "Find my representatives" }).click();
  await page.getByRole("checkbox", { name: /Pat Ridings/, checked: true }).waitFor();
  await page.getByRole("checkbox", { name: /Sam Mayorson/ }).uncheck();
  await looked(page, "plain-form");

  // What is missing is said, and nothing that was written is lost.
  const text = page.getByRole("textbox", { name: "Your letter" });
  await text.fill((await text.inputValue()).replace("Thank you.", "I clean the hospital at night."));
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByRole("button", { name: "Send my letters" }).click();
  await page.getByText("Enter an e-mail address such as name@example.org.").waitFor();
  expect(await text.inputValue()).toContain("I clean the hospital at night.");
  expect(await page.getByRole("checkbox", { name: /Sam Mayorson/ }).isChecked()).toBe(false);
  await looked(page, "plain-form-refused");
  await page.getByLabel("Your e-mail address").fill("noor@example.org");
  await page.getByRole("button", { name: "Send my letters" }).click();
  await page.getByRole("heading", { name: "Now check your mail" }).waitFor();
  await looked(page, "plain-check-mail");
  expect(lettersTo("mp2@example.org")).toHaveLength(0);

  await page.goto(await confirmLink("noor@example.org"));
  await page.getByText("Are these your 2 letters?").waitFor();
  // The first one is open, the other behind its recipient.
  const other = page.locator("details").filter({ hasText: "Kim Wardley" });
  await page.getByText("Dear Pat Ridings").waitFor();
  expect(await other.getByText("I clean the hospital at night.").isVisible()).toBe(false);
  await other.locator("summary").click();
  await other.getByText("I clean the hospital at night.").waitFor();
  await looked(page, "plain-confirm");
  await page.getByRole("button", { name: /Yes, send my/ }).click();
  await page.getByRole("heading", { name: "Thank you. Your letter is on its way" }).waitFor();
  await looked(page, "plain-receipt");

  for (const address of ["mp2@example.org", "ward10@example.org"]) {
    await expect.poll(() => lettersTo(address).length, { timeout: 30_000 }).toBe(1);
    expect(lettersTo(address)[0]?.mail.text).toContain("I clean the hospital at night.");
  }
  expect(lettersTo("mp2@example.org")[0]?.mail.text).toContain("Pat Ridings");
  expect(lettersTo("ward10@example.org")[0]?.mail.text).toContain("Kim Wardley");
  expect(lettersTo("mayor@example.org")).toHaveLength(0);

  // Back and pressed again, or reloaded: still one letter for each.
  await page.reload();
  await page.goBack();
  await expect.poll(() => lettersTo("mp2@example.org").length).toBe(1);
});

it("chooses a district and ends at a receipt that works without JavaScript, in French", async () => {
  const { slug } = await all.publish({ title: "Sans script", allowMailtoLink: true, allowPrint: true, allowSmtpEmail: false });
  const { page } = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone, javaScript: false, locale: "fr-CA" });
  await page.goto(`/fr/c/${slug}`);
  await page.getByLabel("Votre code postal").fill("M4Y 1A5");
  await page.locator("#act button[type=submit]").click();
  await looked(page, "plain-districts-fr");
  await page.getByRole("link", { name: "University—Rosedale" }).click();
  await page.getByRole("checkbox", { name: /Étienne Laframboise/, checked: true }).waitFor();
  const opened = Date.now();
  await page.getByLabel("Votre nom").fill("Noor Haddad");
  await page.getByLabel("Votre adresse courriel").fill("noor@example.org");
  // Nobody reads a letter in three seconds: whoever is quicker is asked to look again.
  await expect.poll(() => Date.now() - opened, { timeout: 10_000 }).toBeGreaterThan(3_000);
  await page.locator("button[name=method][value=MAILTO]").click();
  await page.locator("a[href^='mailto:']").waitFor();
  await looked(page, "plain-opened-fr");
  await page.locator("main a.button-large").click();
  await page.waitForURL(/\/fr\/receipt\//);
  await looked(page, "plain-receipt-fr");
  await page.locator(".did-you button").click();
  await page.waitForURL(/\/fr\/receipt\//);
  await page.getByText("Merci", { exact: false }).first().waitFor();

  // All that is kept about her goes with one button.
  await page.locator("details.erase summary").click();
  await looked(page, "plain-about-fr");
  await page.locator("details.erase form button").last().click();
  await page.waitForURL(/erased/);
  await looked(page, "plain-erased-fr");
});
