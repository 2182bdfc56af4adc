import {
  addResponseInput,
  type Campaign,
  listResponsesInput,
  representAnswerSchema,
  type SubmitResponseInput,
  submitResponseInput,
} from "@cml/domain/influence";
import { isAppError, systemActor } from "@cml/domain/kernel";
import { aCampaign, actorOf, anActor, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { receiptHashOf, receiptTokenOf } from "../campaign-emails/receipt-tokens";
import { eraseMe, findCampaignTargets, getAboutMe, getReceipt } from "../index";
import { addResponse } from "./add-response";
import { confirmResponse, getPendingResponse } from "./confirm-response";
import { listResponses } from "./list-responses";
import { prefillResponse } from "./prefill-response";
import { purgeResponses, sweepResponsePictures } from "./purge-responses";
import { submitResponse } from "./submit-response";
import { requirePictureRoom, takePicture } from "./take-picture";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const house = () => {
  const clock = fakeClock("2026-11-20T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  return { deps, clock };
};
type House = ReturnType<typeof house>;
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
const admin = anActor("INFLUENCE_ADMIN");
const aWall = (given: Partial<Campaign> = {}) => aCampaign(test.db, { showResponseWall: true, ...given });

const typed = { kind: "TYPED" as const, name: "Alex Roy", title: "Councillor", level: "MUNICIPAL" as const };
const formOf = ({ deps }: House, campaign: Campaign, given: object = {}): SubmitResponseInput =>
  submitResponseInput.parse({
    submissionId: deps.newId(),
    campaignSlug: campaign.slug,
    about: typed,
    type: "EMAIL",
    text: "Thank you. Call me at 416-555-0199.",
    name: "Ana Supporter",
    email: `ana-${deps.newId()}@example.com`,
    locale: "en",
    ...given,
  });
const rowOf = (submissionId: string) => test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { submissionId } });
const mailedToken = async (responseId: string): Promise<string> => {
  const mail = await test.db.prisma.templateMail.findUniqueOrThrow({ where: { onceKey: `response-confirmation:${responseId}` } });
  return /\/replies\/confirm\/([\w-]+)/.exec(JSON.stringify(mail.variables))?.[1] ?? "";
};
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};

const aLetter = async ({ deps }: House, campaign: Campaign, given: object = {}) => {
  const [id, submissionId] = [deps.newId(), deps.newId()];
  const email = `jo-${id}@example.com`;
  const receiptToken = receiptTokenOf(deps, submissionId);
  const verification = await test.db.prisma.emailVerification.create({
    data: { token: deps.newId(), email, used: true, expiresAt: deps.clock.now(), campaignId: campaign.id },
  });
  await test.db.prisma.campaignEmail.create({
    data: {
      id,
      submissionId,
      receiptTokenHash: receiptHashOf(deps, receiptToken),
      verificationId: verification.id,
      campaignId: campaign.id,
      campaignSlug: campaign.slug,
      userEmail: email,
      userName: "Jo Singh",
      recipientEmail: "alex.roy@parl.example",
      recipientName: "Alex Roy",
      recipientTitle: "Member of Parliament",
      recipientLevel: "FEDERAL",
      recipientKey: "FEDERAL|alexroy|torontocentre",
      recipientParty: "Party",
      emailMethod: "SMTP",
      subject: "Safe streets",
      message: "Dear Alex Roy",
      status: "SENT",
      sentAt: new Date("2026-11-10T14:00:00Z"),
      ...given,
    },
  });
  return { id, email, receiptToken };
};
const aReply = async ({ deps }: House, letterId: string, given: object = {}) => {
  const id = deps.newId();
  const text = "Dear Jo,\n\nwe will vote for it. Call 416-555-0199.\n\nAlex Roy, MP\n\nOn Tue, Nov 10, 2026 Jo wrote:\n> Dear Alex Roy";
  await test.db.prisma.inboundMessage.create({
    data: { id, dedupeKey: id, letterId, kind: "REPLY", text, receivedAt: new Date("2026-11-16T15:00:00Z"), ...given },
  });
  return id;
};
const pixel = Buffer.from("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==", "base64");

