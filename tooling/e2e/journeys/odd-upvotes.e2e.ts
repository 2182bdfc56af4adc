import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson, phone } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";
import { lookOver } from "../src/look-over";
import { approveAll, linkTo, publishWall, share } from "../src/replies-scene";

let house: LetterHouse;
beforeAll(async () => {
  house = await raiseLetterHouse();
});
afterAll(() => house.close());

it("a class that votes from one network counts, looks odd to moderators, is taken off and put back", { timeout: 240_000 }, async () => {
  const { admin, browser } = house;
  const campaign = await publishWall(house);
  for (const about of ["Noor Whitfield", "Ines Okafor", "Lee Park"]) await share(admin, campaign, { about, text: `${about} answers.` });
  await approveAll(admin, campaign);
  const wallPath = `/c/${campaign.slug}/replies`;
  const faults: string[] = [];
  for (let n = 1; n <= 10; n += 1) {
    const pupil = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
    const { page } = pupil;
    await page.goto(wallPath);
    await page.getByRole("button", { name: /Worth reading.*Lee Park/ }).click();
    await page.getByLabel("Your e-mail address").fill(`pupil${n}@school.example`);
    // From the sixth on the browser solves a sum first, which nobody notices.
    await page.getByRole("button", { name: "Mail me the link" }).click();
    await page.getByText("We sent you a mail.").waitFor();
    await page.goto(await linkTo(house, `pupil${n}@school.example`, "/replies/confirm/"));
    await page.getByRole("button", { name: "Yes, count me" }).click();
    // Pressed before the page's script is there it is a plain form, which answers with a page of its own.
    await page.getByRole("heading", { name: "Is this reply worth reading?" }).waitFor({ state: "hidden" });
    faults.push(...pupil.faults);
    await pupil.context.close();
  }
  const { page } = await newPerson(browser, { baseUrl: house.house.url, viewport: phone });
  const shown = async () => (await page.goto(wallPath), (await page.locator(".upvote-count").allInnerTexts()).sort());
  await expect.poll(shown, { timeout: 15_000 }).toEqual(["0", "0", "10"]);

  await admin.goto("/admin/responses?view=upvotes");
  const odd = admin.getByRole("article", { name: "Lee Park" });
  await odd.getByText("10 upvotes", { exact: true }).waitFor();
  await odd.getByText(/^10 of 10 from one network within/).waitFor();
  await lookOver(admin, "desk-odd-upvotes");
  await odd.getByRole("button", { name: "Take 10 off" }).click();
  await odd.getByText("10 were taken off and do not count").waitFor();
  await expect.poll(shown, { timeout: 15_000 }).toEqual(["0", "0", "0"]);
  await odd.getByRole("button", { name: "Put 10 back" }).click();
  await odd.getByText(/^10 of 10 from one network within/).waitFor();
  await expect.poll(shown, { timeout: 15_000 }).toEqual(["0", "0", "10"]);
  expect(faults).toEqual([]);
});
