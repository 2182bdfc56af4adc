import { createPostgresCoordination } from "@cml/db/platform";
import { AppError, type LatLng } from "@cml/domain/kernel";
import { geocoderFacts, outsideGeocoders, type UpdateGeocodersInput } from "@cml/domain/map";
import { aLocation, anActor, aStranger, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  cancelGeocodeRun, forgetOldGeocodes, geocode, geocodeAddress, getDataQuality, listGeocodeRuns, listGeocoders, listWeakMatches, reverseGeocode, reviewWeakMatch, runGeocoding,
  startGeocodeRun, testGeocoder, undoReview, updateGeocoders, weakCandidates,
} from "."; // prettier-ignore

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
  await test.db.prisma.user.create({ data: { id: organiser.userId, name: "Organiser", email: "organiser@example.org" } });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.prisma.location.deleteMany();
  await test.db.prisma.geocoderConfig.deleteMany();
  await test.db.prisma.geocodeCache.deleteMany();
  await test.db.prisma.geocodeTally.deleteMany();
  await test.db.prisma.geocodeRun.deleteMany();
  await test.db.prisma.unplacedAddress.deleteMany();
});

const organiser = anActor("MAP_ADMIN");
const depsOf = () => testDeps({ db: test.db });
type Fakes = ReturnType<typeof depsOf>;
const parts = { address: "12 Oak St", municipality: "Vancouver", province: "BC", postalCode: null };
const place = (given: Partial<LatLng & { confidence: number }> = {}) => ({
  latitude: 49.25, longitude: -123.12, address: "12 Oak Street", houseNumber: "12", municipality: "Vancouver", province: "BC", postalCode: null,
  precision: "rooftop" as const, isPartial: false, score: null, confidence: 98, ...given,
}); // prettier-ignore

type Draft = UpdateGeocodersInput["geocoders"][number];
const settings = (...enabled: (Partial<Draft> & Pick<Draft, "provider">)[]): UpdateGeocodersInput => {
  const rest = outsideGeocoders.filter((provider) => !enabled.some((one) => one.provider === provider));
  const plain = { baseUrl: null, perMinute: 600, perDay: null };
  return {
    geocoders: [
      ...enabled.map((one) => ({ ...plain, isEnabled: true, ...(geocoderFacts[one.provider].needsKey ? { key: "k-1" } : {}), ...one })),
      ...rest.map((provider) => ({ ...plain, provider, isEnabled: false })),
    ],
  };
};

/** Deps with these geocoders switched on, and what each answers. */
const withGeocoders = async (
  answers: Record<string, ReturnType<typeof place> | Error>,
  given = settings(...Object.keys(answers).map((provider) => ({ provider: provider as Draft["provider"] }))),
) => {
  const deps = depsOf();
  await updateGeocoders(deps, organiser, given);
  for (const [provider, answer] of Object.entries(answers)) deps.geocoders.answers.set(provider, answer);
  return deps;
};
const askedOf = (deps: Fakes) => deps.geocoders.asked.map(({ access }) => access.provider);

const aBuilding = async (address: string, given: object = {}) => {
  const { locationId: id } = await aLocation(test.db, { text: `${address}, Vancouver, BC` });
  await test.db.prisma.location.update({ where: { id }, data: given });
  return test.db.prisma.location.findUniqueOrThrow({ where: { id } });
};
const weak = { geocodeConfidence: 50, geocodeProvider: "NOMINATIM" as const };