describe("a response by hand", () => {
  it("waits for the mailed link, and nobody sees it before", async () => {
    const here = house();
    const campaign = await aWall();
    const input = formOf(here, campaign);
    const answer = await submitResponse(here.deps, somebody(), input);
    expect(answer).toEqual({ state: "CONFIRM", expiresAt: new Date("2026-11-27T15:00:00Z") });
    expect((await listResponses(here.deps, admin, listResponsesInput.parse({ campaignId: campaign.id }))).items).toEqual([]);
    const row = await rowOf(input.submissionId);
    expect(row).toMatchObject({
      representativeName: "Alex Roy",
      representativeEmail: null,
      recipientKey: null,
      confirmedAt: null,
      status: "PENDING",
      byStaff: false,
    });
    const token = await mailedToken(row.id);
    expect(await getPendingResponse(here.deps, somebody(), { token })).toMatchObject({ state: "WAITING", author: "Ana Supporter" });
    expect((await rowOf(input.submissionId)).confirmedAt).toBeNull();
    const confirmed = await confirmResponse(here.deps, somebody(), { token });
    expect(confirmed.campaignSlug).toBe(campaign.slug);
    expect((await listResponses(here.deps, admin, listResponsesInput.parse({ campaignId: campaign.id }))).items).toHaveLength(1);
    here.clock.advance(60_000);
    await confirmResponse(here.deps, somebody(), { token });
    expect((await rowOf(input.submissionId)).confirmedAt).toEqual(new Date("2026-11-20T15:00:00Z"));
    expect(await getPendingResponse(here.deps, somebody(), { token })).toMatchObject({ state: "CONFIRMED" });
    // The browser that confirmed is not asked again; another one, or another address, is.
    const again = { email: input.email, remember: confirmed.remember };
    expect(await submitResponse(here.deps, somebody(), formOf(here, campaign, again))).toMatchObject({ state: "WAITING" });
    expect(await submitResponse(here.deps, somebody(), formOf(here, campaign, { remember: confirmed.remember }))).toMatchObject({
      state: "CONFIRM",
    });
  });

  it("boxes what looks personal before anybody sees it", async () => {
    const here = house();
    const input = formOf(here, await aWall(), { comment: "Write me: ana@example.com" });
    await submitResponse(here.deps, somebody(), input);
    expect(await rowOf(input.submissionId)).toMatchObject({
      responseText: "Thank you. Call me at 416-555-0199.",
      shownText: "Thank you. Call me at ████████████.",
      shownComment: "Write me: ███████████████",
    });
  });

  it("is one response however often its form is sent, and its id tells a stranger nothing", async () => {
    const here = house();
    const campaign = await aWall();
    const input = formOf(here, campaign);
    const actor = somebody();
    const answers = await Promise.all([1, 2, 3].map(() => submitResponse(here.deps, actor, input)));
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(["CONFIRM"]));
    expect(await test.db.prisma.representativeResponse.count({ where: { campaignId: campaign.id } })).toBe(1);
    expect(await test.db.prisma.templateMail.count({ where: { toEmail: input.email ?? "" } })).toBe(1);
    const stolen = submitResponse(here.deps, somebody(), { ...input, email: "other@example.com" });
    expect(await keyOf(stolen)).toBe("CONFLICT letter.submissionTaken");
  });

  it("goes to the moderators at once from an account, whatever address the form says", async () => {
    const here = house();
    const campaign = await aWall();
    const user = await aUser(test.db);
    const input = formOf(here, campaign, { isAnonymous: true, name: "" });
    expect(await submitResponse(here.deps, actorOf(user), input)).toMatchObject({ state: "WAITING" });
    expect(await rowOf(input.submissionId)).toMatchObject({
      submittedByUserId: user.id,
      submittedByEmail: user.email,
      isAnonymous: true,
      byStaff: false,
    });
    const staff = formOf(here, campaign);
    await submitResponse(here.deps, actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" })), staff);
    expect((await rowOf(staff.submissionId)).byStaff).toBe(true);
  });

  it("needs a wall, an address and a likely day", async () => {
    const here = house();
    const without = await aWall({ showResponseWall: false });
    expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, without)))).toBe("CONFLICT response.wallOff");
    const draft = await aWall({ status: "DRAFT" });
    expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, draft)))).toBe("NOT_FOUND campaign.notFound");
    const campaign = await aWall({ status: "ARCHIVED" });
    expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, campaign, { email: null })))).toBe(
      "INVALID response.emailNeeded",
    );
    const ahead = formOf(here, campaign, { repliedOn: "2026-11-21" });
    expect(await keyOf(submitResponse(here.deps, somebody(), ahead))).toBe("INVALID response.dayUnlikely");
    expect(await submitResponse(here.deps, somebody(), formOf(here, campaign, { repliedOn: "2026-11-20" }))).toMatchObject({
      state: "CONFIRM",
    });
  });

  it("asks programs for a proof of work, and stops a flood from one address", async () => {
    const here = house();
    const campaign = await aWall();
    expect(await submitResponse(here.deps, somebody(), formOf(here, campaign, { trap: "x" }))).toMatchObject({ state: "PROVE" });
    const flood = somebody();
    const states: string[] = [];
    for (let n = 0; n < 50; n += 1)
      states.push(
        await submitResponse(here.deps, flood, formOf(here, campaign)).then(
          ({ state }) => state,
          (error: unknown) => (isAppError(error) ? error.code : "?"),
        ),
      );
    expect(states.filter((state) => state === "CONFIRM").length).toBeLessThanOrEqual(6);
    expect(states.at(-1)).toBe("RATE_LIMITED");
  });
});

