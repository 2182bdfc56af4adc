import { startRepresentReplay } from "@cml/integrations/represent";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { newPerson, pictures, startBrowser } from "../src/browser";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House, raiseHouse } from "../src/house";
import { startMailSink } from "../src/mail-sink";

let house: House;
let browser: Browser;
let sink: Awaited<ReturnType<typeof startMailSink>>;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  sink = await startMailSink();
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

/** Calls a procedure with the signed-in person's cookies; dates are given as such. */
const call = async (page: Page, path: string, input: unknown, dates: string[] = []): Promise<{ id: string; slug: string }> => {
  const values = Object.fromEntries(dates.map((date) => [date, ["Date"]]));
  const answer = await page.request.post(`${house.url}/trpc/${path}`, {
    data: { json: input, ...(dates.length === 0 ? {} : { meta: { values } }) },
    headers: { origin: house.url },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { result } = (await answer.json()) as { result: { data: { json: { id: string; slug: string } } } };
  return result.data.json;
};

const letter = "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus. I live in {{SENDER_CITY}}.\n\nThank you.";

it("warns before a deadline, knows how people stand, and hands letters in as one PDF", async () => {
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const admin = organiser.page;
  await enterAdmin(admin, administratorOf(house));
  const deadline = new Date(Date.now() + 26 * 3_600_000).toISOString();
  const campaign = await call(
    admin,
    "admin/influence.campaigns.create",
    {
      title: "Keep the night bus running",
      emailSubject: "Bring back the night bus",
      emailBody: letter,
      targetGovernmentLevels: ["MUNICIPAL"],
      targets: [{ kind: "MY_REPRESENTATIVES", levels: ["MUNICIPAL"], offices: [] }, { kind: "NAMED_PEOPLE" }],
      agendaItem: "Item 7.2",
      submissionDeadline: deadline,
      verifySender: false,
    },
    ["submissionDeadline"],
  );

  // The list comes from a file, is looked at first, and one row is refused with its reason.
  await admin.goto(`/admin/campaigns/${campaign.id}?tab=targets`);
  await admin.getByRole("button", { name: "Bring in a file" }).click();
  const rows =
    "Nom;Courriel;Fonction\nBéa Côté;bea@council.example;Greffière\nNo Address;;Clerk\nŁukasz Iqaluk;lukasz@council.example;Minister";
  await admin.getByRole("textbox", { name: /Paste the rows/ }).fill(rows);
  await admin.getByRole("button", { name: "Look at it" }).click();
  await admin.getByText("2 new, 0 changed, 0 the same, 1 not taken.").waitFor();
  await pictures(admin, "targets-import");
  await admin.getByRole("button", { name: "Bring in 2" }).click();
  await admin.getByText("2 added, 0 changed.").waitFor();

  // A position is noted, and the count of votes shows it.
  await admin.getByRole("combobox", { name: "Position of Béa Côté" }).click();
  await admin.getByRole("option", { name: "For", exact: true }).click();
  await admin.getByText("For: 1 of 2").waitFor();
  expect(await seriousFindings(admin)).toEqual([]);
  await pictures(admin, "targets");

  // A version for those who are for it, and what five supporters would send.
  await admin.goto(`/admin/campaigns/${campaign.id}?tab=versions`);
  await admin.getByRole("button", { name: "Add a version" }).click();
  await admin.getByRole("textbox", { name: /Name/ }).fill("Already with us");
  await admin.getByRole("group", { name: "Only for positions" }).getByText("For", { exact: true }).click();
  await admin
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("{{SALUTATION}},\n\nwe are glad that you will vote for the night bus.");
  await pictures(admin, "version");
  await admin.getByRole("button", { name: "Save" }).click();
  await admin.getByText("Version saved.").waitFor();
  await pictures(admin, "versions");
  await admin.goto(`/admin/campaigns/${campaign.id}?tab=samples`);
  await admin.getByText("Already with us").first().waitFor({ timeout: 60_000 });
  expect(await seriousFindings(admin)).toEqual([]);
  await pictures(admin, "samples");
  await admin.getByRole("button", { name: "Test to me" }).click();
  await expect.poll(() => sink.mails.length, { timeout: 20_000 }).toBe(1);

  // Published at a trickle: the letters will not be out in time, and the page says so.
  await call(admin, "admin/influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });
  await call(admin, "admin/influence.campaigns.update", { id: campaign.id, changes: { sendFrom: deadline } }, ["changes.sendFrom"]);
  const look = `public/influence.representatives.lookUp?input=${encodeURIComponent(
    JSON.stringify({ json: { campaignSlug: campaign.slug, postalCode: "M5V3L9", locale: "en", districts: [] } }),
  )}`;
  const found = (await (await admin.request.get(`${house.url}/trpc/${look}`)).json()) as {
    result: { data: { json: { targets: { id: string; hasEmail: boolean }[] } } };
  };
  const targetIds = found.result.data.json.targets.filter(({ hasEmail }) => hasEmail).map(({ id }) => id);
  const submission = {
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    name: "Noor Haddad",
    email: "noor@example.org",
    locale: "en",
    targetIds,
  };
  await call(admin, "public/influence.letters.submit", { ...submission, submissionId: crypto.randomUUID() });
  await admin.goto(`/admin/campaigns/${campaign.id}`);
  await admin.getByText(/letters will miss the deadline/).waitFor({ timeout: 30_000 });
  await pictures(admin, "deadline");

  // Handed in on paper: out of the queue, one PDF, fetched as often as it takes.
  await admin.goto(`/admin/campaigns/${campaign.id}?tab=handIn`);
  expect(await seriousFindings(admin)).toEqual([]);
  await pictures(admin, "hand-in");
  await admin.getByRole("button", { name: /Put \d+ together/ }).click();
  const download = admin.waitForEvent("download");
  await admin
    .getByRole("dialog")
    .getByRole("button", { name: /Put \d+ together/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/^letters-.*\.pdf$/);
  await admin.getByRole("link", { name: "Download the PDF" }).waitFor();
  const address = await admin.getByRole("link", { name: "Download the PDF" }).getAttribute("href");
  const pdf = await (await admin.request.get(`${house.url}${address}`)).body();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const stranger = await newPerson(browser, { baseUrl: house.url });
  expect((await stranger.page.request.get(`${house.url}${address}`)).status()).toBe(401);
  await admin.goto(`/admin/campaigns/${campaign.id}`);
  await expect.poll(() => admin.getByText(/letters will miss the deadline/).count()).toBe(0);

  // The same screens in French.
  const french = await newPerson(browser, { baseUrl: house.url, locale: "fr-CA" });
  await french.context.addCookies(await organiser.context.cookies());
  await french.page.goto(`/admin/campaigns/${campaign.id}?tab=targets`);
  await french.page.getByText("Toutes les personnes connues").waitFor();
  await pictures(french.page, "targets-fr");
});