describe("the chain", () => {
  it("asks the map itself first, and nobody else when it is sure", async () => {
    await aBuilding("12 Oak St");
    const deps = await withGeocoders({ NOMINATIM: place() });
    expect(await geocodeAddress(deps, parts)).toMatchObject({ provider: "LOCAL", confidence: 100 });
    expect(askedOf(deps)).toEqual([]);
  });

  it("goes on to the next when one fails or is not sure, and takes the surest", async () => {
    const deps = await withGeocoders({
      PHOTON: new AppError("UPSTREAM", "map.geocoder.unreachable"),
      NOMINATIM: place({ confidence: 58 }),
      MAPBOX: place(),
    });
    expect(await geocodeAddress(deps, parts)).toMatchObject({ provider: "MAPBOX", confidence: 98 });
    expect(askedOf(deps)).toEqual(["PHOTON", "NOMINATIM", "MAPBOX"]);
  });

  it("never fills an address from one whose terms forbid keeping, and shows it on request", async () => {
    const deps = await withGeocoders({ GOOGLE: place() });
    expect(await geocodeAddress(deps, parts)).toBeNull();
    expect(askedOf(deps)).toEqual([]);
    const { others } = await geocode(deps, organiser, { text: "12 Oak St, Vancouver", askOthers: true });
    expect(others).toMatchObject([{ provider: "GOOGLE", mayStore: false }]);
    expect(await test.db.prisma.geocodeCache.count()).toBe(0);
  });

  it("asks the public Nominatim nothing in bulk, one's own server everything", async () => {
    const deps = await withGeocoders({ NOMINATIM: place() });
    expect(await geocodeAddress(deps, parts, { isBulk: true })).toBeNull();
    const own = await withGeocoders({ NOMINATIM: place() }, settings({ provider: "NOMINATIM", baseUrl: "https://geo.example.org" }));
    expect(await geocodeAddress(own, parts, { isBulk: true })).toMatchObject({ provider: "NOMINATIM" });
  });

  it("keeps an answer for seven days, also that there is none", async () => {
    const deps = await withGeocoders({ MAPBOX: place() });
    await geocodeAddress(deps, parts);
    await geocodeAddress(deps, { ...parts, address: "12 OAK ST." });
    expect(askedOf(deps)).toEqual(["MAPBOX"]);
    deps.clock.advance(7 * 86_400_000 + 1);
    await forgetOldGeocodes(deps);
    expect(await test.db.prisma.geocodeCache.count()).toBe(0);
    await geocodeAddress(deps, parts);
    expect(askedOf(deps)).toHaveLength(2);
  });

  it("stays within the limit a minute, and says who was too busy by going on", async () => {
    const deps = await withGeocoders({ MAPBOX: place() }, settings({ provider: "MAPBOX", perMinute: 1 }));
    await geocodeAddress(deps, parts);
    expect(await geocodeAddress(deps, { ...parts, address: "14 Oak St" })).toBeNull();
    expect(askedOf(deps)).toHaveLength(1);
  });

  it("stays within its limits over all processes, a minute and a day", async () => {
    const first = await withGeocoders({ MAPBOX: place() }, settings({ provider: "MAPBOX", perMinute: 3, perDay: 4 }));
    const second = testDeps({ db: test.db, clock: first.clock });
    second.geocoders.answers.set("MAPBOX", place());
    const shared = await Promise.all(
      [first, second].map(({ logger }) => createPostgresCoordination({ url: test.url, pool: test.db.pool }, logger)),
    );
    const processes = [first, second].map((deps, n) => ({ ...deps, limiter: (shared[n] as (typeof shared)[number]).limiter }));
    const ask = (from: number) =>
      Promise.all(
        [0, 1, 2, 3].map((n) =>
          geocodeAddress(processes[n % 2] as (typeof processes)[number], { ...parts, address: `${from + n} Oak St` }),
        ),
      );
    expect((await ask(1)).filter((one) => one !== null)).toHaveLength(3);
    expect(askedOf(first).length + askedOf(second).length).toBe(3);
    // A minute later one more, and then the day is spent.
    await test.db.pool.query(`UPDATE "RateLimit" SET "expiresAt" = now() WHERE "key" LIKE '%:minute'`);
    expect((await ask(11)).filter((one) => one !== null)).toHaveLength(1);
    expect(askedOf(first).length + askedOf(second).length).toBe(4);
    await Promise.all(shared.map(({ close }) => close()));
  });

  it("leaves one alone for five minutes after five failures, for every process", async () => {
    const deps = await withGeocoders({ MAPBOX: new AppError("UPSTREAM", "map.geocoder.refused") });
    for (let n = 0; n < 7; n += 1) await geocodeAddress(deps, { ...parts, address: `${n + 1} Oak St` });
    expect(askedOf(deps)).toHaveLength(5);
    const other = testDeps({ db: test.db, clock: deps.clock });
    await geocodeAddress(other, parts);
    expect(askedOf(other)).toEqual([]);
    expect((await listGeocoders(deps))[0]).toMatchObject({ provider: "MAPBOX", lastError: "map.geocoder.refused" });
    deps.clock.advance(5 * 60_000);
    deps.geocoders.answers.set("MAPBOX", place());
    expect(await geocodeAddress(deps, parts)).toMatchObject({ provider: "MAPBOX" });
    expect((await listGeocoders(deps))[0]).toMatchObject({ lastError: null, restUntil: null });
  });

  it("finds the building beside a click without asking anybody", async () => {
    const { latitude, longitude } = await aBuilding("12 Oak St");
    const deps = await withGeocoders({ NOMINATIM: place() });
    const point = { latitude: latitude.toNumber(), longitude: longitude.toNumber() };
    expect((await reverseGeocode(deps, organiser, point)).local[0]).toMatchObject({ address: "12 Oak St" });
    expect(askedOf(deps)).toEqual([]);
    expect((await reverseGeocode(deps, organiser, { latitude: 50, longitude: -120 })).others).toMatchObject([{ provider: "NOMINATIM" }]);
  });
});

