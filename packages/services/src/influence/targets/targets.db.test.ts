import { buffer } from "node:stream/consumers";
import { aCampaign, anActor, aStranger, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { type Campaign, type ImportRecipientsInput, representAnswerSchema, type SaveLetterVersionInput } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import {
  decideHeld, drawSamples, getDeadlineOutlook, getHandIn, getVoteCount, handInLetters, importRecipients, listHeldLetters, listLetterVersions, listRecipients, listTargets,
  orderRecipients, orderVersions, previewRecipients, removeLetterVersion, removeRecipient, saveLetterVersion, saveRecipient, setHandling,
  setPosition, streamBundle, testToMe, warnOfDeadlines,
} from "."; // prettier-ignore

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

const other = anActor("USER");
const now = new Date("2026-11-23T15:00:00Z");
const setUp = () => testDeps({ db: test.db, clock: fakeClock(now) });
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const notFound = "NOT_FOUND campaign.notFound";

const person = (campaign: Campaign, given: object = {}) => ({
  id: null, campaignId: campaign.id, recipientName: "Ada Minister", recipientEmail: "ada@gov.example", recipientTitle: "Minister",
  recipientOrganization: null, notes: null, isActive: true, level: null, phone: null, postalAddress: null, contactUrl: null, partyName: null,
  gender: null, preferredLocale: null, areaSet: null, areaId: null, translations: null, ...given,
}); // prettier-ignore
const adaKey = "OTHER|ada minister|";
const version = (campaign: Campaign, given: Partial<SaveLetterVersionInput> = {}): SaveLetterVersionInput => ({
  id: null, campaignId: campaign.id, name: "Thanks", handling: "THANK", positions: [], parties: [], levels: [], locale: null,
  subject: "Thank you", body: "{{SALUTATION}},\n\nthank you for your vote.", translations: null, ...given,
}); // prettier-ignore
const letters = async (campaign: Campaign, count: number, given: object = {}) => {
  await test.db.prisma.campaignEmail.createMany({
    data: Array.from({ length: count }, (_one, index) => ({
      campaignId: campaign.id, campaignSlug: campaign.slug, userName: `Zoë ${index}`, userEmail: `zoe${index}@example.org`, userPostalCode: "M5V3L9",
      userCity: "Toronto", recipientEmail: "ada@gov.example", recipientName: "Ada Minister", recipientKey: adaKey, emailMethod: "SMTP" as const,
      subject: "Safe streets", message: `Letter ${index}\n\nZoë ${index}\nToronto  M5V 3L9`, createdAt: now, ...given,
    })), // prettier-ignore
  });
};
const statuses = async (campaign: Campaign) =>
  (await test.db.prisma.campaignEmail.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } })).map(
    ({ status, heldReason }) => [status, heldReason],
  );
const events = async (campaign: Campaign) =>
  (await test.db.prisma.letterEvent.findMany({ where: { letter: { campaignId: campaign.id } }, orderBy: { at: "asc" } })).map(
    ({ kind, words }) => [kind, words],
  );

