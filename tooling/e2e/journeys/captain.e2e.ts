import fs from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { ask, mutate } from "../src/admin-call";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { newPerson, phone } from "../src/browser";
import { runCm } from "../src/cm";
import type { House } from "../src/house";
import { lookOver } from "../src/look-over";
import { startMailSink } from "../src/mail-sink";

const people = {
  captain: { name: "Camille Roy", email: "camille@example.org" },
  volunteer: { name: "Anna Okafor", email: "anna@example.org" },
};
const password = "Chosen-On-The-Porch-26";
type Named = keyof typeof people;

let scene: AdminScene;
let sink: Awaited<ReturnType<typeof startMailSink>>;
let shiftId: string;
const phones: Partial<Record<Named, { page: Page; context: BrowserContext; faults: string[] }>> = {};

// Two streets of ten doors, and an area around each.
const streets = ["North", "South"].map((name, street) => ({ name, latitude: 49.28 + street * 0.004 }));
const longitude = -123.1;

const furnish = async (house: House) => {
  const rows = streets.flatMap(({ name, latitude }) =>
    Array.from(
      { length: 10 },
      (_, n) => `"${10 + n * 2} ${name} Street, Vancouver, BC",${latitude},${(longitude + n * 0.0004).toFixed(5)}`,
    ),
  );
  const addresses = path.join(house.dataDir, "addresses.csv");
  fs.writeFileSync(addresses, ["address,latitude,longitude", ...rows].join("\n"));
  await runCm(house, ["import", "addresses", addresses, "--source", "city", "--json"]);
  const features = streets.map(({ name, latitude }) => {
    const [west, south, east, north] = [longitude - 0.001, latitude - 0.001, longitude + 0.005, latitude + 0.001];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [ring] } };
  });
  const cuts = path.join(house.dataDir, "cuts.geojson");
  fs.writeFileSync(cuts, JSON.stringify({ type: "FeatureCollection", features }));
  await runCm(house, ["import", "cuts", cuts, "--source", "city", "--json"]);
};

/** Their own phone, signed in with a password of their own. */
const pickUpPhone = async (who: Named, locale: "en-CA" | "fr-CA" = "en-CA") => {
  const { name, email } = people[who];
  const made = await runCm(scene.house, ["user", "create", "--name", name, "--email", email, "--role", "USER", "--json"]);
  const person = await newPerson(scene.browser, { baseUrl: scene.house.url, viewport: phone, locale });
  phones[who] = person;
  const { page } = person;
  await page.goto("/canvass/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(String(made["password"]));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "The password you signed in with" }).fill(String(made["password"]));
  await page.getByRole("textbox", { name: "Your own password" }).fill(password);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByRole("heading", { name: "Your turf" }).waitFor();
};
const phoneOf = (who: Named) => {
  const found = phones[who];
  if (found === undefined) throw new Error(`${who} has no phone yet`);
  return found;
};
const idOf = async (email: string): Promise<string> => {
  const { items } = await ask<{ items: { id: string }[] }>(scene.admin, "admin/auth.users.list", { search: email });
  return items[0]?.id ?? "";
};

beforeAll(async () => {
  sink = await startMailSink();
  const env = { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(sink.port), SMTP_FROM: "letters@act.example.org" };
  scene = await raiseAdminScene({ furnish, env });
  const { admin } = scene;
  await mutate(admin, "admin/settings.siteSettings.update", { timeZone: "America/Vancouver" });
  await pickUpPhone("captain");
  await pickUpPhone("volunteer");
  const { items } = await ask<{ items: { id: string; name: string }[] }>(admin, "admin/map.cuts.list", {});
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Vancouver" }).format(new Date());
  const shift = await mutate<{ id: string }>(admin, "admin/map.shifts.create", {
    ...{ title: "Doors of Strathcona", date: today, startTime: "00:01", endTime: "23:59", location: "Community hall" },
    ...{ maxVolunteers: 6, openPlaces: 8, captainUserId: await idOf(people.captain.email) },
    cutId: items.find(({ name }) => name === "North")?.id,
  });
  shiftId = shift.id;
  const sign = (given: object) =>
    mutate(admin, "admin/map.shiftSignups.add", { shiftId, userId: null, name: null, email: null, phone: null, ...given });
  await sign({ userId: await idOf(people.volunteer.email) });
  await sign({ name: "Benoît Tremblay", email: "benoit@example.org", phone: "604 555 0142" });
  await sign({ name: "Maximilien-Alexandre de la Chevrotière", phone: "604 555 0143" });
  const south = items.find(({ name }) => name === "South")?.id;
  await mutate(admin, "admin/map.turfAssignments.handOut", { shiftId, cutId: south, userIds: [] });
}, 400_000);
afterAll(async () => {
  await scene.stop();
  await sink.close();
});

/** The page of one's own sign-up, from the mail. */
const ownPage = async (to: string): Promise<string> => {
  const found = () =>
    sink
      .mailsTo(to)
      .flatMap(({ mail }) => /https?:\/\/\S+\/shifts\/mine\/[^\s<>()\]]+/.exec(mail.text ?? "")?.[0] ?? [])
      .at(-1);
  await expect.poll(found, { timeout: 120_000, interval: 500 }).toBeDefined();
  return new URL(found() ?? "").pathname;
};

