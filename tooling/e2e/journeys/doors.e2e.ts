import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { seriousFindings } from "../src/accessibility";
import { newPerson, phone, picture, pictures } from "../src/browser";
import { runCm } from "../src/cm";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures");
const addressFile = path.join(fixtures, "vancouver-addresses/addresses.csv.gz");
const boundaryFile = path.join(fixtures, "boundaries/vancouver.geojson.gz");
const volunteer = { name: "Robin Park", email: "robin@example.org" };

let scene: AdminScene;
let admin: Page;

beforeAll(async () => {
  scene = await raiseAdminScene();
  admin = scene.admin;
  return scene.stop;
});

const importInAdmin = async (kind: "addresses" | "cuts", file: string) => {
  await admin.goto(`/admin/doors/import?kind=${kind}`);
  await admin.locator("input[type=file]").setInputFiles(file);
  await admin.getByLabel("Name of the source").fill("vancouver");
  await admin.getByRole("button", { name: "Upload and look inside" }).click();
  const begin = admin.getByRole("button", { name: kind === "addresses" ? "Import without comparing" : /^Import \d+ areas$/ });
  await begin.waitFor({ timeout: 60_000 });
  await picture(admin, `import-${kind}-columns`);
  await begin.click();
  await admin.getByText("The import is done").waitFor({ timeout: 120_000 });
  await picture(admin, `import-${kind}-summary`);
};

describe("a neighbourhood's doors", () => {
  it("come in by the admin app, and the counts add up to the file", async () => {
    await importInAdmin("addresses", addressFile);
    await admin.getByText("29,348").first().waitFor();
    await importInAdmin("cuts", boundaryFile);
  });

  it("are the same when the files come again by the command line", async () => {
    const addresses = await runCm(scene.house, ["import", "addresses", addressFile, "--source", "vancouver", "--json"]);
    expect(addresses).toMatchObject({ read: 29348, created: 0, changed: 0, same: 29348, rejected: 0 });
    const cuts = await runCm(scene.house, ["import", "cuts", boundaryFile, "--source", "vancouver", "--json"]);
    expect(cuts).toMatchObject({ read: 23, created: 0, changed: 0, same: 23, rejected: 0 });
  });

  it("stand on a map, with possible duplicates to look at", async () => {
    await admin.goto("/admin/doors");
    await admin.getByText("29,348").first().waitFor();
    await admin.getByRole("region", { name: "Map of the doors" }).locator("canvas").waitFor();
    await admin.waitForLoadState("networkidle");
    await pictures(admin, "doors");
    await admin.goto("/admin/doors/duplicates");
    await admin.getByRole("button", { name: "Look again" }).click();
    const waiting = admin.getByText(/pairs to look at/);
    // The page tells how far the search is, and shows what it found by itself.
    await expect.poll(() => waiting.or(admin.getByText("No duplicates waiting")).first().innerText(), { timeout: 60_000 }).toMatch(/[1-9]/); // prettier-ignore
    await picture(admin, "duplicates");
    await admin.goto("/admin/turf");
    await admin.getByText("Strathcona").first().waitFor();
    await admin.waitForLoadState("networkidle");
    await pictures(admin, "turf");
  });

  it("are walked by a volunteer with and without signal, and the organiser sees every visit", async () => {
    const made = await runCm(scene.house, [
      "user",
      "create",
      "--name",
      volunteer.name,
      "--email",
      volunteer.email,
      "--role",
      "USER",
      "--json",
    ]);
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
    await makeShift("Doors of Strathcona", tomorrow);

    const walker = await newPerson(scene.browser, { baseUrl: scene.house.url, viewport: phone });
    const page = walker.page;
    await page.goto("/canvass/");
    await page.getByLabel("E-mail").fill(volunteer.email);
    await page.getByRole("textbox", { name: "Password" }).fill(String(made["password"]));
    await page.getByRole("button", { name: "Sign in" }).click();
    // The printed password is for the first time only.
    await page.getByRole("heading", { name: "Choose your own password" }).waitFor();
    await pictures(page, "canvass-first-password");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("textbox", { name: "The password you signed in with" }).fill(String(made["password"]));
    await page.getByRole("textbox", { name: "Your own password" }).fill("Chosen-On-The-Porch-26");
    await page.getByRole("button", { name: "Save and go on" }).click();
    await page.getByRole("heading", { name: "Strathcona" }).waitFor();
    await pictures(page, "canvass-turfs");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Open turf" }).click();
    await page.getByRole("button", { name: "Start walking" }).click();
    const doors = page.locator("main ul > li button");
    await doors.first().waitFor();
    await pictures(page, "canvass-list");
    expect(await seriousFindings(page)).toEqual([]);

    // With signal: the first door.
    await doors.first().click();
    await page.getByRole("button", { name: "Spoke with" }).click();
    await page.getByRole("button", { name: "Strong support" }).click();
    await picture(page, "canvass-door");
    await page.getByRole("button", { name: "Save visit" }).click();
    // It goes out once the seconds for taking it back are over.
    await page.getByText("1 saved, all sent").waitFor({ timeout: 60_000 });

    // The next door comes up by itself; the signal goes.
    await walker.context.setOffline(true);
    await page.getByRole("button", { name: "Not home" }).click();
    await page.getByRole("button", { name: "Save visit" }).click();
    await page.getByText("1 waits for signal").waitFor();
    await picture(page, "canvass-no-signal");

    // Even a fresh start of the app needs no network: the shell, the turf and the waiting door are on the phone.
    await page.reload();
    await page.getByText("1 waits for signal").waitFor();
    await page.locator("main ul > li button").first().waitFor();
    await page.getByRole("link", { name: "Map" }).click();
    await page.getByRole("region", { name: "Map" }).locator("canvas").waitFor();
    await picture(page, "canvass-map-no-signal");

    await walker.context.setOffline(false);
    await page.getByText("2 saved, all sent").waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Me" }).click();
    await pictures(page, "canvass-me");

    await admin.goto("/admin/visits");
    await expect.poll(() => admin.getByText("Robin Park").count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    await admin.getByText("Spoke with").first().waitFor();
    await admin.getByText("Not home").first().waitFor();
    await pictures(admin, "visits");
    expect(scene.faults).toEqual([]);
    // The browser itself reports calls that fail without network, and the first question of a stranger ("who am I?"); anything else would be ours.
    expect(walker.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|401 \(Unauthorized\)/.test(fault))).toEqual([]);
  });
});

const choice = (label: string) => admin.getByLabel(label, { exact: true }).and(admin.locator("input"));

const makeShift = async (title: string, date: string) => {
  await admin.goto("/admin/shifts/new");
  await admin.getByRole("textbox", { name: "Title" }).first().fill(title);
  await admin.getByRole("button", { name: /^Day/ }).click();
  const day = new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  await admin.getByRole("button", { name: day, exact: true }).click();
  await admin.getByRole("button", { name: "Create the shift" }).first().click();
  await admin.getByRole("heading", { name: title }).waitFor();
  await choice("Add somebody you know").click();
  await admin.getByRole("option", { name: /Robin Park/ }).click();
  await admin.getByText("Added.").waitFor();
  await choice("Turf").click();
  await admin.getByRole("option", { name: "Strathcona" }).click();
  // This list opens by the keyboard too, which is how the journey tries it.
  await choice("To whom").press("ArrowDown");
  await admin.getByRole("option", { name: "Robin Park" }).click();
  await admin.keyboard.press("Escape");
  await admin.getByRole("button", { name: "Hand out", exact: true }).click();
  await admin.getByText("The turf is on their phones now.").waitFor();
  await pictures(admin, "shift");
};
