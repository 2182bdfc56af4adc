import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { aShift } from "@cml/testing";
import { administratorEnv } from "../administrator";
import { atMost, type Figure } from "../figure";
import { answerOf, type Client, openClient } from "../http-client";
import { addressOf } from "../letters/letters-house";
import { startProduct } from "../product";
import { withFolder } from "../running";

const bench = "turf";
const rush = 200;
const line = 50;

type House = { db: RootDb; client: Client };

/** 200 people take the last place at once; then 50 with a place give it up at once while 50 wait. */
export const lastPlaces = (): Promise<Figure[]> =>
  withFolder("turf-places", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    await migrate(postgres.url);
    const db = createDb(postgres.url);
    try {
      const product = await startProduct(postgres.url, path.join(folder, "data"), { ...administratorEnv, TRUST_PROXY: "loopback" });
      const client = openClient(product.url, rush);
      try {
        return [...(await takeLast({ db, client })), ...(await giveUp({ db, client }))];
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await db.close();
      await postgres.stop();
    }
  });

const takeLast = async (house: House): Promise<Figure[]> => {
  const shift = await aShift(house.db, { maxVolunteers: 1, openPlaces: 1 });
  await Promise.all(Array.from({ length: rush }, (_, n) => signUp(house, shift.id, n)));
  const placed = await house.db.prisma.shiftSignup.count({ where: { shiftId: shift.id, status: "CONFIRMED" } });
  const all = await house.db.prisma.shiftSignup.count({ where: { shiftId: shift.id } });
  const figure = `${rush} people taking the last place at once: places given beyond one, and people lost`;
  return [atMost({ bench, figure, value: Math.abs(placed - 1) + Math.abs(all - rush), unit: "people" }, 0)];
};

const giveUp = async (house: House): Promise<Figure[]> => {
  const shift = await aShift(house.db, { maxVolunteers: line, openPlaces: line, title: "Evening canvass" });
  for (let n = 0; n < line * 2; n += 1) await signUp(house, shift.id, n);
  const links = await personalLinks(house.db, shift.id);
  await Promise.all(links.slice(0, line).map((token, n) => post(house, n, { procedure: "act", input: { token, verb: "CANCEL" } })));
  const offered = await house.db.prisma.shiftSignup.findMany({
    where: { shiftId: shift.id, offeredAt: { not: null } },
    orderBy: [{ offeredAt: "asc" }, { waitPosition: "asc" }],
  });
  const inOrder = offered.every(({ waitPosition }, n) => n === 0 || (waitPosition ?? 0) > (offered[n - 1]?.waitPosition ?? 0));
  const figure = `${line} cancelling while ${line} wait: waiting people without an offer, or out of order`;
  return [atMost({ bench, figure, value: Math.abs(offered.length - line) + (inOrder ? 0 : 1), unit: "people" }, 0)];
};

/** The links people were mailed, in the order in which they signed up. */
const personalLinks = async (db: RootDb, shiftId: string): Promise<string[]> => {
  const signups = await db.prisma.shiftSignup.findMany({ where: { shiftId }, orderBy: { id: "asc" } });
  const mails = await db.prisma.templateMail.findMany({ where: { templateKey: "shift-signup-confirmation" } });
  const urls = new Map(mails.map(({ toEmail, variables }) => [toEmail, JSON.stringify(variables)]));
  return signups.map(({ userEmail }) => {
    const token = /shifts\/mine\/([\w.~-]+)/.exec(urls.get(userEmail ?? "") ?? "")?.[1];
    if (token === undefined) throw new Error(`${userEmail ?? "somebody"} was mailed no link`);
    return token;
  });
};

const signUp = (house: House, shiftId: string, n: number): Promise<unknown> =>
  post(house, n, {
    procedure: "signUp",
    input: { shiftId, name: `Volunteer ${n}`, email: `volunteer-${shiftId.slice(-4)}-${n}@example.org`, locale: "en" },
  });

const post = async ({ client }: House, n: number, { procedure, input }: { procedure: string; input: object }): Promise<unknown> => {
  const headers = { "x-forwarded-for": addressOf(n) };
  const path = `/trpc/public/map.shifts.${procedure}`;
  return answerOf(await client.ask({ method: "POST", path, headers, body: JSON.stringify({ json: input }) }));
};