describe("the list of geocoders", () => {
  it("keeps keys sealed, never shows them, and opens them only for the call", async () => {
    const deps = await withGeocoders({ MAPBOX: place() });
    const stored = await test.db.prisma.geocoderConfig.findUniqueOrThrow({ where: { provider: "MAPBOX" } });
    expect(stored.keySealed).not.toContain("k-1");
    expect(JSON.stringify(await listGeocoders(deps))).not.toMatch(/k-1|keySealed/);
    await geocodeAddress(deps, parts);
    expect(deps.geocoders.asked[0]?.access).toEqual({ provider: "MAPBOX", baseUrl: null, key: "k-1" });
    const same = settings({ provider: "MAPBOX", key: undefined });
    await updateGeocoders(deps, organiser, same);
    expect((await listGeocoders(deps))[0]).toMatchObject({ provider: "MAPBOX", hasKey: true });
  });

  it("switches nothing on without the key it needs", async () => {
    const deps = depsOf();
    const work = updateGeocoders(deps, organiser, settings({ provider: "LOCATIONIQ", key: null }));
    await expect(work).rejects.toMatchObject({ code: "INVALID", messageKey: "map.geocoder.noKey" });
  });

  it("tests one with a key that is not saved, and says what is wrong", async () => {
    const deps = depsOf();
    deps.geocoders.answers.set("ARCGIS", new AppError("UPSTREAM", "map.geocoder.refused"));
    const result = await testGeocoder(deps, organiser, { provider: "ARCGIS", baseUrl: null, key: "new" });
    expect(result).toMatchObject({ place: null, trouble: "map.geocoder.refused" });
    expect(deps.geocoders.asked[0]?.access.key).toBe("new");
  });
});

describe("the queue of weak matches", () => {
  const weakOne = async () => {
    const { id, updatedAt } = await aBuilding("12 Oak St", weak);
    return { id, updatedAt };
  };
  const pointOf = async (id: string) => {
    const row = await test.db.prisma.location.findUniqueOrThrow({ where: { id }, include: { history: true } });
    return { ...row, latitude: row.latitude.toNumber(), longitude: row.longitude.toNumber() };
  };

  it("has the weakest first, without those by hand, from a register, looked at or sure", async () => {
    const deps = depsOf();
    await aBuilding("1 Elm St");
    await aBuilding("2 Elm St", { geocodeConfidence: 95, geocodeProvider: "LOCAL" });
    await aBuilding("3 Elm St", { ...weak, geocodeReviewedAt: new Date() });
    await aBuilding("4 Elm St", { geocodeConfidence: 70, geocodeProvider: "LOCAL" });
    await aBuilding("5 Elm St", weak);
    const { items, total } = await listWeakMatches(deps, organiser, { afterId: null, limit: 10 });
    expect([items.map(({ address }) => address), total]).toEqual([["5 Elm St", "4 Elm St"], 2]);
    const [, second] = items;
    const { items: behind } = await listWeakMatches(deps, organiser, { afterId: items[0]?.id ?? null, limit: 10 });
    expect(behind.map(({ id }) => id)).toEqual([second?.id]);
  });

  it("offers what the map knows, but never the building itself", async () => {
    const deps = depsOf();
    await aBuilding("10 Oak St");
    await aBuilding("14 Oak St");
    const { id } = await weakOne();
    const { local } = await weakCandidates(deps, organiser, { id, askOthers: false });
    expect(local.length).toBeGreaterThan(0);
    expect(local.map(({ locationId }) => locationId)).not.toContain(id);
  });

  it("moves to a candidate, writes who and what, and takes it back", async () => {
    const deps = depsOf();
    const { id, updatedAt } = await weakOne();
    const before = await pointOf(id);
    const decision = { kind: "take", latitude: 49.3, longitude: -123.05, confidence: 78, provider: "LOCAL" } as const;
    const { updatedAt: then } = await reviewWeakMatch(deps, organiser, { id, updatedAt, decision });
    const after = await pointOf(id);
    expect(after).toMatchObject({ latitude: 49.3, longitude: -123.05, geocodeConfidence: 78, geocodeProvider: "LOCAL" });
    expect(after.mapCell).not.toBe(before.mapCell);
    expect(after.history.filter(({ action }) => action === "GEOCODED")).toHaveLength(1);
    await undoReview(deps, organiser, { id, updatedAt: then });
    expect(await pointOf(id)).toMatchObject({ latitude: before.latitude, longitude: before.longitude, ...weak, geocodeReviewedAt: null });
  });

  it.each([
    [{ kind: "move", latitude: 49.31, longitude: -123.06 } as const, { latitude: 49.31, geocodeProvider: null, geocodeConfidence: null }],
    [{ kind: "keep" } as const, { geocodeProvider: null, geocodeConfidence: null }],
    [{ kind: "setAside" } as const, { ...weak }],
  ])("decides %j once, and comes back with undo", async (decision, expected) => {
    const deps = depsOf();
    const { id, updatedAt } = await weakOne();
    const { updatedAt: then } = await reviewWeakMatch(deps, organiser, { id, updatedAt, decision });
    expect(await pointOf(id)).toMatchObject(expected);
    expect((await listWeakMatches(deps, organiser, { afterId: null, limit: 10 })).items).toEqual([]);
    await undoReview(deps, organiser, { id, updatedAt: then });
    expect((await listWeakMatches(deps, organiser, { afterId: null, limit: 10 })).items.map((one) => one.id)).toEqual([id]);
  });

  it("says that somebody saved meanwhile", async () => {
    const deps = depsOf();
    const { id } = await weakOne();
    const work = reviewWeakMatch(deps, organiser, { id, updatedAt: new Date(0), decision: { kind: "keep" } });
    await expect(work).rejects.toMatchObject({ code: "CONFLICT", messageKey: "map.location.changedMeanwhile" });
  });
});

