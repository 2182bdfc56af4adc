import { createTestDb, aCampaign, actorOf, aStranger, aUser, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema } from "@cml/domain/influence";
import { AppError, isAppError, systemActor } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import portneuf from "../../../../../tooling/fixtures/represent/G0A1A0.json" with { type: "json" };
import split from "../../../../../tooling/fixtures/represent/M4Y1A5.json" with { type: "json" };
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import vacant from "../../../../../tooling/fixtures/represent/T6E4A1.json" with { type: "json" };
import {
  addOverride,
  addSittingBreak,
  clearRepresentativeCache,
  editOverride,
  endSittingBreak,
  findCampaignTargets,
  getRepresentativeCache,
  getRepresentativesOverview,
  listOverrides,
  listSittingBreaks,
  lookUpRepresentatives,
  refreshCode,
  removeOverride,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());
const day = 86_400_000;
const ridings = "federal-electoral-districts-2023-representation-order";

const setUp = () => {
  const clock = fakeClock();
  const deps = testDeps({ db: test.db, clock });
  for (const recording of [toronto, portneuf, split, vacant])
    deps.represent.answers.set(recording.code, representAnswerSchema.parse(recording));
  return { deps, clock };
};
type TestSetUp = ReturnType<typeof setUp>["deps"];
/** What the worker does with the job that a look-up left. */
const workOff = (deps: TestSetUp) =>
  deps.jobs.run("influence.refresh-look-up", ({ postalCode }) => refreshCode(deps, systemActor(), postalCode));
beforeEach(() => clearRepresentativeCache(setUp().deps, systemActor(), { postalCode: null }));
const staff = systemActor();
const down = new AppError("UPSTREAM", "representative.unreachable");
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};

describe("a look-up", () => {
  it("asks once, then answers from our rows, one call at a time for a code", async () => {
    const { deps } = setUp();
    const answers = await Promise.all([1, 2, 3, 4].map(() => lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" })));
    expect(deps.represent.asked).toEqual(["M5V3L9"]);
    expect(answers[3]?.representatives.map(({ name }) => name)).toEqual(["Pat Ridings", "Alex Exampleton", "Sam Mayorson", "Kim Wardley"]);
    expect(answers[0]).toMatchObject({ city: "Toronto", province: "ON", known: true, stale: false, splitLevels: [], sourcesDown: false });
    expect(answers[0]?.representatives[0]).toMatchObject({
      districtKey: `${ridings}/35100`,
      setSlug: "house-of-commons",
      matchKind: "CENTROID",
      source: "REPRESENT",
    });
  });

  it("gives an old answer at once, has it asked again in the background, and keeps the ids of people who stayed", async () => {
    const { deps, clock } = setUp();
    const before = await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
    clock.advance(8 * day);
    const [mp, ...others] = representAnswerSchema.parse(toronto).representatives_centroid;
    deps.represent.answers.set("M5V3L9", {
      ...representAnswerSchema.parse(toronto),
      representatives_centroid: [...others, { ...mp!, name: "New Member", email: "new@example.org" }],
    });
    const meanwhile = await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
    expect([meanwhile.stale, deps.represent.asked.length]).toEqual([true, 1]);
    expect(await workOff(deps)).toBe(1);
    const after = await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
    expect([after.stale, deps.represent.asked.length]).toEqual([false, 2]);
    const idOf = (answer: typeof after, name: string) => answer.representatives.find((one) => one.name === name)?.id;
    expect(idOf(after, "Pat Ridings")).toBe(idOf(before, "Pat Ridings"));
    expect(idOf(after, "Alex Exampleton")).toBeUndefined();
    expect(idOf(after, "New Member")).toBeDefined();
  });

  it("serves what is kept while Represent is down, and says that nobody answers where nothing is kept", async () => {
    const { deps, clock } = setUp();
    await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
    clock.advance(40 * day);
    deps.represent.answers.set("M5V3L9", down).set("T5J2R7", down);
    expect(await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" })).toMatchObject({
      stale: true,
      known: true,
      sourcesDown: false,
    });
    expect(await lookUpRepresentatives(deps, staff, { postalCode: "T5J2R7" })).toMatchObject({
      province: "AB",
      sourcesDown: true,
      representatives: [],
      levels: [],
    });
    const { health } = await getRepresentativesOverview(deps, staff);
    expect(health).toMatchObject([{ id: "represent", failuresInRow: 1, lastError: "representative.unreachable" }]);
  });

  it("remembers for a day that a code is unknown", async () => {
    const { deps, clock } = setUp();
    const campaign = await aCampaign(test.db);
    const ask = () =>
      keyOf(findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, postalCode: "V6B1A1", locale: "en", districts: [] }));
    expect([await ask(), await ask()]).toEqual([
      "NOT_FOUND representative.unknownPostalCode",
      "NOT_FOUND representative.unknownPostalCode",
    ]);
    expect(deps.represent.asked).toHaveLength(1);
    clock.advance(25 * 3_600_000);
    await ask();
    expect(deps.represent.asked).toHaveLength(2);
  });

  it("offers the districts of a code that lies in two ridings, and knows the chosen one", async () => {
    const { deps } = setUp();
    const open = await lookUpRepresentatives(deps, staff, { postalCode: "M4Y1A5" });
    expect(open.splitLevels).toEqual(["FEDERAL"]);
    expect(open.levels[0]?.districts.map(({ key }) => key)).toEqual([`${ridings}/35110`, `${ridings}/35111`]);
    const chosen = await lookUpRepresentatives(deps, staff, { postalCode: "M4Y1A5", districts: [`${ridings}/35111`] });
    expect(chosen.levels[0]).toMatchObject({ state: "SURE" });
    expect(chosen.representatives.filter(({ level }) => level === "FEDERAL")).toMatchObject([
      { name: "Étienne Laframboise", preferredLocale: "fr", gender: "M" },
    ]);
  });

  it("says a riding's seat is empty once another code taught us that the set is in force", async () => {
    const { deps } = setUp();
    await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
    const found = await lookUpRepresentatives(deps, staff, { postalCode: "T6E4A1" });
    expect(found.levels.map(({ state }) => state)).toEqual(["VACANT", "SURE", "SURE", "NOBODY"]);
    expect(found.representatives[0]).toMatchObject({ isVacant: true, districtName: "Edmonton Strathcona", electedOffice: "MP" });
  });
});

