import fs from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { ask, mutate } from "../src/admin-call";
import { newPerson, phone, picture, startBrowser } from "../src/browser";
import { runCm } from "../src/cm";
import { enterAdmin } from "../src/enter-admin";
import { administratorOf, type House, raiseHouse } from "../src/house";
import { lookOver } from "../src/look-over";
import { startStyleServer } from "../src/style-server";

const lines = path.resolve(import.meta.dirname, "../../fixtures/owen-sound/owen-sound.osm.pbf");
const middle = { latitude: 44.5675, longitude: -80.943 };

let house: House;
let browser: Browser;
let admin: Page;
let faults: string[] = [];
const outside: string[] = [];
const undo: (() => Promise<unknown>)[] = [];

/** A network without an outside: what leaves the house is written down and goes nowhere. */
const closeNetwork = async (context: BrowserContext): Promise<void> => {
  await context.route(
    (url) => url.protocol.startsWith("http") && url.origin !== house.url,
    async (route) => {
      outside.push(route.request().url());
      await route.abort();
    },
  );
};

const square = (at: typeof middle, reach: number) => {
  const [west, east] = [at.longitude - reach * 1.4, at.longitude + reach * 1.4];
  const [south, north] = [at.latitude - reach, at.latitude + reach];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
};

beforeAll(async () => {
  house = await raiseHouse();
  undo.push(() => house.stop());
  await runCm(house, ["import", "lines", lines, "--json"]);
  const table = path.join(house.dataDir, "doors.csv");
  const rows = Array.from({ length: 24 }, (_, index) => {
    const place = [middle.latitude + (index % 6) * 0.0004, middle.longitude + Math.floor(index / 6) * 0.0006];
    return `${index},${100 + index} 9th Street East,Owen Sound,ON,${place.join()}`;
  });
  fs.writeFileSync(table, `id,address,city,province,latitude,longitude\n${rows.join("\n")}\n`);
  await runCm(house, ["import", "addresses", table, "--source", "town", "--json"]);
  browser = await startBrowser();
  undo.push(() => browser.close());
  const organiser = await newPerson(browser, { baseUrl: house.url });
  admin = organiser.page;
  faults = organiser.faults;
  await closeNetwork(organiser.context);
  await enterAdmin(admin, administratorOf(house));
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

type Named = { id: string };

/** Every tile and letter is on the screen. */
const drawn = (page: Page, name: string | RegExp) => page.getByRole("region", { name }).and(page.locator("[data-drawn]")).waitFor();

/** Two areas, one with all doors and one with none to tell of, and a shift in the first. */
const layOut = async (): Promise<void> => {
  await mutate(admin, "admin/settings.mapSettings.update", { ...middle, zoom: 14 });
  const river = await mutate<Named>(admin, "admin/map.cuts.create", {
    name: "River District",
    isPublic: true,
    color: "#1d7361",
    geometry: square(middle, 0.006),
  });
  const harbour = { latitude: middle.latitude + 0.016, longitude: middle.longitude };
  await mutate(admin, "admin/map.cuts.create", { name: "Harbour", isPublic: true, color: "#9e6908", geometry: square(harbour, 0.006) });
  const date = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const shift = {
    title: "Doors by the river",
    date,
    startTime: "13:00",
    endTime: "15:00",
    maxVolunteers: 6,
    cutId: river.id,
    place: middle,
    location: "808 2nd Avenue East",
  };
  const { id } = await mutate<Named>(admin, "admin/map.shifts.create", shift);
  const me = await ask<Named>(admin, "admin/auth.sessions.me", {});
  await mutate(admin, "admin/map.turfAssignments.handOut", { shiftId: id, cutId: river.id, userIds: [me.id] });
};

it("draws every map with the town's own streets, and asks nobody outside for anything", async () => {
  await layOut();
  await admin.goto("/admin/doors");
  await drawn(admin, "Map of the doors");
  await admin.getByText("© OpenStreetMap contributors").first().waitFor();
  await picture(admin, "closed-network-admin");
  expect(await seriousFindings(admin)).toEqual([]);

  for (const language of ["en", "fr"] as const) {
    const words = {
      en: { at: "/map", label: "Map of the areas and shifts", credit: "© OpenStreetMap contributors" },
      fr: { at: "/fr/map", label: "Carte des secteurs et des quarts", credit: "© les contributeurs d’OpenStreetMap" },
    }[language];
    const { context, page, faults: complaints } = await newPerson(browser, { baseUrl: house.url, locale: `${language}-CA` });
    await closeNetwork(context);
    await page.goto(words.at);
    await drawn(page, words.label);
    await page.getByText(words.credit).waitFor();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: /River District/ }).press("Enter");
    await page.getByRole("button", { name: /River District/, pressed: true }).waitFor();
    await drawn(page, words.label);
    await lookOver(page, `public-map-${language}`);
    expect(complaints).toEqual([]);
    await context.close();
  }
  expect(faults).toEqual([]);
  expect(outside).toEqual([]);
});

