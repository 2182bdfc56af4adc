import { createTestDb, aCampaign, anActor, aStranger, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema } from "@cml/domain/influence";
import { AppError, isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import portneuf from "../../../../../tooling/fixtures/represent/G0A1A0.json" with { type: "json" };
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { clearRepresentativeCache, findCampaignTargets, getRepresentativeCache, lookUpRepresentatives } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());
const day = 86_400_000;

const setUp = () => {
  const clock = fakeClock();
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  deps.represent.answers.set("G0A1A0", representAnswerSchema.parse(portneuf));
  return { deps, clock };
};
beforeEach(() => clearRepresentativeCache(setUp().deps, anActor("SUPER_ADMIN"), { postalCode: null }));
const staff = anActor("INFLUENCE_ADMIN");
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};

it("asks once, then answers from our rows, one call at a time for a code", async () => {
  const { deps } = setUp();
  const answers = await Promise.all([1, 2, 3, 4].map(() => lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" })));
  expect(deps.represent.asked).toEqual(["M5V3L9"]);
  expect(answers[3]?.representatives.map(({ name }) => name)).toEqual(["Pat Ridings", "Alex Exampleton", "Sam Mayorson", "Kim Wardley"]);
  expect(answers[0]).toMatchObject({ city: "Toronto", province: "ON", known: true, stale: false, splitLevels: [] });
});

it("asks again after a week and keeps the ids of people who stayed", async () => {
  const { deps, clock } = setUp();
  const before = await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
  clock.advance(8 * day);
  const [mp, ...others] = representAnswerSchema.parse(toronto).representatives_centroid;
  deps.represent.answers.set("M5V3L9", {
    ...representAnswerSchema.parse(toronto),
    representatives_centroid: [...others, { ...mp!, name: "New Member", email: "new@example.org" }],
  });
  const after = await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
  expect(deps.represent.asked).toHaveLength(2);
  const idOf = (answer: typeof after, name: string) => answer.representatives.find((one) => one.name === name)?.id;
  expect(idOf(after, "Pat Ridings")).toBe(idOf(before, "Pat Ridings"));
  expect(idOf(after, "Alex Exampleton")).toBeUndefined();
  expect(idOf(after, "New Member")).toBeDefined();
});

it("serves old rows, and says so, while Represent does not answer", async () => {
  const { deps, clock } = setUp();
  await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" });
  clock.advance(8 * day);
  deps.represent.answers.set("M5V3L9", new AppError("UPSTREAM", "representative.unreachable"));
  expect(await lookUpRepresentatives(deps, staff, { postalCode: "M5V3L9" })).toMatchObject({ stale: true, known: true });
  deps.represent.answers.set("T5J2R7", new AppError("UPSTREAM", "representative.unreachable"));
  expect(await keyOf(lookUpRepresentatives(deps, staff, { postalCode: "T5J2R7" }))).toBe("UPSTREAM representative.unreachable");
});

it("remembers for a day that a code is unknown", async () => {
  const { deps, clock } = setUp();
  const campaign = await aCampaign(test.db);
  const ask = () => keyOf(findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, postalCode: "V6B1A1", locale: "en", districts: [] }));
  expect([await ask(), await ask()]).toEqual(["NOT_FOUND representative.unknownPostalCode", "NOT_FOUND representative.unknownPostalCode"]);
  expect(deps.represent.asked).toHaveLength(1);
  clock.advance(25 * 3_600_000);
  await ask();
  expect(deps.represent.asked).toHaveLength(2);
});

it("shows a supporter only the campaign's levels, addresses only for mail programs, and levels without anybody", async () => {
  const { deps } = setUp();
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"], allowMailtoLink: false });
  const found = await findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, postalCode: "G0A1A0", locale: "en", districts: [] });
  expect(found.targets).toMatchObject([{ name: "Joëlle Exemple-Côté", hasEmail: true, email: null }]);
  expect(found.levels.map(({ level, state }) => [level, state])).toEqual([
    ["FEDERAL", "SURE"],
    ["MUNICIPAL", "NOBODY"],
  ]);
  expect(await getRepresentativeCache(deps, staff)).toMatchObject({ postalCodes: 1, representatives: 2, unknownPostalCodes: 0 });
});

it("lets one address look up sixty codes in five minutes", async () => {
  const { deps } = setUp();
  const campaign = await aCampaign(test.db);
  const ask = () => findCampaignTargets(deps, aStranger(), { campaignSlug: campaign.slug, postalCode: "M5V3L9", locale: "en", districts: [] });
  for (let n = 0; n < 60; n += 1) await ask();
  expect(await keyOf(ask())).toBe("RATE_LIMITED rateLimited");
});
