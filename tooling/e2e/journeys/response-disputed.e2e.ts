import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { approveAll, linkTo, publishWall, share } from "../src/replies-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse();
});
afterAll(() => house.close());

it(
  "staff add what an office said on the phone; the office reports it; it lies with the moderators until they saw the proof",
  { timeout: 300_000 },
  async () => {
    const { admin, browser } = house;
    const campaign = await publishWall(house);
    const wallPath = `/c/${campaign.slug}/replies`;
    for (const about of ["Lee Park", "Sam Roy", "Kim Duval"]) await share(admin, campaign, { about, text: "We will look into it." });
    await approveAll(admin, campaign);

    // Added in the admin by somebody who took the call.
    await admin.goto(`/admin/responses?campaign=${campaign.id}&add=1`);
    const form = admin.getByRole("dialog", { name: "Add a response" });
    await form.waitFor();
    await form.getByLabel(/^Representative/).fill("ines");
    await admin.getByRole("option", { name: /Ines Okafor/ }).click();
    await form.getByLabel(/^Level/).click();
    await admin.getByRole("option", { name: "Municipal" }).click();
    await form.getByLabel("What was answered").fill("She will not plant a single tree. Call her back at 604 555-0142.");
    await form.getByRole("switch", { name: /Ask the office to confirm/ }).check({ force: true });
    await lookOver(admin, "desk-add-filled");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await admin.getByRole("heading", { level: 2, name: "Ines Okafor" }).waitFor();
    await admin.getByText("Added by staff").waitFor();
    expect(await admin.locator("mark").allInnerTexts()).toContain("604 555-0142");
    await admin.keyboard.press("a");
    await admin.getByText("Approved: Ines Okafor").waitFor();

    const { page, faults } = await newPerson(browser, { baseUrl: house.house.url });
    await page.goto(wallPath);
    await page.getByText("She will not plant a single tree. Call her back at ███ ████████.").waitFor();
    await page.getByText("4 replies").waitFor();

    // A minute later the office has its one mail.
    const [question = ""] = (await linkTo(house, "ines.okafor@city.example", "/office/check/")).split("?");
    await page.goto(question);
    await page.locator("summary", { hasText: "No, report it" }).click();
    await page.getByLabel("What is wrong with it?").fill("She said the opposite.");
    await page.getByRole("button", { name: "Report and hide it" }).click();
    await page.getByText("You reported this.").waitFor();
    await page.goto(wallPath);
    await page.getByText("3 replies").waitFor();
    expect(await page.content()).not.toContain("single tree");

    // The desk says who reported it and why; it comes back only with a proof.
    await admin.goto("/admin/responses?pile=DISPUTED");
    await admin.getByText("It says: “She said the opposite.”").waitFor();
    await admin.getByText("To show it again, look at the proof").waitFor();
    expect(await admin.getByText(/^Rejected by/).count()).toBe(0);
    await lookOver(admin, "desk-disputed");
    await admin.keyboard.press("a");
    await admin.getByText(/proof/i).first().waitFor();
    await page.goto(wallPath);
    expect(await page.content()).not.toContain("single tree");
    await admin.keyboard.press("p");
    await admin.getByText("Proof seen: Ines Okafor").waitFor();
    await admin.keyboard.press("a");
    await admin.getByText("Approved: Ines Okafor").waitFor();
    await expect.poll(async () => (await page.goto(wallPath), page.getByText("single tree").count()), { timeout: 15_000 }).toBe(1);
    const card = page.locator("article").filter({ hasText: "single tree" });
    await card.getByText("Proof seen by us").waitFor();
    expect(await card.getByText("Confirmed by the office").count()).toBe(0);
    expect(faults).toEqual([]);
  },
);