it("finds a representative again by herself; her address never comes from the form", async () => {
  const here = house();
  const campaign = await aWall({ ownConstituentsOnly: true });
  const place = { campaignSlug: campaign.slug, postalCode: "M5V3L9", locale: "en" as const, districts: [] };
  const { targets } = await findCampaignTargets(here.deps, somebody(), place);
  const target = targets.find(({ hasEmail }) => hasEmail);
  const known = { kind: "KNOWN", recipientKey: target?.recipientKey, postalCode: "M5V3L9" };
  const input = formOf(here, campaign, { about: known, askOffice: true });
  await submitResponse(here.deps, somebody(), input);
  const row = await rowOf(input.submissionId);
  expect(row).toMatchObject({ representativeName: target?.name, recipientKey: target?.recipientKey, askOffice: true });
  expect(row.representativeEmail).toContain("@");
  const nobody = formOf(here, campaign, { about: { ...known, recipientKey: "FEDERAL|nobody|nowhere" } });
  expect(await keyOf(submitResponse(here.deps, somebody(), nobody))).toBe("NOT_FOUND response.representativeUnknown");
  const byHand = formOf(here, campaign, { askOffice: true });
  await submitResponse(here.deps, somebody(), byHand);
  expect(await rowOf(byHand.submissionId)).toMatchObject({ askOffice: false, representativeEmail: null });
});

it("guesses no level of government for somebody typed by hand", async () => {
  const here = house();
  const campaign = await aWall();
  const about = { kind: "TYPED", name: "Alex Roy", title: "Trustee" };
  expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, campaign, { about })))).toBe("INVALID response.levelNeeded");
  const added = { submissionId: here.deps.newId(), campaignId: campaign.id, type: "EMAIL", text: "Yes.", locale: "en", about };
  expect(await keyOf(addResponse(here.deps, admin, addResponseInput.parse(added)))).toBe("INVALID response.levelNeeded");
  const told = formOf(here, campaign, { about: { ...about, level: "SCHOOL_BOARD" } });
  await submitResponse(here.deps, somebody(), told);
  expect(await rowOf(told.submissionId)).toMatchObject({ representativeLevel: "SCHOOL_BOARD" });
});