describe("the campaign's own list", () => {
  it("is added to, changed, ordered and shortened; an address stands on it once", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    const ada = await saveRecipient(deps, staff, person(campaign));
    const bea = await saveRecipient(deps, staff, person(campaign, { recipientName: "Bea Clerk", recipientEmail: "bea@gov.example" }));
    expect(await keyOf(saveRecipient(deps, staff, person(campaign)))).toBe("CONFLICT recipient.twice");
    await saveRecipient(deps, staff, person(campaign, { id: ada.id, isActive: false, areaSet: "wards", areaId: "" }));
    await orderRecipients(deps, staff, { campaignId: campaign.id, ids: [bea.id, ada.id] });
    const list = await listRecipients(deps, staff, { campaignId: campaign.id });
    expect(list.map(({ recipientName, isActive, areaSet }) => [recipientName, isActive, areaSet])).toEqual([
      ["Bea Clerk", true, null],
      ["Ada Minister", false, null],
    ]);
    await removeRecipient(deps, staff, { id: ada.id });
    expect(await listRecipients(deps, staff, { campaignId: campaign.id })).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const deps = setUp();
    const [campaign, mine] = [await aCampaign(test.db), await aCampaign(test.db)];
    const ada = await saveRecipient(deps, staff, person(campaign));
    expect(await keyOf(saveRecipient(deps, other, person(campaign)))).toBe(notFound);
    expect(await keyOf(listRecipients(deps, other, { campaignId: campaign.id }))).toBe(notFound);
    expect(await keyOf(removeRecipient(deps, other, { id: ada.id }))).toBe(notFound);
    expect(await keyOf(orderRecipients(deps, aStranger(), { campaignId: campaign.id, ids: [ada.id] }))).toBe(notFound);
    expect(await keyOf(saveRecipient(deps, staff, person(mine, { id: ada.id })))).toBe("NOT_FOUND recipient.notFound");
  });

  it("takes a file: previewed, brought in once, corrected by a better one, with reasons for what it does not take", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    await saveRecipient(deps, staff, person(campaign, { notes: "met in May" }));
    const text =
      "Nom;Courriel;Fonction\nAda Minister;ADA@gov.example;Ministre\nBéa Côté;bea@gov.example;Greffière\nSans adresse;;\nBéa;bea@gov.example;\n";
    const input: ImportRecipientsInput = { campaignId: campaign.id, text, mapping: null, areaSet: null, areaId: null };
    const preview = await previewRecipients(deps, staff, input);
    expect(preview).toMatchObject({ read: 4, created: 1, changed: 1, same: 0, rejected: 2 });
    expect(preview.problems.map(({ row, problem }) => [row, problem])).toEqual([
      [3, "noEmail"],
      [4, "twice"],
    ]);
    expect(await listRecipients(deps, staff, { campaignId: campaign.id })).toHaveLength(1);
    await importRecipients(deps, staff, input);
    expect(await importRecipients(deps, staff, input)).toMatchObject({ created: 0, changed: 0, same: 2 });
    const list = await listRecipients(deps, staff, { campaignId: campaign.id });
    expect(list.map(({ recipientTitle, notes }) => [recipientTitle, notes])).toEqual([
      ["Ministre", "met in May"],
      ["Greffière", null],
    ]);
    expect(await keyOf(importRecipients(deps, other, input))).toBe(notFound);
    expect(await keyOf(previewRecipients(deps, other, input))).toBe(notFound);
  });
});

describe("what staff know of a target", () => {
  it("is written down with its source and counted", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db, { targets: [{ kind: "NAMED_PEOPLE" }] });
    await saveRecipient(deps, staff, person(campaign));
    await saveRecipient(deps, staff, person(campaign, { recipientName: "Bea Clerk", recipientEmail: "bea@gov.example" }));
    const whom = { campaignId: campaign.id, recipientKey: adaKey, name: "Ada Minister" };
    await setPosition(deps, staff, { ...whom, position: "LEANING", source: "https://example.org/interview", at: null });
    const { targets, positions } = await listTargets(deps, staff, { campaignId: campaign.id, search: "" });
    expect(positions).toEqual({ FOR: 0, LEANING: 1, AGAINST: 0, UNKNOWN: 1 });
    expect(targets.find(({ recipientKey }) => recipientKey === adaKey)).toMatchObject({
      position: "LEANING",
      positionSource: "https://example.org/interview",
      positionAt: now,
    });
    expect(await keyOf(setPosition(deps, other, { ...whom, position: "FOR", source: null, at: null }))).toBe(notFound);
    expect(
      await keyOf(setPosition(deps, staff, { ...whom, recipientKey: "FEDERAL|nobody|", position: "FOR", source: null, at: null })),
    ).toBe("NOT_FOUND target.notFound");
    expect(await keyOf(listTargets(deps, aStranger(), { campaignId: campaign.id, search: "" }))).toBe(notFound);
  });
});

