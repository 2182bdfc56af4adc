import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";

// Parts of addresses and of locations change at different counts, so that no address part has its locations in one location part.
const addressesInTurn = 5_000;
const buildingsInTurn = 7_000;
const blockLength = 1 << 16;

/**
 * The files of each province, opened when the first row comes.
 * @param {string} out
 * @param {import("./vintages.mjs").Vintage} vintage
 * @param {number} parts
 */
export const partFiles = (out, vintage, parts) => {
  const provinces = new Map();
  const open = ({ folder, name, columns }, count) =>
    Array.from({ length: count }, (_, index) => {
      const file = path.join(out, folder, count === 1 ? `${name}.csv` : `${name}_part_${index + 1}.csv`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      return lineFile(file, vintage, `${columns.join(",")}\n`);
    });
  const openProvince = (code) => ({
    addresses: open({ folder: "Addresses", name: `Address_${code}`, columns: vintage.address }, parts),
    locations: open({ folder: "Locations", name: `Location_${code}`, columns: vintage.location }, Math.max(1, parts - 2)),
    addressCount: 0,
    buildingCount: 0,
  });
  return {
    write: async (code, addresses, location) => {
      if (!provinces.has(code)) provinces.set(code, openProvince(code));
      const province = provinces.get(code);
      const into = province.addresses[Math.floor(province.addressCount / addressesInTurn) % province.addresses.length];
      province.addressCount += addresses.length;
      const locationsInto = province.locations[Math.floor(province.buildingCount / buildingsInTurn) % province.locations.length];
      province.buildingCount += 1;
      for (const line of addresses) await into.write(line);
      await locationsInto.write(location);
    },
    close: async () => {
      const files = [...provinces.values()].flatMap(({ addresses, locations }) => [...addresses, ...locations]);
      await Promise.all(files.map((file) => file.close()));
      return files.map(({ path: file }) => file);
    },
  };
};

const lineFile = (file, { encoding, bom }, header) => {
  const stream = fs.createWriteStream(file, { encoding });
  let block = `${bom ? "\uFEFF" : ""}${header}`;
  const flush = async () => {
    const full = block;
    block = "";
    if (!stream.write(full, encoding)) await once(stream, "drain");
  };
  return {
    path: file,
    write: (line) => {
      block += line;
      return block.length >= blockLength ? flush() : undefined;
    },
    close: async () => {
      await flush();
      stream.end();
      await once(stream, "close");
    },
  };
};