describe("from a receipt", () => {
  it("knows letter, representative and writer, and asks for no mail", async () => {
    const here = house();
    const campaign = await aWall();
    const { id, email, receiptToken } = await aLetter(here, campaign);
    const prefilled = await prefillResponse(here.deps, somebody(), { receiptToken, mailId: null });
    expect(prefilled).toMatchObject({ campaignSlug: campaign.slug, name: "Jo Singh", email, mail: null });
    expect(prefilled.letters).toMatchObject([{ id, recipientName: "Alex Roy", level: "FEDERAL", canAskOffice: true, responseId: null }]);
    const about = { kind: "LETTER", receiptToken, letterId: id };
    const input = formOf(here, campaign, { about, email: null, repliedOn: "2026-11-16", askOffice: true });
    expect(await submitResponse(here.deps, somebody(), input)).toMatchObject({ state: "WAITING" });
    expect(await rowOf(input.submissionId)).toMatchObject({
      letterId: id,
      recipientKey: "FEDERAL|alexroy|torontocentre",
      representativeEmail: "alex.roy@parl.example",
      submittedByEmail: email,
      daysToReply: 6,
      askOffice: true,
    });
    // Somebody else who got hold of the receipt and types another address is asked.
    const other = formOf(here, campaign, { about });
    expect(await submitResponse(here.deps, somebody(), other)).toMatchObject({ state: "CONFIRM" });
  });

  it("is nobody else's: another receipt's letter looks like none", async () => {
    const here = house();
    const campaign = await aWall();
    const [mine, theirs] = [await aLetter(here, campaign), await aLetter(here, campaign)];
    const about = { kind: "LETTER", receiptToken: mine.receiptToken, letterId: theirs.id };
    expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, campaign, { about })))).toBe("NOT_FOUND letter.linkUnknown");
    const unknown = { receiptToken: receiptTokenOf(here.deps, here.deps.newId()), mailId: null };
    expect(await keyOf(prefillResponse(here.deps, somebody(), unknown))).toBe("NOT_FOUND letter.linkUnknown");
  });

  it("offers a mail that came in, once, without the letter it quotes, and posts nothing by itself", async () => {
    const here = house();
    const campaign = await aWall();
    const letter = await aLetter(here, campaign);
    const mailId = await aReply(here, letter.id);
    const { letters } = await getReceipt(here.deps, somebody(), { token: letter.receiptToken });
    expect(letters[0]?.shareUrl).toBe(`/c/${campaign.slug}/replies/new?letter=${letter.receiptToken}&to=${letter.id}&mail=${mailId}`);
    const { mail } = await prefillResponse(here.deps, somebody(), { receiptToken: letter.receiptToken, mailId });
    const text = "Dear Jo,\n\nwe will vote for it. Call 416-555-0199.\n\nAlex Roy, MP";
    expect(mail).toEqual({ id: mailId, letterId: letter.id, text, found: [[36, 48]], repliedOn: "2026-11-16", taken: false });
    expect(await test.db.prisma.representativeResponse.count({ where: { campaignId: campaign.id } })).toBe(0);
    const about = { kind: "LETTER", receiptToken: letter.receiptToken, letterId: letter.id };
    const form = { about, email: null, text, inboundMessageId: mailId };
    const input = formOf(here, campaign, form);
    expect(await submitResponse(here.deps, somebody(), input)).toMatchObject({ state: "WAITING" });
    expect(await rowOf(input.submissionId)).toMatchObject({ inboundMessageId: mailId, daysToReply: 6 });
    expect(await test.db.prisma.responseChange.findMany({ where: { response: { submissionId: input.submissionId } } })).toMatchObject([
      { kind: "PROPOSED" },
    ]);
    expect(await keyOf(submitResponse(here.deps, somebody(), formOf(here, campaign, form)))).toBe("CONFLICT response.mailTaken");
    expect((await getReceipt(here.deps, somebody(), { token: letter.receiptToken })).letters[0]?.shareUrl).toBeNull();
  });

  it("does not give a mail to the holder of another receipt, nor one that no person wrote", async () => {
    const here = house();
    const campaign = await aWall();
    const [mine, theirs] = [await aLetter(here, campaign), await aLetter(here, campaign)];
    const mailId = await aReply(here, theirs.id);
    expect((await prefillResponse(here.deps, somebody(), { receiptToken: mine.receiptToken, mailId })).mail).toBeNull();
    const about = { kind: "LETTER", receiptToken: mine.receiptToken, letterId: mine.id };
    const stolen = formOf(here, campaign, { about, email: null, inboundMessageId: mailId });
    expect(await keyOf(submitResponse(here.deps, somebody(), stolen))).toBe("NOT_FOUND inbound.notFound");
    const automatic = await aReply(here, mine.id, { kind: "AUTO_REPLY" });
    expect((await prefillResponse(here.deps, somebody(), { receiptToken: mine.receiptToken, mailId: automatic })).mail).toBeNull();
  });
});

