import { createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { afterCommit, isUniqueViolation, rawTransaction, transaction } from "./index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const aCut = (name: string) => ({ name, geojson: "{}" });

describe("transaction", () => {
  it("takes everything back when the work throws, and runs no commit hook", async () => {
    const { db } = test;
    let hooked = false;
    const work = transaction(db, async (tx) => {
      await tx.prisma.cut.create({ data: aCut("taken back") });
      await afterCommit(tx, async () => {
        hooked = true;
      });
      throw new Error("changed our mind");
    });
    await expect(work).rejects.toThrow("changed our mind");
    expect(await db.prisma.cut.count({ where: { name: "taken back" } })).toBe(0);
    expect(hooked).toBe(false);
  });

  it("joins the outer transaction when nested, and runs its hooks once, after the commit", async () => {
    const { db } = test;
    const seen: number[] = [];
    await transaction(db, async (outer) => {
      await transaction(outer, async (inner) => {
        await inner.prisma.cut.create({ data: aCut("joined") });
        await afterCommit(inner, async () => {
          seen.push(await db.prisma.cut.count({ where: { name: "joined" } }));
        });
      });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([1]);
  });

  it("runs a lost race again when told to", async () => {
    const { db } = test;
    const row = await db.prisma.cut.create({ data: aCut("raced") });
    const addOne = () =>
      transaction(
        db,
        async (tx) => {
          const { addressCount } = await tx.prisma.cut.findUniqueOrThrow({ where: { id: row.id } });
          await tx.prisma.cut.update({ where: { id: row.id }, data: { addressCount: addressCount + 1 } });
        },
        { isolation: "Serializable", retries: 20 },
      );
    await Promise.all([addOne(), addOne(), addOne(), addOne()]);
    expect((await db.prisma.cut.findUniqueOrThrow({ where: { id: row.id } })).addressCount).toBe(4);
  });

  it("gives plain SQL its own all-or-nothing transaction", async () => {
    const { db } = test;
    const work = rawTransaction(db, async (client) => {
      await client.query(`INSERT INTO "Suppression" (id, kind, "keyHash", reason) VALUES (gen_random_uuid(), 'email', 'x', 'test')`);
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await db.prisma.suppression.count()).toBe(0);
  });
});

describe("isUniqueViolation", () => {
  it("knows which unique rule broke, through Prisma and through plain SQL", async () => {
    const { db } = test;
    await db.prisma.user.create({ data: { name: "Ada", email: "ada@example.ca" } });
    const again = await db.prisma.user.create({ data: { name: "Ada", email: "ada@example.ca" } }).catch((error: unknown) => error);
    const raw = await db.pool
      .query(`INSERT INTO "User" (id, name, email, "updatedAt") VALUES (gen_random_uuid(), 'Ada', 'ada@example.ca', now())`)
      .catch((error: unknown) => error);
    for (const error of [again, raw]) {
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, "email")).toBe(true);
      expect(isUniqueViolation(error, "phone")).toBe(false);
    }
    expect(isUniqueViolation(new Error("other"))).toBe(false);
  });

  it("refuses an e-mail address that is not lower-case, whatever writes it", async () => {
    await expect(test.db.prisma.user.create({ data: { name: "Ada", email: "Ada2@example.ca" } })).rejects.toThrow(/check/i);
  });
});
