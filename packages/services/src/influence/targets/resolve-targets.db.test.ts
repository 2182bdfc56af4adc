import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { type Campaign, representAnswerSchema, recipientKeyOf } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { resolveTargets } from "./resolve-targets";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const setUp = () => {
  const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-22T12:00:00Z") });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return deps;
};
const resolve = (campaign: Campaign, given: { postalCode?: string | null; districts?: string[]; deps?: ReturnType<typeof setUp> } = {}) =>
  resolveTargets(given.deps ?? setUp(), aStranger(), { campaign, postalCode: "M5V3L9", districts: [], locale: "en", ...given });

const named = (campaign: Campaign, given: object = {}) =>
  test.db.prisma.customRecipient.create({
    data: {
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      recipientName: "Ada Minister",
      recipientEmail: "ada@gov.example",
      ...given,
    },
  });
const member = (name: string, given: object = {}) =>
  test.db.prisma.officeHolder.create({
    data: {
      source: "LOCAL",
      setSlug: "hillview-council",
      setName: "Hillview Council",
      name,
      electedOffice: "Councillor",
      level: "MUNICIPAL",
      email: `${name.split(" ")[0]}@hillview.example`.toLowerCase(),
      ...given,
    },
  });

it("goes by the campaign's levels while it has no rules", async () => {
  const { targets } = await resolve(await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] }));
  expect(targets.map(({ level }) => level)).toEqual(["FEDERAL"]);
  expect(targets[0]).toMatchObject({ kind: "REPRESENTATIVE", handling: "WRITE", position: "UNKNOWN", ticked: true });
});

it("narrows the supporter's representatives to the offices a rule names, in any spelling", async () => {
  const campaign = await aCampaign(test.db, { targets: [{ kind: "MY_REPRESENTATIVES", levels: ["MUNICIPAL"], offices: ["mayor"] }] });
  expect((await resolve(campaign)).targets.map(({ electedOffice }) => electedOffice)).toEqual(["Mayor"]);
});

it("gives a whole council, vacant seats said, to whoever asks and without a place", async () => {
  await Promise.all([
    member("Bo Ward"),
    member("Cy Ward", { email: null }),
    test.db.prisma.officeHolder.create({
      data: {
        source: "LOCAL",
        setSlug: "hillview-council",
        setName: "Hillview Council",
        name: null,
        electedOffice: "Councillor",
        level: "MUNICIPAL",
        districtName: "Ward 3",
      },
    }),
  ]);
  const campaign = await aCampaign(test.db, {
    targets: [{ kind: "WHOLE_COUNCIL", setSlug: "hillview-council", setName: "Hillview Council", level: "MUNICIPAL", offices: [] }],
  });
  const { targets, positions } = await resolve(campaign, { postalCode: null });
  expect(
    targets.map(({ name, group, ticked, isVacant }) => ({ name, group, ticked, isVacant })).sort((a, b) => a.name.localeCompare(b.name)),
  ).toEqual([
    { name: "", group: "Hillview Council", ticked: false, isVacant: true },
    { name: "Bo Ward", group: "Hillview Council", ticked: true, isVacant: false },
    { name: "Cy Ward", group: "Hillview Council", ticked: false, isVacant: false },
  ]);
  expect(positions).toEqual({ FOR: 0, LEANING: 0, AGAINST: 0, UNKNOWN: 2 });
});

it("knows one person found by several rules, under the key of the campaign's own list", async () => {
  const campaign = await aCampaign(test.db, {
    targets: [{ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] }, { kind: "NAMED_PEOPLE" }],
  });
  const [own] = (await resolve(campaign)).targets;
  if (own === undefined) throw new Error("the fixture has an MP");
  const row = await named(campaign, { recipientName: own.name, recipientEmail: own.email, recipientTitle: "Minister" });
  const { targets } = await resolve(campaign);
  expect(targets).toHaveLength(1);
  expect(targets[0]).toMatchObject({ name: own.name, recipientKey: recipientKeyOf({ level: null, name: own.name, districtName: "" }) });
  expect(targets[0]?.ids).toEqual(expect.arrayContaining([own.id, row.id]));
});