describe("pictures", () => {
  it("are made anew, lie where nobody can fetch them, and show in a copy of their own", async () => {
    const here = house();
    const campaign = await aWall();
    const polyglot = Buffer.concat([pixel, Buffer.from("<script>alert(1)</script>")]);
    const taken = await takePicture(here.deps, somebody(), { bytes: polyglot });
    expect(taken).toMatchObject({ width: 1, height: 1 });
    const stored = here.deps.storage.files.get(taken.pictureKey);
    expect([stored?.contentType, stored?.bytes.includes("<script>")]).toEqual(["image/webp", false]);
    const input = formOf(here, campaign, { text: "", pictureKey: taken.pictureKey });
    await submitResponse(here.deps, somebody(), input);
    const row = await rowOf(input.submissionId);
    expect(row).toMatchObject({ screenshotKey: taken.pictureKey, screenshotWidth: 1, screenshotHeight: 1 });
    expect(row.screenshotUrl).toMatch(/^\/files\/responses\/[0-9a-f-]{36}\.webp$/);
    expect(here.deps.jobs.payloadsOf("influence.box-response-picture")).toEqual([{ responseId: row.id }]);
  });

  it("refuses what is no picture, too many bytes, and too many in an hour", async () => {
    const { deps } = house();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
    expect(await keyOf(takePicture(deps, somebody(), { bytes: svg }))).toBe("INVALID image.format");
    expect(await keyOf(takePicture(deps, somebody(), { bytes: Buffer.alloc(15_000_001) }))).toBe("INVALID input.tooLarge");
    const actor = somebody();
    for (let n = 0; n < 20; n += 1) await requirePictureRoom(deps, actor);
    expect(await keyOf(requirePictureRoom(deps, actor))).toBe("RATE_LIMITED rateLimited");
    expect(deps.storage.files.size).toBe(0);
  });

  it("that no form claimed go after a day; those in use stay", async () => {
    const here = house();
    const campaign = await aWall();
    const lone = await takePicture(here.deps, somebody(), { bytes: pixel });
    const used = await takePicture(here.deps, somebody(), { bytes: pixel });
    await submitResponse(here.deps, somebody(), formOf(here, campaign, { pictureKey: used.pictureKey }));
    here.clock.set(new Date(Date.now() - 3_600_000));
    expect(await sweepResponsePictures(here.deps, systemActor())).toBe(0);
    here.clock.set(new Date(Date.now() + 2 * 86_400_000));
    expect(await sweepResponsePictures(here.deps, systemActor())).toBe(1);
    expect(here.deps.storage.files.has(lone.pictureKey)).toBe(false);
    expect(here.deps.storage.files.has(used.pictureKey)).toBe(true);
    expect(here.deps.storage.files.size).toBe(2);
  });
});

