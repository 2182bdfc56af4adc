import { aCampaign, anActor, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { type Campaign, representAnswerSchema, type SaveLetterVersionInput } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { saveLetterVersion } from "../targets";
import { resolveTargets } from "../targets/resolve-targets";
import { findFixedTargets } from "../targets/find-campaign-targets";
import { chosenTargets, planLetters } from "./plan-letters";
import { prepareLetters } from "./prepare-letters";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const staff = anActor("INFLUENCE_ADMIN");
const setUp = () => {
  const deps = testDeps({ db: test.db, clock: fakeClock("2026-11-22T12:00:00Z") });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return deps;
};
const writer = { name: "Zoë Roy", postalCode: "M5V3L9", locale: "en" as const, street: "12 Main Street", personal: null };
const own = { subject: null, message: null };
const resolved = (campaign: Campaign) =>
  resolveTargets(setUp(), aStranger(), { campaign, postalCode: "M5V3L9", districts: [], locale: "en" });
const planned = async (campaign: Campaign, given: { personal?: string; message?: string } = {}) => {
  const { targets, city } = await resolved(campaign);
  const words = { subject: null, message: given.message ?? null };
  return planLetters(setUp(), campaign, { chosen: targets, writer: { ...writer, personal: given.personal ?? null }, own: words, city });
};
const version = (campaign: Campaign, given: Partial<SaveLetterVersionInput>): SaveLetterVersionInput => ({
  ...{ id: null, campaignId: campaign.id, name: "Version", handling: "WRITE", positions: [], parties: [], levels: [], locale: null },
  ...{ subject: "Another subject", body: "Another letter, long enough to be one.", translations: null },
  ...given,
});
const keyOf = async (work: () => unknown) => {
  try {
    await work();
    return null;
  } catch (error) {
    return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
  }
};

it("closes each letter with name, street where asked, municipality and postal code, once", async () => {
  const plain = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
  expect((await planned(plain))[0]?.message).toMatch(/Thank you\.\n\nZoë Roy\nToronto {2}M5V 3L9$/);
  const asking = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"], askStreet: true, allowEmailEditing: true });
  const [letter] = await planned(asking);
  expect(letter?.message).toMatch(/Zoë Roy\n12 Main Street\nToronto {2}M5V 3L9$/);
  // What the writer edited came with its closing: it is not said twice.
  expect((await planned(asking, { message: letter?.message }))[0]?.message).toBe(letter?.message);
});

it("puts the personal sentence where the text has a place for it, or after its first paragraph", async () => {
  const emailBody = "{{SALUTATION}},\n\n{{PERSONAL}}\n\nplease vote for it.";
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"], emailBody });
  expect((await planned(campaign, { personal: "I walk." }))[0]?.message).toMatch(
    /^(Dear|Hello) [^\n]+,\n\nI walk\.\n\nplease vote for it\./,
  );
  const [without] = await planned(campaign);
  expect(without?.message).toMatch(/^[^\n]+,\n\nplease vote for it\.\n\nZoë Roy/);
  const plain = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
  expect((await planned(plain, { personal: "I walk." }))[0]?.message).toContain("I live in Toronto.\n\nI walk.\n\nThank you.");
});

it("takes the first version that fits each person, and says which", async () => {
  const deps = setUp();
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"], allowEmailEditing: true });
  const saved = await saveLetterVersion(deps, staff, version(campaign, { levels: ["MUNICIPAL"], subject: "To the council" }));
  const letters = await planned(campaign);
  for (const { target, subject, letterVersionId } of letters) {
    expect(subject === "To the council").toBe(target.level === "MUNICIPAL");
    expect(letterVersionId).toBe(target.level === "MUNICIPAL" ? saved.id : null);
  }
  expect(new Set(letters.map(({ target }) => target.level))).toEqual(new Set(["FEDERAL", "MUNICIPAL"]));
  // Words of one's own are for everybody; the subject stays the one each version has.
  for (const { target, subject, message } of await planned(campaign, { message: "My own words to all of you." })) {
    expect(subject === "To the council").toBe(target.level === "MUNICIPAL");
    expect(message).toContain("My own words to all of you.");
  }
});

it("writes in the language an office asks for where a version of it exists", async () => {
  const deps = setUp();
  const campaign = await aCampaign(test.db, { targets: [{ kind: "NAMED_PEOPLE" }] });
  await test.db.prisma.customRecipient.create({
    data: {
      ...{ campaignId: campaign.id, campaignSlug: campaign.slug, recipientName: "Joëlle Côté", recipientEmail: "joelle@gov.example" },
      ...{ recipientTitle: "MP", level: "FEDERAL", gender: "F", preferredLocale: "fr" },
    },
  });
  expect((await planned(campaign))[0]).toMatchObject({ locale: "en", letterVersionId: null });
  await saveLetterVersion(
    deps,
    staff,
    version(campaign, { locale: "fr", subject: "Rues sûres", body: "{{SALUTATION}},\n\nagissez, s’il vous plaît." }),
  );
  const [letter] = await planned(campaign);
  expect(letter).toMatchObject({ locale: "fr", subject: "Rues sûres" });
  expect(letter?.message).toMatch(/^Madame la députée,\n\nagissez/);
});

it("thanks who is thanked, and writes to nobody who is skipped", async () => {
  const deps = setUp();
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
  const thanks = await saveLetterVersion(deps, staff, version(campaign, { handling: "THANK", subject: "Thank you" }));
  const [target] = (await resolved(campaign)).targets;
  if (target === undefined) throw new Error("the fixture has an MP");
  const state = { campaignId: campaign.id, recipientKey: target.recipientKey, name: target.name };
  const row = await test.db.prisma.campaignTarget.create({ data: { ...state, handling: "THANK" } });
  expect(await planned(campaign)).toMatchObject([{ subject: "Thank you", letterVersionId: thanks.id }]);
  await test.db.prisma.campaignTarget.update({ where: { id: row.id }, data: { handling: "SKIP" } });
  const skipped = await resolved(campaign);
  expect(await keyOf(() => chosenTargets(skipped, [target.id]))).toBe("CONFLICT letter.recipientSkipped");
  expect(await keyOf(() => chosenTargets(skipped, ["019ab000-0000-7000-8000-00000000000c"]))).toBe("INVALID letter.recipientUnknown");
});

it("refuses words of one's own where the campaign's stand", async () => {
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
  const plan = { chosen: [], writer, own: { ...own, subject: "Mine" }, city: "Toronto" };
  expect(await keyOf(() => planLetters(setUp(), campaign, plan))).toBe("INVALID letter.editingOff");
});

it("shows a stranger each letter as it will leave and which text it is made from, at no cost in look-ups", async () => {
  const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"] });
  const deps = setUp();
  await saveLetterVersion(deps, staff, version(campaign, { levels: ["MUNICIPAL"], subject: "To the council" }));
  const { targets } = await resolved(campaign);
  const prepare = (targetIds: string[]) =>
    prepareLetters(deps, aStranger(), {
      campaignSlug: campaign.slug,
      postalCode: "M5V3L9",
      districts: [],
      targetIds,
      locale: "en",
      // The form asks with its open places, and fills them in as they are written.
      name: "{{SENDER_NAME}}",
      street: null,
      personal: "{{PERSONAL}}",
    });
  const { letters, texts } = await prepare(targets.map(({ id }) => id));
  const council = letters.filter(({ subject }) => subject === "To the council");
  expect(new Set(council.map(({ text }) => texts[text]?.subject))).toEqual(new Set(["To the council"]));
  expect(texts).toHaveLength(2);
  expect(letters[0]?.message).toMatch(/\n\n\{\{PERSONAL\}\}\n\n[^]*\n\n\{\{SENDER_NAME\}\}\nToronto {2}M5V 3L9$/);
  for (let asked = 0; asked < 70; asked += 1) await prepare([targets[0]?.id ?? ""]);
  for (let drawn = 0; drawn < 70; drawn += 1) await findFixedTargets(deps, aStranger(), { campaignSlug: campaign.slug, locale: "en" });
});
