import { aCampaign, anActor, aStranger, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema, representBoundarySchema, representPersonSchema, type ShownWords } from "@cml/domain/influence";
import { type Actor, isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import rural from "../../../../../tooling/fixtures/represent/P0T1R0.json" with { type: "json" };
import thunderBay from "../../../../../tooling/fixtures/represent/point-thunder-bay.json" with { type: "json" };
import { previewCallSheet, previewLetters, previewStreet, saveLetterVersion } from "../index";
import { setPreviewLink } from "../campaigns/preview-link";
import { previewTargets } from "./preview-targets";

let test: TestDb;
const staffId = "019ab000-0000-7000-8000-00000000000c";
const staff = anActor("INFLUENCE_ADMIN", { userId: staffId });
beforeAll(async () => {
  test = await createTestDb();
  // What staff do is written down under their account.
  await test.db.prisma.user.create({
    data: { id: staffId, name: "Staff", email: "staff@example.org", password: "x", role: "INFLUENCE_ADMIN", status: "ACTIVE" },
  });
});
afterAll(() => test.drop());

const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const notFound = "NOT_FOUND campaign.notFound";
const jo = { postalCode: "S0G4P0", street: "12 Railway Avenue" };
const shown: ShownWords = {
  title: "Not stored",
  emailSubject: "Not stored for {{REPRESENTATIVE_NAME}}",
  emailBody: "Dear {{REPRESENTATIVE_NAME}}, these words are not stored yet.",
  callScript: "Hello {{REPRESENTATIVE_NAME}}, this is {{SENDER_NAME}} from {{SENDER_CITY}}.",
  askStreet: true,
};

const setUp = async () => {
  const deps = testDeps({ db: test.db });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  // A sample supporter lives where a recording was made of a rural code whose centre lies in another district than its street.
  deps.represent.answers.set("S0G4P0", representAnswerSchema.parse({ ...rural, code: "S0G4P0", province: "SK" }));
  deps.represent.atPoint = {
    boundaries: representBoundarySchema.array().parse(thunderBay.boundaries),
    people: representPersonSchema.array().parse(thunderBay.people),
  };
  deps.geocoder.places.set(jo.street, { latitude: 48.38, longitude: -89.25, place: "Railway Avenue", province: "", exact: true });
  const campaign = await aCampaign(test.db, { status: "DRAFT", targetGovernmentLevels: ["FEDERAL"], allowMailtoLink: false });
  const asked = { slug: campaign.slug, token: null, postalCode: "M5V3L9", districts: [], locale: "en" as const };
  return { deps, campaign, asked };
};

it("finds a sample supporter's people in a draft, for who holds the private link and for who works on it", async () => {
  const { deps, campaign, asked } = await setUp();
  const { url } = await setPreviewLink(deps, staff, { id: campaign.id, shared: true });
  const token = url?.split("/").pop() ?? "";
  for (const [actor, given] of [
    [aStranger(), { ...asked, token }],
    [staff, asked],
  ] as const) {
    const { targets, city } = await previewTargets(deps, actor, given);
    expect(targets).toMatchObject([{ name: "Pat Ridings", hasEmail: true, email: null }]);
    expect(city).toBe("Toronto");
  }
});

it("is closed to a stranger, to somebody else's account and to a void link", async () => {
  const { deps, campaign, asked } = await setUp();
  expect(await keyOf(previewTargets(deps, aStranger(), asked))).toBe(notFound);
  expect(await keyOf(previewTargets(deps, anActor("USER"), asked))).toBe(notFound);
  expect(await keyOf(previewTargets(deps, aStranger(), { ...asked, token: "x".repeat(43) }))).toBe(notFound);
  const { url } = await setPreviewLink(deps, staff, { id: campaign.id, shared: true });
  await setPreviewLink(deps, staff, { id: campaign.id, shared: false });
  expect(await keyOf(previewTargets(deps, aStranger(), { ...asked, token: url?.split("/").pop() ?? "" }))).toBe(notFound);
});

it("looks nobody up but the sample supporters", async () => {
  const { deps, asked } = await setUp();
  expect(await keyOf(previewTargets(deps, staff, { ...asked, postalCode: "K1A0B1" }))).toBe("INVALID sample.onlySamples");
  expect(deps.represent.asked).toEqual([]);
});

/** What a preview asks for a sample supporter, all three ways. */
const plays = async ({ deps, asked }: Awaited<ReturnType<typeof setUp>>) => {
  const { targets } = await previewTargets(deps, staff, asked);
  const letters = { ...asked, targetIds: targets.map(({ id }) => id), name: "Alex Sample", street: "290 Bremner", personal: null, shown };
  return {
    letters: (actor: Actor, given: object = {}) => previewLetters(deps, actor, { ...letters, ...given }),
    sheet: (actor: Actor, given: object = {}) => previewCallSheet(deps, actor, { ...asked, name: "Alex Sample", shown, ...given }),
    street: (actor: Actor, given: object = {}) => previewStreet(deps, actor, { slug: asked.slug, token: null, ...jo, ...given }),
  };
};

it("makes the sample supporter's letters with the words of the page, and with the versions there are", async () => {
  const house = await setUp();
  const { letters } = await plays(house);
  const plain = await letters(staff);
  expect(plain.letters).toMatchObject([{ recipientName: "Pat Ridings", subject: "Not stored for Pat Ridings", text: 0 }]);
  expect(plain.letters[0]?.message).toMatch(/^Dear Pat Ridings, these words are not stored yet\.\n\nAlex Sample\n290 Bremner\nToronto/);
  await saveLetterVersion(house.deps, staff, {
    ...{ id: null, campaignId: house.campaign.id, name: "MPs", handling: "WRITE", positions: [], parties: [], levels: ["FEDERAL"] },
    ...{ locale: null, subject: "To the House", body: "A version for federal members only.", translations: null },
  });
  expect((await letters(staff)).letters).toMatchObject([{ subject: "To the House" }]);
  expect(await test.db.prisma.campaignEmail.count()).toBe(0);
});

it("makes her call sheet, also before calls are stored as offered", async () => {
  const { sheet } = await plays(await setUp());
  const { people, city } = await sheet(staff);
  expect(city).toBe("Toronto");
  expect(people).toMatchObject([{ name: "Pat Ridings", script: "Hello Pat Ridings, this is Alex Sample from Toronto." }]);
  expect(people[0]?.numbers.length).toBeGreaterThan(0);
});

it("finds the district of her own street as anybody's, and of no other street", async () => {
  const house = await setUp();
  const { street } = await plays(house);
  await previewTargets(house.deps, staff, { ...house.asked, postalCode: jo.postalCode });
  expect((await street(staff, { street: " 12 railway AVENUE " })).districts).not.toEqual([]);
  expect(await keyOf(street(staff, { street: "13 Railway Avenue" }))).toBe("INVALID sample.onlyTheirStreet");
  expect(house.deps.geocoder.asked).toMatchObject([{ street: jo.street }]);
});

it("lets who holds the private link play, and keeps strangers, other accounts and other codes out of each of it", async () => {
  const house = await setUp();
  const { deps, campaign } = house;
  const { letters, sheet, street } = await plays(house);
  const { url } = await setPreviewLink(deps, staff, { id: campaign.id, shared: true });
  const token = url?.split("/").pop() ?? "";
  expect((await letters(aStranger(), { token })).letters).toHaveLength(1);
  expect((await sheet(aStranger(), { token })).people).toHaveLength(1);
  expect((await street(aStranger(), { token })).place).toBe("Railway Avenue");
  for (const play of [letters, sheet, street]) {
    expect(await keyOf(play(aStranger()))).toBe(notFound);
    expect(await keyOf(play(anActor("USER")))).toBe(notFound);
    expect(await keyOf(play(aStranger(), { token: "x".repeat(43) }))).toBe(notFound);
    expect(await keyOf(play(staff, { postalCode: "K1A0B1" }))).toBe("INVALID sample.onlySamples");
  }
});
