import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson, phone } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { addressOf, write } from "../src/office-scene";
import { publishWall } from "../src/replies-scene";
import { ask } from "../src/admin-call";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse({ TRUST_PROXY: "loopback" });
});
afterAll(() => house.close());

type Desk = { items: { representativeName: string; representativeEmail: string | null; submittedByEmail: string; text: string }[] };

it(
  "a receipt leads to the form with the right person chosen, and its writer is asked for nothing we know",
  { timeout: 180_000 },
  async () => {
    const { admin, browser } = house;
    const campaign = await publishWall(house, { verifySender: true });
    const receipt = await write(house, campaign, "Ana Roy");
    const { page, faults } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
    await page.goto(`/receipt/${receipt}`);
    await page
      .getByRole("region", { name: /Ines Okafor/ })
      .getByRole("link", { name: "Put it on the response wall" })
      .click();
    await page.getByRole("heading", { name: "Share a reply you got" }).waitFor();
    expect(await page.getByRole("radio", { name: /Ines Okafor/ }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: /Noor Whitfield/ }).isChecked()).toBe(false);
    await lookOver(page, "share-prefilled");
    // Nobody noted at which level she sits: it is asked, and nothing is chosen beforehand.
    await page.getByRole("button", { name: "Continue" }).click();
    const level = page.getByLabel("Level of government");
    expect(await level.evaluate((field: HTMLSelectElement) => [field.value, field.validity.valueMissing])).toEqual(["", true]);
    await level.selectOption("MUNICIPAL");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByLabel("The reply, in their words").fill("Thank you, Ana. There will be trees.");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText(`We write to ${addressOf("Ana Roy")}`).waitFor();
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ana Roy");
    await lookOver(page, "share-prefilled-you");
    await page.getByLabel("Ask the office to confirm").check();
    await page.getByRole("button", { name: "Send it to be read" }).click();
    await page.getByRole("heading", { name: "Thank you. We read it now" }).waitFor();
    const desk = await ask<Desk>(admin, "admin/influence.responses.list", { campaignId: campaign.id, desk: "PENDING" });
    expect(desk.items).toMatchObject([
      { representativeName: "Ines Okafor", representativeEmail: "ines.okafor@city.example", submittedByEmail: addressOf("Ana Roy") },
    ]);

    // The same without JavaScript, in French: one plain form, filled in.
    const plain = await newPerson(browser, { baseUrl: house.house.url, javaScript: false, locale: "fr-CA" });
    await plain.page.goto(`/fr/receipt/${receipt}`);
    await plain.page
      .getByRole("region", { name: /Noor Whitfield/ })
      .getByRole("link", { name: /mur des réponses/ })
      .click();
    expect(await plain.page.getByRole("radio", { name: /Noor Whitfield/ }).isChecked()).toBe(true);
    await plain.page.getByLabel("Palier de gouvernement").selectOption("FEDERAL");
    await plain.page.getByLabel("La réponse, dans leurs mots").fill("Merci. Nous planterons des arbres.");
    await plain.page.getByRole("button", { name: "L’envoyer à la lecture" }).click();
    await plain.page.getByRole("heading", { name: "Merci. Nous la lisons" }).waitFor();
    expect([...faults, ...plain.faults]).toEqual([]);
  },
);