describe("who is skipped", () => {
  it("holds what waits, says so on each letter, and lets it go when that is taken back", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    await letters(campaign, 2);
    await letters(campaign, 1, { status: "SENT" });
    const whom = { campaignId: campaign.id, recipientKey: adaKey, name: "Ada Minister" };
    await setHandling(deps, staff, { ...whom, handling: "SKIP" });
    expect(await statuses(campaign)).toEqual([
      ["QUEUED", "TARGET_SKIPPED"],
      ["QUEUED", "TARGET_SKIPPED"],
      ["SENT", null],
    ]);
    const [ada] = (await listTargets(deps, staff, { campaignId: campaign.id, search: "ada" })).targets;
    expect(ada).toMatchObject({ handling: "SKIP", waiting: 2, held: 2, sent: 1 });
    await setHandling(deps, staff, { ...whom, handling: "WRITE" });
    expect(await statuses(campaign)).toEqual([
      ["QUEUED", null],
      ["QUEUED", null],
      ["SENT", null],
    ]);
    expect((await events(campaign)).map(([kind]) => kind).sort()).toEqual(["HELD", "HELD", "RELEASED", "RELEASED"]);
    expect(await keyOf(setHandling(deps, other, { ...whom, handling: "SKIP" }))).toBe(notFound);
  });

  it("may have waiting letters let go after all, or cancelled", async () => {
    const deps = setUp();
    const [first, second] = [await aCampaign(test.db), await aCampaign(test.db)];
    for (const campaign of [first, second]) {
      await letters(campaign, 2);
      await setHandling(deps, staff, { campaignId: campaign.id, recipientKey: adaKey, name: "", handling: "SKIP" });
    }
    expect(await decideHeld(deps, staff, { campaignId: first.id, recipientKey: adaKey, decision: "LET_GO", ids: null })).toEqual({
      letters: 2,
    });
    expect(await statuses(first)).toEqual([
      ["QUEUED", null],
      ["QUEUED", null],
    ]);
    expect(await decideHeld(deps, staff, { campaignId: second.id, recipientKey: adaKey, decision: "CANCEL", ids: null })).toEqual({
      letters: 2,
    });
    expect(await statuses(second)).toEqual([
      ["CANCELLED", null],
      ["CANCELLED", null],
    ]);
    expect(await keyOf(decideHeld(deps, other, { campaignId: first.id, recipientKey: adaKey, decision: "CANCEL", ids: null }))).toBe(
      notFound,
    );
  });

  it("may have letters let go one by one, also while the whole campaign waits", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    const whom = { campaignId: campaign.id, recipientKey: adaKey };
    await letters(campaign, 3);
    await setHandling(deps, staff, { ...whom, name: "", handling: "SKIP" });
    // What the release tells of a campaign that has not begun hides the reason of the one letter.
    await test.db.prisma.campaignEmail.updateMany({ where: { campaignId: campaign.id }, data: { heldReason: "NOT_YET" } });
    const held = await listHeldLetters(deps, staff, whom);
    expect(held).toMatchObject({ total: 3, letters: [{}, {}, {}] });
    const [first] = held.letters;
    expect(await decideHeld(deps, staff, { ...whom, decision: "LET_GO", ids: [first!.id] })).toEqual({ letters: 1 });
    expect((await listHeldLetters(deps, staff, whom)).letters.map(({ id }) => id)).toEqual(held.letters.slice(1).map(({ id }) => id));
    const { targets } = await listTargets(deps, staff, { campaignId: campaign.id, search: "" });
    expect(targets.find((one) => one.recipientKey === adaKey)).toMatchObject({ waiting: 3, held: 2 });
    const elsewhere = await aCampaign(test.db);
    const foreign = { campaignId: elsewhere.id, recipientKey: adaKey, decision: "CANCEL" as const, ids: held.letters.map(({ id }) => id) };
    expect(await decideHeld(deps, staff, foreign)).toEqual({ letters: 0 });
    expect(await keyOf(listHeldLetters(deps, other, whom))).toBe(notFound);
    expect(await keyOf(listHeldLetters(deps, aStranger(), whom))).toBe(notFound);
    expect(await keyOf(decideHeld(deps, other, { ...whom, decision: "LET_GO", ids: [first!.id] }))).toBe(notFound);
  });

  it("is thanked only where words of thanks exist; letters that still ask wait, their words unchanged", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    const whom = { campaignId: campaign.id, recipientKey: adaKey, name: "" };
    await letters(campaign, 1);
    expect(await keyOf(setHandling(deps, staff, { ...whom, handling: "THANK" }))).toBe("CONFLICT target.thankNeedsVersion");
    const thanks = await saveLetterVersion(deps, staff, version(campaign));
    await letters(campaign, 1, { letterVersionId: thanks.id, message: "Thank you" });
    await setHandling(deps, staff, { ...whom, handling: "THANK" });
    expect(await statuses(campaign)).toEqual([
      ["QUEUED", "TARGET_SKIPPED"],
      ["QUEUED", null],
    ]);
    expect(await keyOf(removeLetterVersion(deps, staff, { id: thanks.id }))).toBe("CONFLICT version.thanksNeeded");
  });
});

