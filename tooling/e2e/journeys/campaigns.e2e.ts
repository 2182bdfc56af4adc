import path from "node:path";
import { startRepresentReplay } from "@cml/integrations/represent";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { desktop, newPerson, phone, picture, startBrowser } from "../src/browser";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House, raiseHouse } from "../src/house";
import { startMailSink } from "../src/mail-sink";

let house: House;
let browser: Browser;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const sink = await startMailSink();
  undo.push(() => sink.close());
  const represent = await startRepresentReplay();
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

const coverPath = path.resolve(import.meta.dirname, "../../../apps/canvass/public/icon-512.png");

/** A screen as it must be on both sizes: nothing serious for those who use it with aids, no scrolling to the side. */
const looks = async (page: Page, name: string): Promise<void> => {
  for (const [size, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    await page.setViewportSize(viewport);
    expect.soft(await seriousFindings(page), `${name} ${size}`).toEqual([]);
    // Asked until it holds: the shell rearranges itself a moment after the window has changed.
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(wide, { message: `${name} ${size} scrolls to the side` }).toBeLessThanOrEqual(0);
    await picture(page, `${name}-${size}`);
  }
};

/** The same screen, in French, dark, on a phone. */
const looksInFrench = async (organiser: Awaited<ReturnType<typeof newPerson>>, addresses: Record<string, [string, string | RegExp]>) => {
  const french = await newPerson(browser, { baseUrl: house.url, locale: "fr-CA", dark: true, viewport: phone });
  await french.context.addCookies(await organiser.context.cookies());
  for (const [name, [address, words]] of Object.entries(addresses)) {
    await french.page.goto(address);
    await french.page.getByText(words).first().waitFor();
    expect.soft(await seriousFindings(french.page), `${name} in French`).toEqual([]);
    await picture(french.page, `${name}-fr-phone-dark`);
  }
  await french.context.close();
};

it("makes a campaign from a preset, shows it in private, publishes, moves, pauses and counts it", async () => {
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const admin = organiser.page;
  await enterAdmin(admin, administratorOf(house));
  await admin.goto("/admin/campaigns/new");
  await admin.getByRole("button", { name: /My MP/ }).click();
  await admin.getByRole("button", { name: /My MP/, pressed: true }).waitFor();
  const title = admin.getByRole("textbox", { name: "Title" });
  await title.fill("Trains at night");
  const frame = admin.frameLocator("iframe:not([hidden])");
  await frame.getByRole("heading", { name: "Trains at night" }).waitFor();
  await looks(admin, "campaign-new");
  await admin.getByRole("button", { name: "Save as draft" }).click();
  await admin.waitForURL(/campaigns\/[0-9a-f-]{36}$/);
  const campaign = new URL(admin.url()).pathname;

  // A draft saves itself: what was typed is there after a reload, without a press on Save.
  await admin.goto(`${campaign}/edit`);
  const ask = admin.getByRole("textbox", { name: "What you ask people to do" });
  await ask.fill("Ask your member for a night train.");
  await admin.getByText(/^Saved/).waitFor();
  await admin.reload();
  expect(await ask.inputValue()).toBe("Ask your member for a night train.");

  // A picture from this device becomes a file of ours.
  await admin.getByRole("button", { name: "The page", exact: true }).click();
  const chooser = admin.waitForEvent("filechooser");
  await admin.getByRole("button", { name: "Choose a picture" }).click();
  await (await chooser).setFiles(coverPath);
  await admin.getByText("The picture is here.").waitFor();
  await admin.getByText(/^Saved/).waitFor();
  await looks(admin, "campaign-editor");

  // The private link shows the draft to somebody without an account, and tells what a preview cannot do.
  await admin.getByRole("button", { name: "Sharing", exact: true }).click();
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = admin.getByRole("textbox", { name: "Private preview link" });
  await expect.poll(() => link.inputValue()).toMatch(/\/preview\/trains-at-night\/[\w-]{43}$/);
  const reader = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  const preview = new URL(await link.inputValue()).pathname;
  await reader.page.goto(preview);
  await reader.page.getByText("Private preview.").waitFor();
  const cover = reader.page.locator("article img").first();
  expect(await cover.getAttribute("src")).toMatch(/^\/files\//);
  await reader.page.getByLabel("Your postal code").fill("K1A 0B1");
  await reader.page.getByRole("button", { name: "Find my representatives" }).click();
  await reader.page.getByText(/This is a preview/).waitFor();
  await looks(reader.page, "campaign-preview");
  // It is played with invented supporters, up to the button that would send.
  await reader.page.getByRole("link", { name: "Alex Sample" }).click();
  await reader.page.getByText("Pat Ridings").waitFor();
  await reader.page.getByRole("button", { name: "Continue to the letter" }).click();
  await reader.page.getByText("Pat Ridings").first().waitFor();
  await looks(reader.page, "campaign-preview-letter");
  expect((await reader.page.request.get("/c/trains-at-night")).status(), "a draft has no page").toBe(404);

  // Published, and the private link leads to the page itself.
  await admin.goto(campaign);
  await admin.getByRole("button", { name: "Publish", exact: true }).click();
  const anyway = admin.getByRole("button", { name: "Publish anyway" });
  const live = admin.getByText("The campaign is live.");
  await anyway.or(live).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await live.waitFor();
  await reader.page.goto(preview);
  await reader.page.waitForURL(/\/c\/trains-at-night$/);
  expect(await reader.page.getByText("Private preview.").count()).toBe(0);

  // Who edits a live campaign is told that this is not saved, not that nobody sees the page.
  await admin.goto(`${campaign}/edit`);
  await frame.getByText("Preview of changes that are not saved.").waitFor();
  expect(await frame.getByText("Nobody else sees this page").count()).toBe(0);

  // A new address; the old one leads there.
  await admin.getByRole("button", { name: "Sharing", exact: true }).click();
  await admin.getByRole("textbox", { name: "Address of the page" }).fill("night-trains");
  await admin.getByRole("button", { name: "Change", exact: true }).click();
  await admin.getByText("Also leads here: /c/trains-at-night").waitFor();
  const moved = await reader.page.request.get("/c/trains-at-night", { maxRedirects: 0 });
  expect([moved.status(), moved.headers()["location"]]).toEqual([301, "/c/night-trains"]);

  // Letters, targets and the rest of its page; then paused: the page stays, without a form.
  await admin.goto(campaign);
  for (const tab of ["targets", "versions", "samples", "handIn", "statistics"]) {
    await admin.goto(`${campaign}?tab=${tab}`);
    await admin.getByRole("tabpanel").locator("button, h2, h3, p").first().waitFor();
    await looks(admin, `campaign-tab-${tab}`);
  }
  await admin.getByText("Nothing to count yet").waitFor();
  await admin.setViewportSize(desktop);
  await admin.getByRole("button", { name: "Pause", exact: true }).click();
  await admin.getByText("The campaign is paused. Letters wait.").waitFor();
  await reader.page.goto("/c/night-trains");
  await reader.page.getByRole("heading", { name: "Trains at night" }).waitFor();
  expect(await reader.page.getByLabel("Your postal code").count()).toBe(0);
  await looks(reader.page, "campaign-paused-page");
  await admin.goto("/admin/campaigns");
  await admin.getByText("Trains at night").first().waitFor();
  await looks(admin, "campaign-list");
  await looksInFrench(organiser, {
    "campaign-editor": [`${campaign}/edit`, "Titre"],
    "campaign-statistics": [`${campaign}?tab=statistics`, "Trains at night"],
    "campaign-list": ["/admin/campaigns", "Trains at night"],
  });
  expect([...organiser.faults, ...reader.faults]).toEqual([]);
});

it("looks people up by hand, corrects one, and marks a level as without sitting members", async () => {
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const admin = organiser.page;
  await enterAdmin(admin, administratorOf(house));
  await admin.goto("/admin/representatives");
  await admin.getByText("Look up a postal code").waitFor();
  await looks(admin, "representatives-empty");

  // By keyboard: the code, Enter.
  const code = admin.getByRole("textbox", { name: "Postal code" });
  await code.fill("nonsense");
  await code.press("Enter");
  await admin.getByText("A postal code looks like A1A 1A1.").waitFor();
  await code.fill("m5v 3l9");
  await code.press("Enter");
  const federal = admin.getByRole("region", { name: "Federal" });
  await federal.getByText("Pat Ridings").waitFor();
  await looks(admin, "representatives-found");

  // What staff know better wins over every source.
  await federal.getByRole("button", { name: /^Correct/ }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill("pat.better@example.org");
  await dialog.getByRole("textbox", { name: "Note for your colleagues" }).fill("Told by the office on the telephone.");
  await looks(admin, "representatives-correction");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await admin.getByText("Saved. It holds from the next look-up on.").waitFor();
  await federal.getByText("pat.better@example.org").waitFor();
  await federal.getByText("Your correction").waitFor();
  await admin.getByRole("tab", { name: "Corrections" }).click();
  await admin.getByText("pat.better@example.org").waitFor();
  await looks(admin, "representatives-corrections");

  // A level without sitting members: said in the look-up, until it ends.
  await admin.getByRole("tab", { name: "No sitting members" }).click();
  await admin.getByText("Everybody sits").waitFor();
  await admin.getByRole("button", { name: "Mark as without sitting members" }).click();
  await dialog.getByRole("textbox", { name: "Words for the page" }).fill("The next members are chosen in spring.");
  await looks(admin, "representatives-break-form");
  await dialog.getByRole("button", { name: "Save" }).click();
  await admin.getByText("In force").waitFor();
  await looks(admin, "representatives-breaks");
  await admin.goto("/admin/representatives?code=M5V3L9");
  await federal.getByText("The next members are chosen in spring.").waitFor();
  await admin.goto("/admin/representatives?tab=breaks");
  await admin.getByRole("button", { name: "Members sit again" }).click();
  await dialog.getByRole("button", { name: "Members sit again" }).click();
  await admin.getByText("Everybody sits").waitFor();

  await admin.getByRole("tab", { name: "Sources" }).click();
  await admin.getByText("Answers", { exact: true }).first().waitFor();
  await looks(admin, "representatives-sources");
  await admin.getByRole("tab", { name: "What changed" }).click();
  await admin.getByText("Nothing changed").waitFor();
  await looks(admin, "representatives-alerts");
  await looksInFrench(organiser, {
    "representatives-found": ["/admin/representatives?code=M5V3L9", "Pat Ridings"],
    "representatives-corrections": ["/admin/representatives?tab=overrides", "pat.better@example.org"],
    "representatives-sources": ["/admin/representatives?tab=sources", "Represent"],
  });
  expect(organiser.faults).toEqual([]);
});
