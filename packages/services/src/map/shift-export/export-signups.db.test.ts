import { exportSignupsInput } from "@cml/domain/map";
import { actorOf, aShift, aStranger, aUser, anActor, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportSignups, signUpForShift } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const textOf = async (pieces: AsyncGenerator<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};

describe("exported sign-ups", () => {
  it("have a line for each person of a shift or a period, nothing a spreadsheet would run, and are written down", async () => {
    const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-24T19:00:00Z") });
    const admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
    const [first, second] = [
      await aShift(test.db, { title: "Doors", date: "2026-11-28", openPlaces: 5, maxVolunteers: 5 }),
      await aShift(test.db, { title: "=Signs", date: "2026-11-29", openPlaces: 5, maxVolunteers: 5 }),
    ];
    const sign = (shiftId: string, name: string) =>
      signUpForShift(deps, aStranger({ ipHash: crypto.randomUUID() }), {
        shiftId,
        name,
        email: `${crypto.randomUUID()}@example.org`,
        phone: "+1 604 555 0100",
        locale: "fr",
      });
    await sign(first.id, '=HYPERLINK("x")');
    await sign(first.id, "Came");
    await sign(first.id, "Stayed away");
    await sign(second.id, "Other");
    const became = (userName: string, status: "ATTENDED" | "NO_SHOW") =>
      test.db.prisma.shiftSignup.updateMany({ where: { userName }, data: { status } });
    await became("Came", "ATTENDED");
    await became("Stayed away", "NO_SHOW");
    const lines = async (asked: object) =>
      (await textOf(exportSignups(deps, admin, exportSignupsInput.parse(asked)))).trimEnd().split("\r\n");
    const ofShift = await lines({ kind: "shift", id: first.id });
    const columns = (ofShift[0] ?? "").split(",");
    const told = (line = "") => [line.split(",")[columns.indexOf("attended")], line.split(",")[columns.indexOf("no-show")]];
    expect(ofShift).toHaveLength(4);
    expect(ofShift[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect([told(ofShift[1]), told(ofShift[2]), told(ofShift[3])]).toEqual([
      ["", ""],
      ["yes", "no"],
      ["no", "yes"],
    ]);
    const ofPeriod = await lines({ kind: "period", from: "2026-11-28", until: "2026-11-30" });
    expect(ofPeriod.slice(1).map((line) => line.split(",")[0])).toEqual(["Doors", "Doors", "Doors", "'=Signs"]);
    expect(await lines({ kind: "period", from: "2026-12-01", until: "2026-12-30" })).toHaveLength(1);
    const { rows } = await test.db.pool.query<{ facts: object }>(`SELECT "facts" FROM "AuditEntry" WHERE "action" = 'shift.export'`);
    expect(rows.map(({ facts }) => facts)).toContainEqual({ shiftId: first.id, rows: 3, isWhole: true });
    for (const other of [aStranger(), anActor("USER")])
      await expect(textOf(exportSignups(deps, other, { kind: "shift", id: first.id }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