describe("versions of the letter", () => {
  it("are kept in order and are nobody else's", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    const first = await saveLetterVersion(deps, staff, version(campaign, { name: "First", handling: "WRITE" }));
    const second = await saveLetterVersion(deps, staff, version(campaign, { name: "Second", handling: "WRITE" }));
    await orderVersions(deps, staff, { campaignId: campaign.id, ids: [second.id, first.id] });
    expect((await listLetterVersions(deps, staff, { campaignId: campaign.id })).map(({ name }) => name)).toEqual(["Second", "First"]);
    await letters(campaign, 1, { letterVersionId: first.id });
    expect(await keyOf(removeLetterVersion(deps, staff, { id: first.id }))).toBe("CONFLICT version.lettersWait");
    await removeLetterVersion(deps, staff, { id: second.id });
    expect(await keyOf(saveLetterVersion(deps, other, version(campaign)))).toBe(notFound);
    expect(await keyOf(listLetterVersions(deps, other, { campaignId: campaign.id }))).toBe(notFound);
    expect(await keyOf(removeLetterVersion(deps, other, { id: first.id }))).toBe(notFound);
    expect(await keyOf(orderVersions(deps, other, { campaignId: campaign.id, ids: [] }))).toBe(notFound);
  });
});

describe("handing in", () => {
  it("takes letters out of the queue into one PDF that can be fetched again", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db, { agendaItem: "Item 7.2" });
    await letters(campaign, 3);
    await letters(campaign, 1, { status: "SENT", message: "Sent by mail" });
    await letters(campaign, 1, { status: "SENDING" });
    expect(await getHandIn(deps, staff, { campaignId: campaign.id })).toEqual({
      open: { QUEUED: 3, FAILED: 0, UNCERTAIN: 0, SENT: 1 },
      bundles: [],
    });
    const bundle = await handInLetters(deps, staff, { campaignId: campaign.id, statuses: ["QUEUED"] });
    expect(bundle).toEqual({ at: now, letters: 3 });
    expect((await statuses(campaign)).map(([status]) => status)).toEqual(["CANCELLED", "CANCELLED", "CANCELLED", "SENT", "SENDING"]);
    expect((await events(campaign)).map(([kind]) => kind)).toEqual(["HANDED_IN", "HANDED_IN", "HANDED_IN"]);
    const fetched = async () => buffer(await streamBundle(deps, staff, { campaignId: campaign.id, at: bundle.at, locale: "en" }));
    const [pdf, again] = [await fetched(), await fetched()];
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4);
    expect(again.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4);
    expect(await keyOf(handInLetters(deps, staff, { campaignId: campaign.id, statuses: ["QUEUED"] }))).toBe("CONFLICT handIn.nothing");
    expect(await test.db.prisma.auditEntry.count({ where: { action: "letter.hand-in-download", entityId: campaign.id } })).toBe(2);
  });

  it("is nobody else's", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db);
    await letters(campaign, 1);
    expect(await keyOf(handInLetters(deps, other, { campaignId: campaign.id, statuses: ["QUEUED"] }))).toBe(notFound);
    expect(await keyOf(getHandIn(deps, other, { campaignId: campaign.id }))).toBe(notFound);
    expect(await keyOf(streamBundle(deps, other, { campaignId: campaign.id, at: now, locale: "en" }))).toBe(notFound);
    expect(await keyOf(streamBundle(deps, staff, { campaignId: campaign.id, at: now, locale: "en" }))).toBe("NOT_FOUND handIn.notFound");
  });
});

describe("a deadline", () => {
  it("is warned of while there is time, its owner once", async () => {
    const deps = setUp();
    const owner = await test.db.prisma.user.create({
      data: { email: "owner@example.org", name: "Olga Owner", password: "x", role: "USER", status: "ACTIVE" },
    });
    const campaign = await aCampaign(test.db, {
      createdByUserId: owner.id,
      submissionDeadline: new Date("2026-11-23T17:00:00Z"),
      lettersPerHour: 2,
    });
    await letters(campaign, 10);
    expect(await getDeadlineOutlook(deps, staff, { campaignId: campaign.id })).toMatchObject({
      waiting: 10,
      missing: 6,
      neededPerHour: 5,
      cause: "RATE",
    });
    expect(await keyOf(getDeadlineOutlook(deps, other, { campaignId: campaign.id }))).toBe(notFound);
    await warnOfDeadlines(deps, staff);
    await warnOfDeadlines(deps, staff);
    const mails = await test.db.prisma.templateMail.findMany({ where: { toEmail: "owner@example.org" } });
    expect(mails).toMatchObject([{ templateKey: "deadline-warning", variables: { MISSING_COUNT: "6", WAITING_COUNT: "10" } }]);
  });

  it("says nothing without one ahead", async () => {
    const deps = setUp();
    const campaign = await aCampaign(test.db, { submissionDeadline: new Date("2026-11-20T17:00:00Z") });
    expect(await getDeadlineOutlook(deps, staff, { campaignId: campaign.id })).toBeNull();
  });
});

