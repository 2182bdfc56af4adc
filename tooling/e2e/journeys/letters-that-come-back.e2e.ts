import fs from "node:fs/promises";
import { startRepresentReplay } from "@cml/integrations/represent";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bringMail } from "../src/bring-mail";
import { newPerson, phone, startBrowser } from "../src/browser";
import { mutate } from "../src/admin-call";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, freePort, type House, raiseHouse } from "../src/house";
import { lookOver } from "../src/look-over";
import { startMailSink } from "../src/mail-sink";

let house: House;
let browser: Browser;
let sink: Awaited<ReturnType<typeof startMailSink>>;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  sink = await startMailSink({ dropped: ["mayor@example.org"] });
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

const domain = "reply.example.org";

/** A mail of the fixtures, about a letter that really left. */
const mailAbout = async (name: string, { token, email, messageId }: { token: string; email: string; messageId: string }) =>
  (await fs.readFile(new URL(`../../fixtures/inbound-mail/${name}.eml`, import.meta.url), "utf8"))
    .replaceAll(/0123456789abcdef0123456789abcdef/gi, token)
    .replaceAll(/alex\.roy@parl\.example/gi, email)
    .replaceAll("<0190b7a2-0000-7000-8000-000000000001@reply.example.org>", messageId);

/** What the far end knows of a letter it got. */
const gotBy = async (email: string) => {
  await expect.poll(() => sink.mailsTo(email).length, { timeout: 60_000 }).toBe(1);
  const [got] = sink.mailsTo(email);
  const token = /^l\.([0-9a-f]{32})@/.exec(got?.mail.from?.address ?? "")?.[1] ?? "";
  expect(token, "each letter has an address of its own").not.toBe("");
  expect(got?.envelopeFrom).toBe(`b.${token}@${domain}`);
  return { token, email, messageId: got?.mail.messageId ?? "" };
};