it("offers the list for choosing, unticked, where supporters may choose from it, and nobody switched off", async () => {
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"], allowCustomRecipients: true });
  await named(campaign);
  await named(campaign, { recipientName: "Bea Clerk", recipientEmail: "bea@gov.example" });
  await named(campaign, { recipientName: "Old Name", recipientEmail: "old@gov.example", isActive: false });
  const people = (await resolve(campaign)).targets.filter(({ kind }) => kind === "NAMED");
  expect(people.map(({ name, ticked }) => [name, ticked])).toEqual([
    ["Ada Minister", false],
    ["Bea Clerk", false],
  ]);
});

it("shows people tied to an area to its residents only", async () => {
  const square = (west: number) => ({
    type: "Polygon",
    coordinates: [
      [
        [west, 43],
        [west + 2, 43],
        [west + 2, 44.5],
        [west, 44.5],
        [west, 43],
      ],
    ],
  });
  const area = (externalId: string, west: number) =>
    test.db.prisma.boundary.create({
      data: {
        set: "trustee-areas",
        externalId,
        nameEn: externalId,
        geometry: square(west),
        source: "test",
        validFrom: new Date("2020-01-01"),
        west,
        east: west + 2,
        south: 43,
        north: 44.5,
      },
    });
  await Promise.all([area("downtown", -80.5), area("elsewhere", -70)]);
  const campaign = await aCampaign(test.db, { targets: [{ kind: "NAMED_PEOPLE" }], ownConstituentsOnly: true });
  await named(campaign, {
    recipientName: "Near Trustee",
    recipientEmail: "near@board.example",
    areaSet: "trustee-areas",
    areaId: "downtown",
  });
  await named(campaign, {
    recipientName: "Far Trustee",
    recipientEmail: "far@board.example",
    areaSet: "trustee-areas",
    areaId: "elsewhere",
  });
  expect((await resolve(campaign)).targets.map(({ name }) => name)).toEqual(["Near Trustee"]);
  const fromNowhere = await resolve(campaign, { postalCode: null });
  expect(fromNowhere).toMatchObject({ targets: [], notConstituent: true });
});

it("lets only constituents of a whole council write where the campaign says so", async () => {
  const campaign = await aCampaign(test.db, {
    ownConstituentsOnly: true,
    targets: [{ kind: "WHOLE_COUNCIL", setSlug: "hillview-council", setName: "Hillview Council", level: "MUNICIPAL", offices: [] }],
  });
  expect(await resolve(campaign)).toMatchObject({ targets: [], notConstituent: true });
});

it("still gives the campaign's own people while no source answers, and says so", async () => {
  const campaign = await aCampaign(test.db, {
    targets: [{ kind: "MY_REPRESENTATIVES", levels: ["FEDERAL"], offices: [] }, { kind: "NAMED_PEOPLE" }],
  });
  await named(campaign);
  const deps = setUp();
  deps.represent.answers.set("K1A0A6", new AppError("UPSTREAM", "representative.unreachable"));
  const found = await resolve(campaign, { deps, postalCode: "K1A0A6" });
  expect(found.sourcesDown).toBe(true);
  expect(found.targets.map(({ name }) => name)).toEqual(["Ada Minister"]);
});

it("tells what staff know of a target, and ticks nobody who gets no letters", async () => {
  const campaign = await aCampaign(test.db, { targets: [{ kind: "NAMED_PEOPLE" }] });
  await named(campaign);
  await test.db.prisma.campaignTarget.create({
    data: {
      campaignId: campaign.id,
      recipientKey: "OTHER|ada minister|",
      name: "Ada Minister",
      position: "FOR",
      positionSource: "her blog",
      handling: "SKIP",
    },
  });
  const { targets, positions } = await resolve(campaign, { postalCode: null });
  expect(targets).toMatchObject([{ position: "FOR", positionSource: "her blog", handling: "SKIP", ticked: false }]);
  expect(positions).toMatchObject({ FOR: 1, UNKNOWN: 0 });
});
