import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, mutate } from "../src/admin-call";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { newPerson } from "../src/browser";
import { lookOver } from "../src/look-over";
import { startMailSink } from "../src/mail-sink";
import { moveShift } from "../src/move-shift";

let scene: AdminScene;
let sink: Awaited<ReturnType<typeof startMailSink>>;
let admin: Page;
let shiftId: string;

beforeAll(async () => {
  sink = await startMailSink();
  try {
    const env = { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(sink.port), SMTP_FROM: "shifts@act.example.org" };
    scene = await raiseAdminScene({ env });
  } catch (error) {
    await sink.close();
    throw error;
  }
  admin = scene.admin;
  return async () => {
    await scene.stop();
    await sink.close();
  };
});

const timeZone = "America/Edmonton";
const tomorrow = () => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(Date.now() + 86_400_000));
const addressOf = (name: string) => `${name.toLowerCase()}@example.org`;
const mailsTo = (name: string) => sink.mailsTo(addressOf(name)).map(({ mail }) => mail);
/** The newest mail to somebody whose subject says this, however long the queue takes. */
const mailTo = async (name: string, subject: RegExp) => {
  const found = () => mailsTo(name).findLast((mail) => subject.test(mail.subject ?? ""));
  await expect.poll(() => found()?.subject, { message: `a mail to ${name}`, timeout: 120_000 }).toMatch(subject);
  return found();
};
const linkIn = (text: string | undefined): string => /http\S+\/shifts\/mine\/\w+/.exec(text ?? "")?.[0] ?? "";

const visitor = async (given: { javaScript?: boolean } = {}) =>
  (await newPerson(scene.browser, { baseUrl: scene.house.url, ...given })).page;

/** Signs up as somebody whose browser runs no scripts. */
const signUp = async (name: string) => {
  const page = await visitor({ javaScript: false });
  await page.goto("/shifts");
  await page.getByRole("link", { name: "Doors in Strathcona" }).click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail address").fill(addressOf(name));
  await page.getByLabel("Telephone (optional)").fill("604 555 0100");
  await page.getByRole("button", { name: /Sign me up|Put me on the list/ }).click();
  await page.getByRole("heading", { level: 1, name: /Thank you|waiting list/ }).waitFor();
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.close();
  return title;
};

