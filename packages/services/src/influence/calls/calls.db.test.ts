import { type Campaign, ordinaryOfficeWeek, type RecordCallInput, representAnswerSchema } from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { aCampaign, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { findOffices, getCallSheet, getOfficeHours, recordCall, removeOfficeHours, saveOfficeHours, setDefaultOfficeHours } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

// A Monday, ten in the morning in Toronto.
const house = () => {
  const clock = fakeClock("2026-11-02T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return { deps, clock };
};
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
const sheetOf = ({ deps }: ReturnType<typeof house>, { slug }: Campaign) =>
  getCallSheet(deps, somebody(), { campaignSlug: slug, postalCode: "M5V3L9", districts: [], locale: "en", name: "Ana" });
const phoneDay = () =>
  aCampaign(test.db, {
    allowCalls: true,
    targetGovernmentLevels: ["FEDERAL", "PROVINCIAL"],
    callScript: "Hello, {{SENDER_NAME}} from {{SENDER_CITY}} for {{REPRESENTATIVE_NAME}}.",
  });
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};

it("tells whom to call, what to say, and who answers now, near offices first", async () => {
  const here = house();
  const { people, city } = await sheetOf(here, await phoneDay());
  expect(city).toBe("Toronto");
  const mpp = people.find(({ name }) => name === "Alex Exampleton");
  expect(mpp?.script).toBe("Hello, Ana from Toronto for Alex Exampleton.");
  expect(mpp?.numbers).toEqual([
    {
      tel: "1 416 555-0111",
      dial: "tel:+14165550111",
      officeType: "constituency",
      open: true,
      changesAt: new Date("2026-11-02T21:30:00Z"),
      timeZone: "America/Toronto",
    },
    expect.objectContaining({ tel: "1 416 555-0110", officeType: "legislature", open: true }),
  ]);
});

it("keeps the hours of the site and of single offices, on the office's own clock", async () => {
  const here = house();
  const campaign = await phoneDay();
  const system = systemActor();
  const closed = { from: "13:00", to: "15:00" };
  await setDefaultOfficeHours(here.deps, system, { week: Array.from({ length: 7 }, () => closed) });
  expect((await sheetOf(here, campaign)).people.flatMap(({ numbers }) => numbers.map(({ open }) => open))).not.toContain(true);
  const [found] = await findOffices(here.deps, system, { search: "exampleton" });
  expect(found).toMatchObject({ name: "Alex Exampleton" });
  const hours = { recipientKey: found?.recipientKey ?? "", name: "Alex Exampleton", timeZone: "America/Halifax", week: ordinaryOfficeWeek };
  await saveOfficeHours(here.deps, system, { ...hours, timeZone: "America/Toronto" });
  const { offices } = await saveOfficeHours(here.deps, system, hours);
  expect(offices).toMatchObject([{ name: "Alex Exampleton", timeZone: "America/Halifax" }]);
  const mpp = (await sheetOf(here, campaign)).people.find(({ name }) => name === "Alex Exampleton");
  expect(mpp?.numbers[0]).toMatchObject({ open: true, timeZone: "America/Halifax", changesAt: new Date("2026-11-02T20:30:00Z") });
  const id = offices[0]?.id ?? "";
  expect((await removeOfficeHours(here.deps, system, { id })).offices).toEqual([]);
  expect(await keyOf(removeOfficeHours(here.deps, system, { id }))).toBe("NOT_FOUND call.officeNotFound");
  expect((await getOfficeHours(here.deps, system)).week[0]).toEqual(closed);
});

it("records a call once, corrects its result, and counts who talked or left a message", async () => {
  const here = house();
  const campaign = await phoneDay();
  const { people } = await sheetOf(here, campaign);
  const [person] = people;
  const call = (given: Partial<RecordCallInput>): RecordCallInput => ({
    clientId: here.deps.newId(),
    campaignSlug: campaign.slug,
    postalCode: "M5V3L9",
    districts: [],
    locale: "en",
    targetId: person?.targetId ?? "",
    tel: person?.numbers[0]?.tel ?? "",
    outcome: "VOICEMAIL",
    name: "",
    email: null,
    source: "flyer",
    ...given,
  });
  const count = async () =>
    (await test.db.prisma.counterDelta.aggregate({ where: { entityId: campaign.id, counter: "callCount" }, _sum: { delta: true } }))._sum
      .delta ?? 0;
  const first = call({ outcome: "FULL" });
  expect(await recordCall(here.deps, somebody(), first)).toEqual({ outcome: "FULL", counted: false });
  expect(await count()).toBe(0);
  await Promise.all([1, 2, 3].map(() => recordCall(here.deps, somebody(), { ...first, outcome: "TALKED" })));
  expect(await count()).toBe(1);
  await recordCall(here.deps, somebody(), { ...first, outcome: "NO_ANSWER" });
  expect(await count()).toBe(0);
  await recordCall(here.deps, somebody(), call({}));
  expect(await count()).toBe(1);
  const rows = await test.db.prisma.call.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } });
  expect(rows).toMatchObject([
    { outcome: "NO_ANSWER", source: "flyer", recipientKey: expect.stringContaining("|") },
    { outcome: "VOICEMAIL" },
  ]);
  expect(await keyOf(recordCall(here.deps, somebody(), call({ tel: "1 900 555 0199" })))).toBe("INVALID call.numberUnknown");
  expect(await keyOf(recordCall(here.deps, somebody(), call({ targetId: here.deps.newId() })))).toBe("INVALID call.numberUnknown");
  // Somebody else's id of another campaign changes nothing.
  const other = await phoneDay();
  const theirs = (await sheetOf(here, other)).people[0];
  const foreign = call({
    clientId: first.clientId,
    campaignSlug: other.slug,
    targetId: theirs?.targetId ?? "",
    tel: theirs?.numbers[0]?.tel ?? "",
  });
  expect(await keyOf(recordCall(here.deps, somebody(), foreign))).toBe("CONFLICT letter.submissionTaken");
});

it("is closed where the campaign offers no calls", async () => {
  const here = house();
  expect(await keyOf(sheetOf(here, await aCampaign(test.db)))).toBe("CONFLICT call.off");
});