it("deletes what nobody confirmed, and hashes of addresses after thirty days", async () => {
  const here = house();
  const campaign = await aWall();
  const { pictureKey } = await takePicture(here.deps, somebody(), { bytes: pixel });
  const [lost, kept] = [formOf(here, campaign, { pictureKey }), formOf(here, campaign)];
  await submitResponse(here.deps, somebody(), lost);
  await submitResponse(here.deps, somebody(), kept);
  const token = await mailedToken((await rowOf(kept.submissionId)).id);
  const lateToken = await mailedToken((await rowOf(lost.submissionId)).id);
  await confirmResponse(here.deps, somebody(), { token });
  here.clock.advance(8 * 86_400_000);
  expect(await getPendingResponse(here.deps, somebody(), { token: lateToken })).toMatchObject({ state: "EXPIRED" });
  expect(await keyOf(confirmResponse(here.deps, somebody(), { token: lateToken }))).toBe("CONFLICT response.linkExpired");
  await purgeResponses(here.deps, systemActor());
  expect(here.deps.storage.files.size).toBe(0);
  expect(await test.db.prisma.representativeResponse.count({ where: { campaignId: campaign.id } })).toBe(1);
  expect((await rowOf(kept.submissionId)).submittedIp).not.toBeNull();
  expect(await keyOf(getPendingResponse(here.deps, somebody(), { token: lateToken }))).toBe("NOT_FOUND letter.linkUnknown");
  here.clock.advance(23 * 86_400_000);
  await purgeResponses(here.deps, systemActor());
  expect((await rowOf(kept.submissionId)).submittedIp).toBeNull();
});

it("forgets a writer's responses and votes with her letters, and keeps the office's words", async () => {
  const here = house();
  const campaign = await aWall();
  const { id, email, receiptToken } = await aLetter(here, campaign);
  const about = { kind: "LETTER", receiptToken, letterId: id };
  const { pictureKey } = await takePicture(here.deps, somebody(), { bytes: pixel });
  const shown = formOf(here, campaign, { about, email: null, comment: "My street", pictureKey });
  const waiting = formOf(here, campaign, { about, email: null });
  const others = formOf(here, campaign);
  for (const input of [shown, waiting, others]) await submitResponse(here.deps, somebody(), input);
  const row = await rowOf(shown.submissionId);
  await test.db.prisma.representativeResponse.update({ where: { id: row.id }, data: { status: "APPROVED" } });
  await test.db.prisma.responseChange.create({
    data: { responseId: row.id, kind: "EDITED", before: { userComment: "Mine", status: "PENDING" } },
  });
  const vote = await test.db.prisma.responseUpvote.create({ data: { responseId: row.id, userEmail: email } });
  const about1 = await getAboutMe(here.deps, somebody(), { token: receiptToken });
  expect(about1.kept.filter(({ thing }) => thing === "RESPONSE" || thing === "UPVOTE").map(({ thing, fields }) => [thing, fields])).toEqual(
    expect.arrayContaining([
      ["RESPONSE", ["name", "email", "comment", "picture", "text"]],
      ["RESPONSE", ["name", "email", "text"]],
      ["RESPONSE", ["addressHash"]],
      ["UPVOTE", ["email"]],
    ]),
  );
  await eraseMe(here.deps, somebody(), { token: receiptToken, alsoWaiting: true });
  const after = await test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id: row.id }, include: { changes: true } });
  expect(after).toMatchObject({
    submittedByName: null,
    submittedByEmail: null,
    submittedIp: null,
    userComment: null,
    shownComment: null,
    screenshotUrl: null,
    screenshotKey: null,
    isAnonymous: true,
    responseText: "Thank you. Call me at ████████████.",
    shownText: "Thank you. Call me at ████████████.",
  });
  expect(after.changes.map(({ before }) => before)).toEqual(expect.arrayContaining([{ status: "PENDING" }]));
  expect(JSON.stringify(after.changes)).not.toContain("Mine");
  expect(await test.db.prisma.representativeResponse.count({ where: { submissionId: waiting.submissionId } })).toBe(0);
  expect(await test.db.prisma.responseUpvote.findUniqueOrThrow({ where: { id: vote.id } })).toMatchObject({ userEmail: null });
  expect(here.deps.storage.files.size).toBe(0);
  expect(await rowOf(others.submissionId)).toMatchObject({ submittedByName: "Ana Supporter" });
});