describe("what staff say", () => {
  it("wins over every source, until it is taken back", async () => {
    const { deps } = setUp();
    const nothing = { postalCode: null, electedOffice: null, districtName: null, partyName: null, phone: null, note: null };
    const added = await addOverride(deps, staff, {
      ...nothing,
      district: `${ridings}/35110`,
      level: "FEDERAL",
      name: "Right Person",
      email: "right@example.org",
    });
    const ask = async () => (await lookUpRepresentatives(deps, staff, { postalCode: "M4Y1A5" })).representatives.map(({ name }) => name);
    expect(await ask()).toContain("Right Person");
    expect(await ask()).not.toContain("Imani Okonkwo-Reyes");
    await removeOverride(deps, staff, added.id);
    expect(await ask()).toContain("Imani Okonkwo-Reyes");
  });

  it("wins for a whole code even where Represent is down", async () => {
    const { deps } = setUp();
    deps.represent.answers.set("T5J2R7", down);
    const nothing = { district: null, electedOffice: "MP", districtName: "Edmonton Centre", partyName: null, phone: null, note: null };
    await addOverride(deps, staff, { ...nothing, postalCode: "T5J2R7", level: "FEDERAL", name: "Right Person", email: null });
    const found = await lookUpRepresentatives(deps, staff, { postalCode: "T5J2R7" });
    expect(found.levels).toMatchObject([{ level: "FEDERAL", state: "SURE" }]);
    expect(found).toMatchObject({ sourcesDown: true, representatives: [{ name: "Right Person", source: "OVERRIDE" }] });
  });

  it("about a dissolution is told at its level and province", async () => {
    const { deps, clock } = setUp();
    const now = clock.now();
    const until = new Date(now.getTime() + 30 * day);
    await addSittingBreak(deps, staff, { level: "PROVINCIAL", province: "ON", startsAt: now, endsAt: until, note: "Election" });
    const states = async (postalCode: string) =>
      (await lookUpRepresentatives(deps, staff, { postalCode })).levels.map(({ state }) => state);
    expect(await states("M5V3L9")).toEqual(["SURE", "NO_SITTING", "SURE", "NOBODY"]);
    expect((await states("T6E4A1"))[1]).toBe("SURE");
  });
});