describe("a shift, from its first sign-up to the mails afterwards", () => {
  it("is made from the calendar, in both languages", async () => {
    const day = tomorrow();
    await admin.goto(`/admin/shifts?view=month&day=${day}`);
    await admin.locator(`[data-day="${day}"]`).focus();
    await admin.keyboard.press("Enter");
    await admin.getByLabel("Title").first().fill("Doors in Strathcona");
    await admin.getByLabel("People needed").fill("2");
    await admin.getByLabel("Places to open").fill("2");
    await admin.getByText("Without French words").waitFor();
    await lookOver(admin, "shift-form");
    await admin.getByRole("group", { name: "In French" }).getByLabel("Title").fill("Portes à Strathcona");
    await admin.getByText("Without French words").waitFor({ state: "hidden" });
    await admin.getByRole("button", { name: "Create the shift" }).first().click();
    await admin.getByRole("heading", { name: "Doors in Strathcona" }).waitFor();
    shiftId = new URL(admin.url()).pathname.split("/").at(-1) ?? "";
    for (const view of ["month", "week"]) {
      await admin.goto(`/admin/shifts?view=${view}&day=${day}`);
      await admin.getByRole("link", { name: /Doors in Strathcona, Canvassing, 0 of 2 places taken/ }).waitFor();
      await lookOver(admin, `shift-${view}`);
    }
  });

  it("fills up, lines up who comes later, and offers a freed place to the first in line within a minute", async () => {
    const other = { title: "Signs on Whyte", kind: "SIGNS", date: tomorrow(), startTime: "10:00", endTime: "12:00", maxVolunteers: 4 };
    await mutate(admin, "admin/map.shifts.create", other);
    const page = await visitor();
    await page.goto("/shifts");
    await lookOver(page, "public-shifts");
    await page.getByText("Choose by kind, day or distance").click();
    await page.getByLabel("What").selectOption("Lawn signs");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL(/kind=SIGNS/);
    await page.getByRole("link", { name: "Signs on Whyte" }).waitFor();
    expect(await page.getByRole("link", { name: "Doors in Strathcona" }).count()).toBe(0);
    await page.getByLabel("From where?").fill("Atlantis");
    await page.getByRole("button", { name: "Show distances" }).click();
    await page.getByText("We do not know this place").waitFor();
    expect(page.url()).not.toContain("Atlantis");
    await lookOver(page, "public-shifts-chosen");
    await page.goto("/fr/shifts");
    await page.getByRole("link", { name: "Portes à Strathcona" }).waitFor();
    await page.close();
    expect([await signUp("Ann"), await signUp("Bob")]).toEqual([
      expect.stringContaining("Thank you"),
      expect.stringContaining("Thank you"),
    ]);
    expect(await signUp("Cid")).toContain("waiting list");
    const link = linkIn((await mailTo("Ann", /Strathcona/))?.text);
    const ann = await visitor();
    await ann.goto(link);
    await ann.getByRole("button", { name: "I cannot come" }).click();
    await ann.getByRole("heading", { name: "You are not signed up" }).waitFor();
    await ann.close();
    const freed = Date.now();
    const offer = await mailTo("Cid", /A place is free/);
    expect(Date.now() - freed).toBeLessThan(60_000);
    const cid = await visitor();
    await cid.goto(linkIn(offer?.text));
    await lookOver(cid, "public-shift-offered");
    await cid.getByRole("button", { name: "Take the place" }).click();
    await cid.getByRole("heading", { name: "Your place is kept" }).waitFor();
    await cid.close();
  });

  it("has its unconfirmed called, nobody twice", async () => {
    await admin.goto("/admin/shifts/calls");
    await admin.getByText("2 people left to call").waitFor();
    await admin.getByRole("button", { name: "Call the next person" }).click();
    const card = admin.getByRole("region", { name: /You call/ });
    await card.getByRole("link", { name: "604 555 0100" }).waitFor();
    expect(await card.getByRole("link", { name: "Send a text" }).getAttribute("href")).toMatch(/^sms:\+16045550100\?body=Hello/);
    await lookOver(admin, "shift-call");
    await card.getByRole("button", { name: "Is coming" }).click();
    await admin.getByText("1 person left to call").waitFor();
    await lookOver(admin, "shift-calls");
  });

  it("is led on its day: who is here, who walked up, and its end", async () => {
    await moveShift(scene.house, { shiftId, timeZone, begins: -30, ends: 60 });
    await admin.goto(`/admin/shifts/${shiftId}`);
    const day = admin.getByRole("region", { name: "On the day" });
    await day.getByRole("button", { name: "Bob is here" }).click();
    await day.getByText("1 is here").waitFor();
    await day.getByLabel("Came without signing up").fill("Dee");
    await day.getByLabel("Telephone").fill("604 555 0111");
    await day.getByRole("button", { name: "Add", exact: true }).click();
    await day.getByText("2 are here").waitFor();
    await lookOver(admin, "shift-day");
    await day.getByRole("button", { name: "Close the shift" }).click();
    await admin.getByRole("dialog").getByText("1 person who was expected").waitFor();
    await admin.getByRole("dialog").getByRole("button", { name: "Close the shift" }).click();
    await day.getByText(/^Closed/).waitFor();
    const told = await ask<{ signups: { userName: string; status: string }[] }>(admin, "admin/map.shifts.get", { id: shiftId });
    expect(told.signups.map(({ userName, status }) => `${userName} ${status}`).sort()).toEqual([
      "Ann CANCELLED",
      "Bob ATTENDED",
      "Cid NO_SHOW",
      "Dee ATTENDED",
    ]);
    const csv = await (await admin.request.get(`/exports/signups.csv?shift=${shiftId}`)).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(5);
  });

  it("thanks who came and misses who did not, once each", async () => {
    await moveShift(scene.house, { shiftId, timeZone, begins: -180, ends: -70 });
    await mailTo("Bob", /thank/i);
    await mailTo("Cid", /missed/i);
    expect(mailsTo("Bob").filter(({ subject }) => /thank/i.test(subject ?? ""))).toHaveLength(1);
    expect(mailsTo("Ann").filter(({ subject }) => /thank|missed/i.test(subject ?? ""))).toEqual([]);
    expect(scene.faults).toEqual([]);
  });
});