it("shows on the receipt that one letter came back and the other was answered", async () => {
  const organiser = await newPerson(browser, { baseUrl: house.url });
  const admin = organiser.page;
  await enterAdmin(admin, administratorOf(house));
  const port = await freePort();
  await mutate(admin, "admin/settings.siteSettings.update", { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: port });
  const campaign = await mutate<{ id: string }>(admin, "admin/influence.campaigns.create", {
    title: "Keep the night bus running",
    emailSubject: "Bring back the night bus",
    emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus.\n\nThank you.",
    targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"],
    verifySender: false,
  });
  await mutate(admin, "admin/influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });

  // A supporter writes to her member, her councillor and her mayor.
  const supporter = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  const { page } = supporter;
  await page.goto("/c/keep-the-night-bus-running");
  await page.getByLabel("Your postal code").fill("m5v 3l9");
  await page.getByRole("button", { name: "Find my representatives" }).click();
  await page.getByText("Pat Ridings").waitFor();
  await page.getByRole("button", { name: "Continue to the letter" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByLabel("Your e-mail address").fill("noor@example.org");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.getByRole("button", { name: /^Send my/ }).click();
  await page.getByRole("link", { name: "Open my receipt" }).click();
  await page.getByRole("heading", { name: "What became of your letter" }).waitFor();
  const receipt = new URL(page.url()).pathname;

  // The member's server took the letter and sends it back; nobody is answered twice when it says so twice.
  const toMember = await gotBy("mp2@example.org");
  const toCouncillor = await gotBy("ward10@example.org");
  await expect.poll(() => page.getByText("Handed over to the recipient’s mail server").count(), { timeout: 30_000 }).toBe(2);
  await page.getByText("Handed over, but the answer was lost").waitFor();
  const bounce = { port, from: "", to: `b.${toMember.token}@${domain}`, raw: await mailAbout("postfix-unknown-user", toMember) };
  await expect.poll(() => bringMail(bounce), { timeout: 30_000 }).toBe("250 2.0.0 Kept");
  expect(await bringMail(bounce)).toBe("250 2.0.0 Kept");
  // The councillor writes back, and her mail server brings it twice.
  const reply = {
    port,
    from: toCouncillor.email,
    to: `l.${toCouncillor.token}@${domain}`,
    raw: await mailAbout("reply-plain", toCouncillor),
  };
  expect(await bringMail(reply)).toBe("250 2.0.0 Kept");
  expect(await bringMail(reply)).toBe("250 2.0.0 Kept");
  // An address of ours that no letter has is refused at the door.
  expect(await bringMail({ ...reply, to: `l.${"f".repeat(32)}@${domain}` })).toMatch(/^550 5\.1\.1 /);

  // The open receipt says so by itself.
  const memberCard = page.getByRole("region", { name: "To Pat Ridings" });
  const councillorCard = page.getByRole("region", { name: "To Kim Wardley" });
  await memberCard.getByText("Came back").waitFor();
  await memberCard.getByText("The address does not exist (any more).").waitFor();
  await councillorCard.getByText("Answered", { exact: true }).waitFor();
  await councillorCard.getByText("We passed the answer on to your e-mail address.").waitFor();
  expect(await page.getByText("Came back").count()).toBe(1);
  await lookOver(page, "receipt-came-back");
  const french = await newPerson(browser, { baseUrl: house.url, viewport: phone, locale: "fr-CA" });
  await french.page.goto(`/fr${receipt}`);
  await french.page.getByText("Revenue").waitFor();
  await french.page.getByText("L’adresse n’existe pas").waitFor();
  await lookOver(french.page, "recu-revenue");

  // The answer reaches the supporter, once, as text of our own mail.
  const forwarded = () =>
    sink.mailsTo("noor@example.org").filter(({ mail }) => mail.text?.includes("I will vote for slower streets") === true);
  await expect.poll(() => forwarded().length, { timeout: 60_000 }).toBe(1);
  expect(forwarded()[0]?.mail.from?.address).toBe("letters@act.example.org");
  expect(forwarded()[0]?.mail.text).toContain(toCouncillor.email);

  // The organiser finds both in the replies, opens one, and its letter tells the same story.
  await admin.goto("/admin/replies");
  const table = admin.getByRole("table");
  await table.getByText("Kim Wardley").waitFor();
  await table.getByText("Pat Ridings").waitFor();
  expect(await table.getByRole("row").count(), "two mails and the head").toBe(3);
  await lookOver(admin, "replies");
  await table.getByText("Kim Wardley").click();
  const drawer = admin.getByRole("dialog");
  await drawer.getByText("I will vote for slower streets").waitFor();
  await drawer.getByText(/^Passed on to the supporter/).waitFor();
  await lookOver(admin, "replies-one");
  await drawer.getByRole("link", { name: "Open the letter" }).click();
  await admin.getByRole("dialog").getByText("Answered by the office").waitFor();
  await admin.getByRole("dialog").getByText("Handed over to the mail server").waitFor();
  await lookOver(admin, "letter-answered");
  await admin.goto("/admin/letters?status=RETURNED");
  await admin.getByRole("table").getByText("Pat Ridings").click();
  await admin.getByRole("dialog").getByText("Returned as undeliverable").waitFor();
  await admin.getByRole("dialog").getByText("There is no such mailbox.").waitFor();
  await lookOver(admin, "letter-returned");

  // The mayor's server broke off at the last byte. A person settles that, on a phone, by mistake, and takes it back.
  await admin.setViewportSize(phone);
  await admin.goto("/admin/letters?status=UNCERTAIN");
  const box = admin.getByRole("checkbox", { name: "Select the letter to Sam Mayorson" });
  await box.check();
  await admin.getByRole("toolbar", { name: "1 letter selected" }).waitFor();
  await lookOver(admin, "letter-chosen");
  await admin.getByRole("button", { name: "It arrived (1)" }).click();
  await box.waitFor({ state: "detached" });
  await lookOver(admin, "letter-undo");
  await admin.getByRole("button", { name: "Undo" }).click();
  await admin.getByText("1 letter is uncertain again.").waitFor();
  await table.getByText("Sam Mayorson").click();
  await admin.getByRole("dialog").getByText("Taken back: it is not known whether it arrived").waitFor();
  await admin.getByRole("dialog").getByRole("button", { name: "It arrived" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Undo" }).waitFor();
  await lookOver(admin, "letter-settled");
  await page.reload();
  await page.getByRole("region", { name: "To Sam Mayorson" }).getByText("Looked into: it arrived").last().waitFor();
  await lookOver(page, "receipt-settled");

  // The same screens in French.
  const colleague = await newPerson(browser, { baseUrl: house.url, viewport: phone, locale: "fr-CA" });
  await colleague.context.addCookies(await organiser.context.cookies());
  await colleague.page.goto("/admin/replies");
  await colleague.page.getByRole("table").getByText("Kim Wardley").click();
  await colleague.page.getByRole("dialog").getByText("Enregistrer le courriel").waitFor();
  await lookOver(colleague.page, "replies-one-fr");
  const saved = colleague.page.waitForEvent("download");
  await colleague.page.getByRole("link", { name: /Enregistrer le courriel/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^mail-[0-9a-f-]{36}\.eml$/);
  expect(await fs.readFile(await (await saved).path(), "utf8")).toContain("I will vote for slower streets");
  await colleague.page.goto("/admin/letters");
  await colleague.page.getByRole("table").getByText("Sam Mayorson").waitFor();
  await lookOver(colleague.page, "queue-fr");
  expect([...organiser.faults, ...supporter.faults, ...french.faults, ...colleague.faults]).toEqual([]);
});
