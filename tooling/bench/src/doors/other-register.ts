import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

const addressFile = (folder: string) => path.join(folder, "Addresses", "Address_35.csv");

const copyFolder = async (from: string, to: string, change: (header: string, rows: string[]) => string[]): Promise<void> => {
  await fs.cp(from, to, { recursive: true });
  const [header = "", ...rows] = (await fs.readFile(addressFile(from), "utf8")).trimEnd().split(/\r?\n/);
  await fs.writeFile(addressFile(to), [header, ...change(header, rows), ""].join("\r\n"));
};

/** The same register with its addresses in another order. */
export const shuffled = (from: string, to: string): Promise<void> =>
  copyFolder(from, to, (_header, rows) => {
    const order = rows.map((row) => ({ row, place: createHash("md5").update(row).digest("base64") }));
    return order.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ row }) => row);
  });

/** The same register with every hundredth address edited, of those that have a point of their own: another postal code. Gives how many. */
export const edited = async (from: string, to: string): Promise<number> => {
  let count = 0;
  await copyFolder(from, to, (header, rows) => {
    const columns = header.replace(/^\uFEFF/, "").split(",");
    const column = columns.indexOf("MAIL_POSTAL_CODE");
    const point = columns.indexOf("BG_X");
    return rows.map((row, index) => {
      if (index % 100 !== 0) return row;
      // No field of a made register is quoted before this column.
      const cells = row.split(",");
      if (cells[point] === "") return row;
      cells[column] = cells[column] === "K9Z9Z9" ? "K9Z9Z8" : "K9Z9Z9";
      count += 1;
      return cells.join(",");
    });
  });
  return count;
};
