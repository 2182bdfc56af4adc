import { updateMapSettings } from "@cml/db/settings";
import { createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getBasemapOrigins } from "./basemap-origins";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const styleAt = "https://maps.example.org/style.json";
const json = (value: unknown) => ({ bytes: Buffer.from(JSON.stringify(value)), contentType: "application/json" });

it("lets pages fetch from where the basemap says it lies, and from nowhere else", async () => {
  const deps = testDeps({ db: test.db });
  expect(await getBasemapOrigins(deps)).toEqual([]);
  await updateMapSettings(test.db, { basemapUrl: "https://tiles.example.org/{z}/{x}/{y}.png" });
  expect(await getBasemapOrigins(deps)).toEqual(["https://tiles.example.org"]);

  // A style that cannot be read: its own address alone, asked for again after a minute.
  await updateMapSettings(test.db, { basemapUrl: styleAt });
  expect(await getBasemapOrigins(deps)).toEqual(["https://maps.example.org"]);
  deps.fetchRemote.files.set(
    styleAt,
    json({ sources: { land: { type: "vector", url: "land.json" } }, glyphs: "https://letters.example.org/{fontstack}/{range}.pbf" }),
  );
  deps.fetchRemote.files.set("https://maps.example.org/land.json", json({ tiles: ["https://land.example.org/{z}/{x}/{y}.pbf"] }));
  expect(await getBasemapOrigins(deps)).toEqual(["https://maps.example.org"]);
  deps.clock.advance(61_000);
  const all = ["https://maps.example.org", "https://letters.example.org", "https://land.example.org"];
  expect(await getBasemapOrigins(deps)).toEqual(all);

  // Read once an hour, and what was known stands where the style is gone then.
  const asked = deps.fetchRemote.asked.length;
  expect(await getBasemapOrigins(deps)).toEqual(all);
  expect(deps.fetchRemote.asked.length).toBe(asked);
  deps.fetchRemote.files.clear();
  deps.clock.advance(3_601_000);
  expect(await getBasemapOrigins(deps)).toEqual(all);

  await updateMapSettings(test.db, { basemapUrl: null });
  expect(await getBasemapOrigins(deps)).toEqual([]);
});