describe("a captain's phone", () => {
  it("shows the roster, with a call and a text in the person's language", async () => {
    const { page } = phoneOf("captain");
    await page.reload();
    await page.getByText("You lead").waitFor();
    await lookOver(page, "captain-home");
    await page.getByRole("link", { name: "Lead this shift" }).click();
    await page.getByRole("heading", { name: "Expected (3)" }).waitFor();
    await lookOver(page, "captain-people");
    const call = page.getByRole("link", { name: "Call Benoît Tremblay" });
    expect(await call.getAttribute("href")).toBe("tel:6045550142");
    const text = await page.getByRole("link", { name: "Text Benoît Tremblay" }).getAttribute("href");
    expect(decodeURIComponent(text ?? "")).toContain("sms:6045550142?body=Hello Benoît, this is Camille Roy");
  });

  it("checks in by tap, also without signal, and takes it back", async () => {
    const { page, context } = phoneOf("captain");
    await page.getByRole("button", { name: "Check in Anna Okafor" }).click();
    await page.getByRole("heading", { name: "Here (1)" }).waitFor();
    await page.getByText("1 here · 2 expected").waitFor();
    await context.setOffline(true);
    await page.getByRole("button", { name: /Check in Maximilien/ }).click();
    await page.getByText("not sent yet").waitFor();
    await page.getByRole("button", { name: "Walk-up" }).click();
    await lookOver(page, "captain-walk-up");
    await page.getByLabel("First name").fill("Walt");
    await page.getByLabel("Phone").fill("604 555 0199");
    await page.getByRole("button", { name: "Add and check in" }).click();
    await page.getByText("Walk-up").first().waitFor();
    await page.getByText("2 wait for signal").waitFor();
    await lookOver(page, "captain-no-signal");
    await context.setOffline(false);
    await page.getByText("not sent yet").first().waitFor({ state: "detached", timeout: 60_000 });
    await page.getByRole("heading", { name: "Here (3)" }).waitFor();
    await page.getByRole("button", { name: /^Maximilien.* is here/ }).click();
    await page.getByRole("heading", { name: "Here (2)" }).waitFor();
    await page.getByRole("heading", { name: "Expected (2)" }).waitFor();
  });

  it("checks in by the code of the person's own page, and refuses a forged one", async () => {
    const { page } = phoneOf("captain");
    const own = await newPerson(scene.browser, { baseUrl: scene.house.url, viewport: phone });
    await own.page.goto(await ownPage("benoit@example.org"));
    const code = await own.page.locator(".check-in-code strong").innerText();
    await lookOver(own.page, "captain-own-code");
    await page.getByRole("button", { name: "By code" }).click();
    const typed = page.getByLabel("Code from the person’s own page");
    await typed.fill("ABCD-EFGH");
    await page.getByRole("button", { name: "Check in", exact: true }).click();
    await page.getByText("This code belongs to nobody.").waitFor();
    await lookOver(page, "captain-code");
    await typed.fill(code.replace("-", "").toLowerCase());
    await page.getByRole("button", { name: "Check in", exact: true }).click();
    await page.getByText("Benoît Tremblay is checked in.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("heading", { name: "Here (3)" }).waitFor();
    expect(own.faults).toEqual([]);
  });

  it("hands out turf, sees who walks and what a phone still holds, and takes it back", async () => {
    const { page } = phoneOf("captain");
    await page.getByRole("button", { name: "Turf", exact: true }).click();
    await page.getByRole("button", { name: "Hand out South" }).waitFor();
    await page.getByRole("button", { name: "Hand out North" }).click();
    await page.getByLabel("Anna Okafor").check();
    await page.getByLabel(/^Benoît/).check();
    await lookOver(page, "captain-hand-out");
    await page.getByRole("dialog").getByRole("button", { name: "Hand out" }).click();
    await page.getByText("Anna Okafor, Benoît Tremblay").waitFor();
    await lookOver(page, "captain-turf");

    const walker = phoneOf("volunteer");
    // Records stay on the phone: its network loses them, and nothing else.
    await walker.context.route(/visits\.record/, (route) => route.abort());
    await walker.page.reload();
    await walker.page.getByRole("link", { name: "Open turf" }).click();
    await walker.page.getByRole("button", { name: "Start walking" }).click();
    await walker.page.locator("main ul > li button").first().click();
    await walker.page.getByRole("button", { name: "Not home" }).click();
    await walker.page.getByRole("button", { name: "Save visit" }).click();
    await page.getByText(/Anna Okafor’s phone still holds 1/).waitFor({ timeout: 90_000 });
    await page.getByText("Started").waitFor();
    await lookOver(page, "captain-unsent");
    await walker.context.unroute(/visits\.record/);
    await page.getByText("1 of 10 doors").waitFor({ timeout: 90_000 });
    await page.getByText(/phone still holds/).waitFor({ state: "detached", timeout: 90_000 });

    await page.getByRole("button", { name: "Change North" }).click();
    await lookOver(page, "captain-change");
    await page.getByRole("button", { name: "Give half of what is left to others" }).click();
    await page.getByLabel(/^Walt/).check();
    await page.getByRole("button", { name: "Give half" }).click();
    await page.getByText("Walt", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Change North" }).first().click();
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("heading", { name: "Back" }).waitFor();
  });

  it("closes the shift with a reason while a turf is out, and opens it again", async () => {
    const { page } = phoneOf("captain");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByText("4 people came").or(page.getByText("3 people came")).waitFor();
    await page.getByText("Not back").waitFor();
    await lookOver(page, "captain-close");
    await page.getByLabel("Why close it now?").fill("Walt keeps his turf until tomorrow.");
    await page.getByRole("button", { name: "Close it all the same" }).click();
    await page.getByText("This shift is closed").waitFor();
    await lookOver(page, "captain-closed");
    const { signups } = await ask<{ signups: { userName: string; status: string }[] }>(scene.admin, "admin/map.shifts.get", {
      id: shiftId,
    });
    expect(Object.fromEntries(signups.map(({ userName, status }) => [userName, status]))).toEqual({
      "Anna Okafor": "ATTENDED",
      "Benoît Tremblay": "ATTENDED",
      Walt: "ATTENDED",
      "Maximilien-Alexandre de la Chevrotière": "NO_SHOW",
    });
    await page.getByRole("button", { name: "Open it again" }).click();
    await page.getByRole("button", { name: "Close the shift" }).waitFor();
  });

  it("is of no use to somebody else, and reads the same in French", async () => {
    const walker = phoneOf("volunteer").page;
    await walker.goto(`/canvass/captain/${shiftId}`);
    await walker.getByText("Only its captain leads this shift").waitFor();
    const { page } = phoneOf("captain");
    await page.goto("/canvass/me");
    await page.getByRole("button", { name: "Français" }).or(page.getByText("Français")).first().click();
    await page.getByRole("button", { name: "Fermer la session" }).waitFor();
    await page.waitForLoadState("networkidle");
    await page.goto(`/canvass/captain/${shiftId}`);
    await page.getByRole("button", { name: "Équipe" }).waitFor();
    await page.getByRole("heading", { name: /De retour/ }).waitFor();
    await lookOver(page, "captain-people-fr");
    await page.getByRole("button", { name: "Clore", exact: true }).click();
    await page.getByRole("button", { name: "Clore le quart" }).waitFor();
    await lookOver(page, "captain-close-fr");
    expect(await seriousFindings(page)).toEqual([]);
    // Signed out at first, offline on purpose, a record that was lost on purpose, and a shift that is somebody else's.
    const expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|400|401|403|409/;
    expect(
      [...phoneOf("captain").faults, ...phoneOf("volunteer").faults, ...scene.faults].filter((fault) => !expected.test(fault)),
    ).toEqual([]);
  });
});