describe("geocoding in the background", () => {
  const inTray = (address: string, given: object = {}) =>
    test.db.prisma.importRun
      .create({ data: { id: newId(), kind: "addresses", fileName: "list.csv", status: "COMPLETED" } })
      .then(({ id }) =>
        test.db.prisma.unplacedAddress.create({
          data: {
            id: newId(),
            importRunId: id,
            address,
            municipality: "Vancouver",
            province: "BC",
            reason: "noPoint",
            source: "list",
            ...given,
          },
        }),
      );

  it("places rows of the tray between their neighbours, leaves those nobody knows, and adds units to what stands", async () => {
    const deps = depsOf();
    await aBuilding("10 Oak St");
    const { id: tower } = await aBuilding("14 Oak St");
    const between = await inTray("12 Oak St");
    const unit = await inTray("14 Oak St", { unitNumber: "201" });
    const nowhere = await inTray("9 Nowhere Crescent");
    const { id } = await startGeocodeRun(deps, organiser, { kind: "missing" });
    await runGeocoding(deps, { runId: id });
    const [run] = await listGeocodeRuns(deps, organiser);
    expect(run).toMatchObject({ status: "COMPLETED", total: 3, done: 3, missed: 1 });
    const rows = new Map((await test.db.prisma.unplacedAddress.findMany()).map((row) => [row.id, row]));
    const placed = await test.db.prisma.location.findUniqueOrThrow({ where: { id: rows.get(between.id)?.resolvedLocationId ?? "" } });
    expect(placed).toMatchObject({ address: "12 Oak St", geocodeProvider: "LOCAL", streetKey: "oak|vancouver|bc" });
    expect(rows.get(unit.id)?.resolvedLocationId).toBe(tower);
    expect(await test.db.prisma.address.count({ where: { locationId: tower, unitNumber: "201" } })).toBe(1);
    expect(rows.get(nowhere.id)?.resolvedAt).toBeNull();
  });

  it("moves weak points to surer ones only, and never what a person placed meanwhile", async () => {
    const deps = await withGeocoders({ MAPBOX: place({ latitude: 49.26, longitude: -123.1 }) });
    const { id: guessed } = await aBuilding("12 Oak St", weak);
    const { id: byHand } = await aBuilding("77 Elm St");
    const { id } = await startGeocodeRun(deps, organiser, { kind: "weak" });
    await runGeocoding(deps, { runId: id });
    expect(await test.db.prisma.location.findUnique({ where: { id: guessed } })).toMatchObject({
      geocodeProvider: "MAPBOX",
      geocodeConfidence: 98,
    });
    expect(await test.db.prisma.location.findUnique({ where: { id: byHand } })).toMatchObject({ geocodeProvider: null });
    expect(await test.db.prisma.locationHistory.count({ where: { locationId: guessed, action: "BULK_GEOCODED" } })).toBe(1);
    expect((await listGeocodeRuns(deps, organiser))[0]).toMatchObject({ status: "COMPLETED", found: 1 });
  });

  it("goes on from its checkpoint after a process died, and stops where it was cancelled", async () => {
    const deps = await withGeocoders({ MAPBOX: place() });
    for (const number of [1, 2, 3]) await aBuilding(`${number * 100} Elm St`, weak);
    const { id } = await startGeocodeRun(deps, organiser, { kind: "weak" });
    const closing = new AbortController();
    const dying = {
      ...deps,
      geocoders: {
        ...deps.geocoders,
        forward: (...asked: Parameters<typeof deps.geocoders.forward>) => (closing.abort(), deps.geocoders.forward(...asked)),
      },
    };
    await expect(runGeocoding(dying, { runId: id, signal: closing.signal })).rejects.toThrow("interrupted");
    expect((await listGeocodeRuns(deps, organiser))[0]).toMatchObject({ status: "RUNNING", done: 1 });
    await runGeocoding(deps, { runId: id });
    expect((await listGeocodeRuns(deps, organiser))[0]).toMatchObject({ status: "COMPLETED", done: 3 });
  });

  it("is begun once, and stopped by who may", async () => {
    const deps = depsOf();
    await aBuilding("12 Oak St", weak);
    const { id } = await startGeocodeRun(deps, organiser, { kind: "weak" });
    await expect(startGeocodeRun(deps, organiser, { kind: "weak" })).rejects.toMatchObject({ messageKey: "map.geocodeRun.another" });
    await expect(cancelGeocodeRun(deps, aStranger(), { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await cancelGeocodeRun(deps, organiser, { id })).toMatchObject({ status: "CANCELLED" });
    await expect(cancelGeocodeRun(deps, organiser, { id })).rejects.toMatchObject({ messageKey: "map.geocodeRun.ended" });
    await runGeocoding(deps, { runId: id });
    expect((await listGeocodeRuns(deps, organiser))[0]).toMatchObject({ status: "CANCELLED", done: 0 });
  });
});

it("tells how surely buildings stand and what geocoders came to", async () => {
  const deps = await withGeocoders({ MAPBOX: place() });
  await aBuilding("1 Elm St");
  await aBuilding("2 Elm St", { geocodeConfidence: 95, geocodeProvider: "LOCAL" });
  await aBuilding("3 Elm St", weak);
  await geocodeAddress(deps, parts);
  const quality = await getDataQuality(deps, organiser);
  expect(quality).toMatchObject({ buildings: 3, bands: { high: 1, medium: 0, low: 1, none: 1 }, waiting: 1, unplaced: 0 });
  expect(quality.asked.find(({ provider }) => provider === "MAPBOX")).toMatchObject({
    asked: 1,
    found: 1,
    failed: 0,
    averageConfidence: 98,
  });
});

describe("a stranger", () => {
  it.each<[string, (deps: Fakes, actor: ReturnType<typeof aStranger>) => Promise<unknown>]>([
    ["asks nothing", (deps, actor) => geocode(deps, actor, { text: "12 Oak St", askOthers: false })],
    ["asks for no point", (deps, actor) => reverseGeocode(deps, actor, { latitude: 49, longitude: -123 })],
    ["sees no quality", (deps, actor) => getDataQuality(deps, actor)],
    ["sees no queue", (deps, actor) => listWeakMatches(deps, actor, { afterId: null, limit: 1 })],
    ["sees no candidates", (deps, actor) => weakCandidates(deps, actor, { id: newId(), askOthers: false })],
    ["decides nothing", (deps, actor) => reviewWeakMatch(deps, actor, { id: newId(), updatedAt: new Date(), decision: { kind: "keep" } })],
    ["takes nothing back", (deps, actor) => undoReview(deps, actor, { id: newId(), updatedAt: new Date() })],
    ["begins nothing", (deps, actor) => startGeocodeRun(deps, actor, { kind: "weak" })],
    ["sees no runs", (deps, actor) => listGeocodeRuns(deps, actor)],
  ])("%s", async (_name, work) => {
    await expect(work(depsOf(), aStranger())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
