import { aLocation, createTestDb, type TestDb } from "@cml/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { transaction } from "../transaction";
import { findLocation } from "./locations";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());

it("a building is read one query after the other where there is one connection", async () => {
  const { locationId } = await aLocation(test.db, { unitNumbers: ["1", "2"] });
  const running = new Map<unknown, number>();
  let most = 0;
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query")?.value as (this: pg.Client, ...given: unknown[]) => unknown;
  const watched = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const count = (running.get(this) ?? 0) + 1;
    running.set(this, count);
    most = Math.max(most, count);
    const answer = query.apply(this, given);
    return Promise.resolve(answer).finally(() => running.set(this, (running.get(this) ?? 1) - 1));
  });
  const found = await transaction(test.db, (db) => findLocation(db, locationId, "all"));
  watched.mockRestore();
  expect(found?.addresses).toHaveLength(2);
  expect(most).toBe(1);
});
