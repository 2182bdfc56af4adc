import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { buildingsOf } from "./buildings.mjs";
import { cities } from "./cities.mjs";
import { partFiles } from "./part-files.mjs";
import { vintages, writerOf } from "./vintages.mjs";

export const cityNames = Object.keys(cities);
export const vintageNames = Object.keys(vintages);

/**
 * Writes a register of invented addresses in the true columns of a release: `Addresses/Address_35.csv`, `Locations/Location_35.csv`,
 * for each city's province; with `zip` one `<vintage>.zip` of them. The same for the same seed, and in little memory at any size.
 * @param {{ rows: number, out: string, zip?: boolean, vintage?: string, city?: readonly string[], parts?: number, seed?: number }} order
 * @returns {Promise<{ files: string[], addresses: number, buildings: number }>}
 */
export const makeNar = async ({ rows, out, zip = false, vintage = "202606", city = ["ottawa"], parts = 1, seed = 1 }) => {
  const release = vintages[vintage];
  if (release === undefined) throw new Error(`there is no vintage ${vintage}; there are ${vintageNames.join(", ")}`);
  const chosen = city.map((name) => {
    const found = cities[name];
    if (found === undefined) throw new Error(`there is no city ${name}; there are ${cityNames.join(", ")}`);
    return found;
  });
  const files = partFiles(out, release, parts);
  let buildings = 0;
  for (const [index, one] of chosen.entries()) {
    const share = Math.floor(rows / chosen.length) + (index < rows % chosen.length ? 1 : 0);
    const write = writerOf(release, one);
    for (const building of buildingsOf(one, { rows: share, seed: seed * 101 + index })) {
      const { addresses, location } = write(building);
      await files.write(one.provinceCode, addresses, location);
      buildings += 1;
    }
  }
  const written = await files.close();
  return { files: zip ? [await zipOf(written, out, vintage)] : written, addresses: rows, buildings };
};

const zipOf = async (files, out, vintage) => {
  const target = path.join(out, `${vintage}.zip`);
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from("%PDF-1.4\n% the guide of the register stands here\n"), "NARguide.pdf", { mtime: packed });
  for (const file of files) zip.addFile(file, path.relative(out, file).split(path.sep).join("/"), { mtime: packed });
  zip.end();
  await pipeline(zip.outputStream, fs.createWriteStream(target));
  for (const folder of ["Addresses", "Locations"]) fs.rmSync(path.join(out, folder), { recursive: true });
  return target;
};

// Fixed, so that the same order gives the same bytes.
const packed = new Date("2026-06-26T12:00:00Z");