describe("samples", () => {
  it("show what five supporters would send, before the campaign is live, and write nothing", async () => {
    const deps = setUp();
    deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
    const campaign = await aCampaign(test.db, { status: "DRAFT", targetGovernmentLevels: ["FEDERAL"] });
    const samples = await drawSamples(deps, staff, { campaignId: campaign.id, locale: "en" });
    expect(samples).toHaveLength(5);
    expect(samples[0]).toMatchObject({ name: "Alex Sample", place: "Toronto, ON", problem: null });
    expect(samples[0]?.letters[0]?.message).toMatch(/I live in Toronto\.[\s\S]*Alex Sample\nToronto {2}M5V 3L9$/);
    expect(samples[1]).toMatchObject({ letters: [], problem: "unknownCode" });
    expect(await test.db.prisma.campaignEmail.count({ where: { campaignId: campaign.id } })).toBe(0);
    expect(await keyOf(drawSamples(deps, other, { campaignId: campaign.id, locale: "en" }))).toBe(notFound);
  });

  it("are mailed to the organiser who asks, marked as previewed", async () => {
    const deps = setUp();
    deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
    const me = await test.db.prisma.user.create({
      data: { email: "me@example.org", name: "Me", password: "x", role: "INFLUENCE_ADMIN", status: "ACTIVE" },
    });
    const campaign = await aCampaign(test.db, { targetGovernmentLevels: ["FEDERAL"] });
    const actor = { ...anActor("INFLUENCE_ADMIN"), userId: me.id };
    expect(await testToMe(deps, actor, { campaignId: campaign.id, locale: "en" })).toEqual({ sentTo: "me@example.org" });
    expect(await test.db.prisma.emailLog.findMany({ where: { recipientEmail: "me@example.org" } })).toMatchObject([
      { status: "previewed" },
    ]);
    expect(await keyOf(testToMe(deps, other, { campaignId: campaign.id, locale: "en" }))).toBe(notFound);
  });
});

describe("somebody who is on the list and on the council", () => {
  it("is one person, in the list of the known and in the count of votes", async () => {
    const deps = setUp();
    const council = {
      kind: "WHOLE_COUNCIL" as const,
      setSlug: "twin-council",
      setName: "Twin Council",
      level: "MUNICIPAL" as const,
      offices: [],
    };
    const campaign = await aCampaign(test.db, { targets: [council, { kind: "NAMED_PEOPLE" }] });
    const seat = {
      source: "LOCAL" as const,
      setSlug: "twin-council",
      setName: "Twin Council",
      electedOffice: "Councillor",
      level: "MUNICIPAL" as const,
    };
    await test.db.prisma.officeHolder.createMany({
      data: [
        { ...seat, name: "Ada Minister", email: "ada@gov.example", districtName: "Ward 1" },
        { ...seat, name: "Bo Ward", email: "bo@twin.example", districtName: "Ward 2" },
      ],
    });
    await saveRecipient(deps, staff, person(campaign));
    const { targets, positions } = await listTargets(deps, staff, { campaignId: campaign.id, search: "" });
    expect(targets.map(({ name }) => name).sort()).toEqual(["Ada Minister", "Bo Ward"]);
    expect(positions).toMatchObject({ UNKNOWN: 2 });
    expect(await getVoteCount(deps, aStranger(), { campaignSlug: campaign.slug })).toBeNull();
    const whom = { campaignId: campaign.id, recipientKey: adaKey, name: "Ada Minister" };
    await setPosition(deps, staff, { ...whom, position: "AGAINST", source: null, at: null });
    expect(await getVoteCount(deps, aStranger(), { campaignSlug: campaign.slug })).toEqual({ FOR: 0, LEANING: 0, AGAINST: 1, UNKNOWN: 1 });
  });
});