describe("what another member of staff said", () => {
  const one = async () => actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
  const nobody = { id: "0199c0de-0000-7000-8000-00000000dead" };

  it("may be corrected and taken back, and it stays known who did", async () => {
    const { deps, clock } = setUp();
    const [first, other] = [await one(), await one()];
    const fields = { postalCode: null, electedOffice: null, districtName: null, partyName: null, phone: null, note: null };
    const wrong = { ...fields, district: `${ridings}/35110`, level: "FEDERAL" as const, name: "Wrong Person", email: null };
    const { id } = await addOverride(deps, first, wrong);
    clock.advance(1_000);
    const edited = await editOverride(deps, other, { ...wrong, id, name: "Right Person", email: "right@example.org" });
    expect(edited).toMatchObject({ id, name: "Right Person", updatedAt: clock.now() });
    expect(await listOverrides(deps, first)).toContainEqual(edited);
    const { representatives } = await lookUpRepresentatives(deps, staff, { postalCode: "M4Y1A5" });
    expect(representatives).toContainEqual(expect.objectContaining({ name: "Right Person", email: "right@example.org" }));
    await removeOverride(deps, other, id);
    const log = await test.db.prisma.auditEntry.findMany({ where: { entityId: id }, orderBy: { id: "asc" } });
    const byWhom = log.map(({ action, actorUserId }) => [action, actorUserId]);
    expect(byWhom).toEqual([
      ["representativeOverride.add", first.userId],
      ["representativeOverride.edit", other.userId],
      ["representativeOverride.remove", other.userId],
    ]);
    expect(await keyOf(editOverride(deps, other, { ...wrong, id }))).toBe("NOT_FOUND representative.overrideNotFound");
    expect(await keyOf(removeOverride(deps, other, id))).toBe("NOT_FOUND representative.overrideNotFound");
  });

  it("about a break ends at once, a coming one is taken back, and one that is over stays over", async () => {
    const { deps, clock } = setUp();
    const [first, other] = [await one(), await one()];
    const now = clock.now();
    const fields = { level: "PROVINCIAL" as const, province: "AB" as const, note: null };
    const states = async () => (await lookUpRepresentatives(deps, staff, { postalCode: "T6E4A1" })).levels.map(({ state }) => state);
    const running = await addSittingBreak(deps, first, { ...fields, startsAt: now, endsAt: null });
    const coming = await addSittingBreak(deps, first, { ...fields, startsAt: new Date(now.getTime() + day), endsAt: null });
    expect((await states())[1]).toBe("NO_SITTING");
    clock.advance(1_000);
    expect(await endSittingBreak(deps, other, running.id)).toEqual({ ended: true });
    expect((await states())[1]).toBe("SURE");
    expect(await endSittingBreak(deps, other, coming.id)).toEqual({ ended: true });
    const left = (await listSittingBreaks(deps, first)).map(({ id }) => id);
    expect(left).not.toContain(running.id);
    expect(left).not.toContain(coming.id);
    clock.advance(2 * day);
    expect((await states())[1]).toBe("SURE");
    for (const id of [running.id, coming.id, nobody.id])
      expect(await keyOf(endSittingBreak(deps, other, id))).toBe("NOT_FOUND representative.breakNotFound");
  });
});

it("shows a supporter only the campaign's levels, addresses only for mail programs, and levels without anybody", async () => {
  const { deps } = setUp();
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"], allowMailtoLink: false });
  const found = await findCampaignTargets(deps, aStranger(), {
    campaignSlug: campaign.slug,
    postalCode: "G0A1A0",
    locale: "en",
    districts: [],
  });
  expect(found.targets).toMatchObject([{ name: "Joëlle Exemple-Côté", hasEmail: true, email: null }]);
  // Only the centre of a rural code lies in this riding: the person is asked.
  expect(found.levels.map(({ level, state }) => [level, state])).toEqual([
    ["FEDERAL", "CHOOSE"],
    ["MUNICIPAL", "NOBODY"],
  ]);
  expect(await getRepresentativeCache(deps, staff)).toMatchObject({
    postalCodes: 1,
    representatives: 2,
    unknownPostalCodes: 0,
    byAge: { today: 1, week: 0, month: 0, older: 0 },
  });
});

it("lets one address look up sixty codes in five minutes", async () => {
  const { deps } = setUp();
  const campaign = await aCampaign(test.db);
  const ask = () =>
    findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, postalCode: "M5V3L9", locale: "en", districts: [] });
  for (let n = 0; n < 60; n += 1) await ask();
  expect(await keyOf(ask())).toBe("RATE_LIMITED rateLimited");
});
