import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDb, findEmbeddedPostgres, migrate, startEmbeddedPostgres, type EmbeddedPostgres } from "./index";
import { findPostmaster } from "./postmaster";

let root: string;
let folder: string;
let running: EmbeddedPostgres | null = null;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "cml-embedded-"));
  fs.chmodSync(root, 0o755); // the system user postgres must get in when the tests run as root
  folder = path.join(root, "postgres");
});
afterEach(async () => {
  await running?.stop();
  running = null;
  fs.rmSync(root, { recursive: true, force: true });
});

const start = async (durable = false): Promise<EmbeddedPostgres> => (running = await startEmbeddedPostgres({ folder, durable }));

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe("the embedded PostgreSQL", () => {
  it("listens on the loopback address only, asks for a password kept in a private file, and stops", async () => {
    const server = await start();
    expect(await query(server.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(fs.statSync(`${folder}.password`).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(query(wrong.toString(), "SELECT 1")).rejects.toThrow(/password/);
    expect(await server.stop()).toBe(true);
    expect(findEmbeddedPostgres(folder)).toBeNull();
    expect(findPostmaster(folder)).toBeNull();
  });

  it("takes over a server whose starter died, and tells programs beside it where it is", async () => {
    const first = await start();
    const second = await startEmbeddedPostgres({ folder, durable: false });
    expect([second.adopted, second.pid, second.url]).toEqual([true, first.pid, first.url]);
    expect(findEmbeddedPostgres(folder)).toBe(first.url);
  });

  it("comes back with its rows after the server itself was killed", async () => {
    const first = await start(true);
    await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
    process.kill(first.pid, "SIGKILL");
    await expect.poll(() => findPostmaster(folder), { timeout: 10_000 }).toBeNull();
    const second = await start(true);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "still here" }]);
  });

  it("starts although the pid in its old file belongs to another program by now", async () => {
    await (await start()).stop();
    fs.writeFileSync(path.join(folder, "postmaster.pid"), `${process.pid}\n${folder}\n0\n5432\n\n127.0.0.1\n0\nready\n`);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("is left to others that still use it when asked so", async () => {
    const server = await start();
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    expect(await server.stop({ onlyIfUnused: true })).toBe(false);
    await other.end();
    await expect.poll(() => server.stop({ onlyIfUnused: true }), { timeout: 10_000 }).toBe(true);
  });

  it("is migrated once by two processes that start together, and refuses a history it does not know", async () => {
    const { url } = await start();
    const [a, b] = await Promise.all([migrate(url), migrate(url)]);
    expect([a.length, b.length].sort()[0]).toBe(0);
    expect(a.length + b.length).toBeGreaterThan(1);
    expect(await migrate(url)).toEqual([]);
    const db = createDb(url);
    await db.pool.query(`UPDATE "_prisma_migrations" SET checksum = 'other' WHERE migration_name = $1`, [[...a, ...b][0]]);
    await expect(migrate(url)).rejects.toThrow(/was changed after it was applied/);
    await db.pool.query(`UPDATE "_prisma_migrations" SET migration_name = 'from_the_future' WHERE checksum = 'other'`);
    await expect(migrate(url)).rejects.toThrow(/newer version/);
    await db.close();
  });
});
