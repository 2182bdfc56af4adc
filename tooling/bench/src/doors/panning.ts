import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { foldTileDeltas } from "@cml/db/map";
import { mapCellOf } from "@cml/domain/map";
import { type Browser, chromium, type Page } from "playwright-core";
import { administrator, administratorEnv } from "../administrator";
import { chromiumPath } from "../chromium";
import { atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { percentile } from "../pace";
import { startProduct } from "../product";
import { withFolder } from "../running";
import { cityCentre } from "./dense-city";
import { scriptOfFrames } from "./script-of-frames";

const bench = "doors";
/** From here on every building is drawn by itself. */
const zoom = 16;
const unitsEach = 2;
const rounds = 3;
const strokes = 4;
const metresPerDegree = 111_320;
const metresPerPixel = (40_075_016.7 * Math.cos((cityCentre.latitude * Math.PI) / 180)) / (512 * 2 ** zoom);

/**
 * The map of the doors in Chromium, 1440 by 900, over a quarter so dense that the wished addresses are on the screen at once, each building
 * drawn by itself, dragged to and fro with the mouse. Script time is the processor time of the page's main thread in scripts, from one
 * frame's start to the next: what is drawn in software happens in another process, and waiting for it is no processor time.
 */
export const panning = ({ rows = 100_000 }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("door-panning", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    await migrate(postgres.url);
    const db = createDb(postgres.url);
    try {
      const spacing = await writeQuarter(db, rows);
      const product = await startProduct(postgres.url, path.join(folder, "data"), administratorEnv);
      const flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
      const browser = await chromium.launch({ executablePath: chromiumPath(), args: flags });
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.url });
        const seen = await openMap(page, spacing);
        const medians: number[] = [];
        let frames = 0;
        for (let round = 0; round < rounds; round += 1) {
          const times = await scriptOf(browser, page);
          medians.push(percentile(times, 0.5));
          frames += times.length;
        }
        const figure = `panning over ${seen} visible addresses in ${seen / unitsEach} buildings, script time a frame, median of ${frames} frames, best of ${rounds} (${machine()})`;
        return [atMost({ bench, figure, value: Math.min(...medians), unit: "ms" }, 6)];
      } finally {
        await browser.close();
        await product.stop();
      }
    } finally {
      await db.close();
      await postgres.stop();
    }
  });

/** At least so much of the window is map, when the table is away. */
const window = { width: 1100, height: 650 };

/** Buildings on a grid, wide enough to be dragged about in; gives the metres between two. */
const writeQuarter = async (db: RootDb, addresses: number): Promise<number> => {
  const area = window.width * window.height * metresPerPixel ** 2;
  const spacing = Math.sqrt((area * unitsEach) / addresses);
  const [columns, lines] = [window.width, window.height].map((side) => Math.ceil((side * metresPerPixel * 2) / spacing));
  const latitudes: number[] = [];
  const longitudes: number[] = [];
  for (let line = 0; line < (lines ?? 0); line += 1)
    for (let column = 0; column < (columns ?? 0); column += 1) {
      latitudes.push(cityCentre.latitude + ((line - (lines ?? 0) / 2) * spacing) / metresPerDegree);
      const parallel = metresPerDegree * Math.cos((cityCentre.latitude * Math.PI) / 180);
      longitudes.push(cityCentre.longitude + ((column - (columns ?? 0) / 2) * spacing) / parallel);
    }
  const cells = latitudes.map((latitude, index) => mapCellOf({ latitude, longitude: longitudes[index] ?? 0 }).toString());
  await db.pool.query(
    `INSERT INTO "Location" ("id", "latitude", "longitude", "mapCell", "totalUnits", "visitedUnits", "support1Units", "support3Units", "address",
       "civicNumber", "municipality", "province", "streetKey", "searchKey", "updatedAt")
     SELECT gen_random_uuid(), b.latitude, b.longitude, b.cell, $4, (n % 5 = 0)::int, (n % 10 = 0)::int, (n % 10 = 5)::int, n || ' Rue Dense',
       n % 9000, 'Montréal', 'QC', '', '', now()
     FROM (SELECT *, row_number() OVER () AS n FROM unnest($1::float8[], $2::float8[], $3::bigint[]) u(latitude, longitude, cell)) b`,
    [latitudes, longitudes, cells, unitsEach],
  );
  await foldTileDeltas(db);
  await db.pool.query(`UPDATE "MapSettings" SET "latitude" = $1, "longitude" = $2, "zoom" = $3`, [
    cityCentre.latitude,
    cityCentre.longitude,
    zoom,
  ]);
  await db.pool.query("VACUUM (ANALYZE)");
  return spacing;
};

const regionName = "Map of the doors";

/** Signs in and waits until everything in view is drawn; gives how many addresses that is. */
const openMap = async (page: Page, spacing: number): Promise<number> => {
  await page.goto("/admin/doors?sheet=none");
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByRole("textbox", { name: "Password" }).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /Account of/ }).waitFor();
  await page.goto("/admin/doors?sheet=none");
  const canvas = page.getByRole("region", { name: regionName }).locator("canvas");
  await canvas.waitFor();
  await page.waitForLoadState("networkidle");
  const box = await canvas.boundingBox();
  if (box === null || box.width < window.width || box.height < window.height)
    throw new Error(`the map is smaller than was thought: ${JSON.stringify(box)}`);
  return Math.floor((box.width * box.height * metresPerPixel ** 2) / spacing ** 2) * unitsEach;
};

/** Script time of each frame while the map is dragged to and fro. */
const scriptOf = async (browser: Browser, page: Page): Promise<number[]> => {
  const box = await page.getByRole("region", { name: regionName }).boundingBox();
  if (box === null) throw new Error("there is no map");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const direction = stroke % 2 === 0 ? 1 : -1;
    await page.mouse.move(x - 120 * direction, y);
    await page.mouse.down();
    for (let step = 1; step <= 30; step += 1) {
      await page.mouse.move(x - 120 * direction + step * 8 * direction, y + step * 2 * direction);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await page.mouse.up();
  }
  return scriptOfFrames((await browser.stopTracing()).toString());
};