it("says the same without JavaScript, and tells who may not be located why", async () => {
  const plain = await newPerson(browser, { baseUrl: house.url, viewport: phone, javaScript: false });
  await plain.page.goto("/");
  await plain.page.getByRole("link", { name: "Open the map" }).click();
  await plain.page.getByText("24 doors").waitFor();
  // No empty frame where a map would be: the list is the page.
  await plain.page.getByText("The map needs JavaScript").waitFor({ state: "hidden" });
  await plain.page.getByText("Under ten doors").waitFor();
  await picture(plain.page, "public-map-plain");
  await plain.context.close();

  const { context, page } = await newPerson(browser, { baseUrl: house.url, viewport: phone });
  await page.goto("/map");
  await page.getByRole("button", { name: "Show where I am" }).click();
  await page.getByText("Your location is turned off for this page.").waitFor();
  await picture(page, "public-map-refused");
  await page.getByRole("button", { name: "Close" }).click();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(middle);
  await page.getByRole("button", { name: "Show where I am" }).click();
  await page.getByRole("button", { name: "Show where I am", pressed: true }).waitFor();
  await context.close();
});

it("gives a canvasser the streets of the turf, with and without a signal", async () => {
  const { page, context } = { page: admin, context: admin.context() };
  await page.setViewportSize(phone);
  await page.goto("/canvass/");
  await page.locator('a[href*="/turf/"]').first().click();
  await page.getByRole("link", { name: "Map" }).click();
  await drawn(page, /River District/);
  await page.getByText("© OpenStreetMap contributors").waitFor();
  // The streets are on the phone once the worker stands and the turf's tiles are kept.
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  const kept = () => page.evaluate("caches.open('ground').then((cache) => cache.keys()).then((keys) => keys.length)");
  await expect.poll(kept, { timeout: 30_000 }).toBeGreaterThan(20);
  await lookOver(page, "canvass-map");
  await context.setOffline(true);
  await page.reload();
  await drawn(page, /River District/);
  await page.getByText("© OpenStreetMap contributors").waitFor();
  await picture(page, "canvass-map-offline");
  await context.setOffline(false);
  expect(outside).toEqual([]);
});

it("lies on somebody's style once one is named, as the pages' own policy lets it, and on our lines when that server is gone", async () => {
  const styles = await startStyleServer();
  undo.push(styles.stop);
  await mutate(admin, "admin/settings.mapSettings.update", { basemapUrl: styles.url, basemapAttribution: "© The town's own map" });
  const near = await newPerson(browser, { baseUrl: house.url });
  await near.page.goto("/map");
  await drawn(near.page, "Map of the areas and shifts");
  await near.page.getByText("© The town's own map").waitFor();
  expect(styles.asked).toContainEqual(expect.stringMatching(/^\/tiles\/\d+\/\d+\/\d+\.png$/));
  await picture(near.page, "map-on-a-style");
  expect(near.faults).toEqual([]);
  await near.context.close();

  await styles.stop();
  const alone = await newPerson(browser, { baseUrl: house.url });
  await alone.page.goto("/map");
  await drawn(alone.page, "Map of the areas and shifts");
  await alone.page.getByRole("button", { name: /River District/ }).waitFor();
  await picture(alone.page, "map-without-its-style");
  // What the browser itself writes down for a server that is not there.
  expect(alone.faults.filter((fault) => !fault.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
  await alone.context.close();
});
