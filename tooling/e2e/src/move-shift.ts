import path from "node:path";
import { createDb, findEmbeddedPostgres } from "@cml/db";
import type { House } from "./house";

type Moved = { shiftId: string; timeZone: string; /** Minutes from now. */ begins: number; ends: number };

const wall = (moment: Date, timeZone: string): { day: string; time: string } => {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).formatToParts(
    moment,
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
};

/** As if the shift's day had come: it begins and ends so many minutes from now by the organisation's clock. Nobody is told. */
export const moveShift = async (house: House, { shiftId, timeZone, begins, ends }: Moved): Promise<void> => {
  const url = findEmbeddedPostgres(path.join(house.dataDir, "postgres"));
  if (url === null) throw new Error("the house has no database of its own");
  const db = createDb(url, { max: 1, mediaMax: 1 });
  const [from, until] = [begins, ends].map((minutes) => wall(new Date(Date.now() + minutes * 60_000), timeZone));
  try {
    const sql = `UPDATE "Shift" SET "date" = $2::date, "startTime" = $3, "endTime" = $4 WHERE "id" = $1::uuid`;
    await db.pool.query(sql, [shiftId, from?.day, from?.time, until?.time]);
  } finally {
    await db.close();
  }
};
