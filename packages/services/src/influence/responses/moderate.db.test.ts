import { type NewResponse, findResponse, insertResponse, recordResponseChange, updateResponse } from "@cml/db/influence";
import { foldCounters } from "@cml/db/platform";
import { type Campaign, fillBoxes, listResponsesInput } from "@cml/domain/influence";
import { isAppError, systemActor, type UserActor } from "@cml/domain/kernel";
import { aCampaign, actorOf, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  approveResponse,
  boxResponse,
  decideResponses,
  editResponse,
  getResponseFile,
  listResponses,
  moderateOfficeReply,
  openResponseOriginal,
  rejectResponse,
  removeResponse,
  restoreResponse,
  setProofSeen,
  settleResponse,
  undoResponses,
} from "../index";
import { drawPicture, originalPrefix } from "./response-picture";

let test: TestDb;
let admin: UserActor;
let owner: UserActor;
let stranger: UserActor;
const moderating = { permissions: { areas: { influence: "edit" as const }, cutIds: null } };
beforeAll(async () => {
  test = await createTestDb();
  admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN", name: "Mo Derator" }));
  owner = actorOf(await aUser(test.db, moderating), moderating);
  stranger = actorOf(await aUser(test.db, moderating), moderating);
});
afterAll(() => test.drop());

const house = () => {
  const clock = fakeClock("2026-11-20T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  return { deps, clock };
};
type House = ReturnType<typeof house>;
const aWall = (given: Partial<Campaign> = {}) =>
  aCampaign(test.db, { showResponseWall: true, createdByUserId: owner.userId, title: "Safe streets", ...given });
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");

const aResponse = async ({ deps, clock }: House, campaign: Campaign, given: Partial<NewResponse> = {}): Promise<string> => {
  const id = given.id ?? deps.newId();
  const responseText = given.responseText ?? "We will vote for it.";
  await insertResponse(test.db, {
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: "Alex Roy",
    representativeLevel: "FEDERAL",
    responseType: "EMAIL",
    shownText: responseText,
    locale: "en",
    createdAt: clock.now(),
    confirmedAt: clock.now(),
    submittedByName: "Ana Supporter",
    submittedByEmail: `ana-${id}@example.com`,
    ...given,
    responseText,
    id,
  });
  await recordResponseChange(test.db, { responseId: id, kind: "SUBMITTED", at: clock.now() });
  return id;
};
const withPicture = async (here: House, campaign: Campaign) => {
  const screenshotKey = `${originalPrefix}${here.deps.newId()}.webp`;
  await here.deps.storage.put(screenshotKey, pixel, "image/webp");
  const { url } = await drawPicture(here.deps, screenshotKey, []);
  const id = await aResponse(here, campaign, { screenshotKey, screenshotUrl: url, screenshotWidth: 1, screenshotHeight: 1 });
  return { id, screenshotKey, url };
};
const rowOf = async (id: string) => {
  const row = await findResponse(test.db, id);
  if (row === null) throw new Error("no such response");
  return row;
};
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const countOf = async ({ id }: Campaign) => {
  await foldCounters(test.db);
  return (await test.db.prisma.campaign.findUniqueOrThrow({ where: { id } })).responseCount;
};
const mailsTo = (id: string) =>
  test.db.prisma.templateMail.findMany({ where: { toEmail: `ana-${id}@example.com` }, orderBy: { createdAt: "asc" } });
/** What the queue does a minute later. */
const settle = (here: House, id: string, changeId: string) => {
  here.clock.advance(61_000);
  return settleResponse(here.deps, systemActor(), { responseId: id, changeId });
};
const undo = (here: House, id: string, changeId: string, actor = admin) => undoResponses(here.deps, actor, { changes: [{ id, changeId }] });
const list = (here: House, given: object, actor = admin) => listResponses(here.deps, actor, listResponsesInput.parse(given));

describe("a decision", () => {
  it("counts on the wall at once, and is told a minute later, once", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign);
    const { response, changeId } = await approveResponse(here.deps, owner, { id });
    expect(response).toMatchObject({ status: "APPROVED", moderatedAt: here.clock.now() });
    expect(await countOf(campaign)).toBe(1);
    const waiting = await test.db.prisma.outbox.findFirstOrThrow({ where: { payload: { path: ["job", "changeId"], equals: changeId } } });
    expect([waiting.topic, waiting.availableAt]).toEqual(["influence.settle-response", new Date("2026-11-20T15:01:00Z")]);
    expect(await mailsTo(id)).toEqual([]);
    await settle(here, id, changeId);
    await settle(here, id, changeId);
    const mails = await mailsTo(id);
    expect(mails.map(({ templateKey }) => templateKey)).toEqual(["response-approved"]);
    expect(mails[0]?.variables).toEqual({
      USER_NAME: "Ana Supporter",
      RECIPIENT_NAME: "Alex Roy",
      CAMPAIGN_TITLE: "Safe streets",
      WALL_URL: `https://act.example.org/c/${campaign.slug}/replies/${id}`,
      KEPT_URL: expect.stringContaining("https://act.example.org/kept/") as string,
    });
    expect(await test.db.prisma.auditEntry.findMany({ where: { entityId: id } })).toMatchObject([
      { action: "response.approve", actorUserId: owner.userId },
    ]);
  });

  it("to refuse gives the reason, in the language of the submitter", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign, { locale: "fr" });
    const { changeId } = await rejectResponse(here.deps, admin, { id, reason: " A neighbour's name stands in it. " });
    expect(await rowOf(id)).toMatchObject({ status: "REJECTED", rejectReason: "A neighbour's name stands in it." });
    await settle(here, id, changeId);
    expect(await mailsTo(id)).toMatchObject([
      { templateKey: "response-rejected", locale: "fr", variables: { REASON: "A neighbour's name stands in it." } },
    ]);
    expect(await countOf(campaign)).toBe(0);
  });

  it("taken back within the minute tells nobody anything", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign, { askOffice: true, representativeEmail: "alex@parl.example" });
    const first = await approveResponse(here.deps, admin, { id });
    expect((await undo(here, id, first.changeId)).responses).toMatchObject([{ status: "PENDING", moderatedAt: null }]);
    expect(await countOf(campaign)).toBe(0);
    await settle(here, id, first.changeId);
    expect(await mailsTo(id)).toEqual([]);
    expect((await rowOf(id)).verificationSentAt).toBeNull();
    // Decided anew it is the new decision that is told, not the old one.
    const second = await rejectResponse(here.deps, admin, { id, reason: "Not an answer." });
    await settle(here, id, first.changeId);
    await settle(here, id, second.changeId);
    expect((await mailsTo(id)).map(({ templateKey }) => templateKey)).toEqual(["response-rejected"]);
    expect(await keyOf(undo(here, id, first.changeId))).toBe("CONFLICT response.undoneAlready");
  });

  it("asks the office once, where the submitter wished it and its address is known", async () => {
    const here = house();
    const campaign = await aWall();
    const asked = await aResponse(here, campaign, { askOffice: true, representativeEmail: "alex@parl.example" });
    const unasked = await aResponse(here, campaign, { representativeEmail: "alex@parl.example" });
    for (const id of [asked, unasked]) await settle(here, id, (await approveResponse(here.deps, admin, { id })).changeId);
    const sentAt = (await rowOf(asked)).verificationSentAt;
    expect(sentAt).not.toBeNull();
    expect((await rowOf(unasked)).verificationSentAt).toBeNull();
    const again = await rejectResponse(here.deps, admin, { id: asked, reason: "A mistake." });
    await undo(here, asked, again.changeId);
    await settle(here, asked, again.changeId);
    expect((await rowOf(asked)).verificationSentAt).toEqual(sentAt);
  });

  it("says that the letter was answered", async () => {
    const here = house();
    const campaign = await aWall();
    const letterId = here.deps.newId();
    await test.db.prisma.campaignEmail.create({
      data: {
        id: letterId,
        campaignId: campaign.id,
        campaignSlug: campaign.slug,
        recipientEmail: "alex@parl.example",
        recipientName: "Alex Roy",
        emailMethod: "SMTP",
        subject: "s",
        message: "m",
        status: "SENT",
      },
    });
    const id = await aResponse(here, campaign, { letterId, repliedOn: "2026-11-16" });
    await settle(here, id, (await approveResponse(here.deps, admin, { id })).changeId);
    expect(await test.db.prisma.letterReport.findUniqueOrThrow({ where: { letterId } })).toMatchObject({
      outcome: "ANSWERED",
      repliedOn: new Date("2026-11-16T00:00:00Z"),
    });
  });

  it("about an office's answer goes on to the office, or to everybody it is for, and can be stopped", async () => {
    const here = house();
    const campaign = await aWall();
    const anAnswer = async () => {
      const office = await test.db.prisma.officeAccess.create({
        data: { campaignId: campaign.id, recipientKey: here.deps.newId(), name: "Alex Roy", email: "alex@parl.example" },
      });
      const answer = await test.db.prisma.officeAnswer.create({
        data: { officeId: office.id, campaignId: campaign.id, subject: "Our answer", text: "We will." },
      });
      const about = { officeAnswerId: answer.id, representativeEmail: office.email, submittedByName: null, submittedByEmail: null };
      return { answerId: answer.id, id: await aResponse(here, campaign, about) };
    };
    const statusOf = async (id: string) => (await test.db.prisma.officeAnswer.findUniqueOrThrow({ where: { id } })).status;
    const good = await anAnswer();
    const approved = await approveResponse(here.deps, admin, { id: good.id });
    expect(await statusOf(good.answerId)).toBe("PENDING");
    await settle(here, good.id, approved.changeId);
    expect(await statusOf(good.answerId)).toBe("APPROVED");
    expect(here.deps.jobs.payloadsOf("influence.mail-office-answers")).toHaveLength(1);
    await undo(here, good.id, approved.changeId);
    expect(await statusOf(good.answerId)).toBe("PENDING");
    const bad = await anAnswer();
    const rejected = await rejectResponse(here.deps, admin, { id: bad.id, reason: "It names a supporter." });
    await settle(here, bad.id, rejected.changeId);
    expect(await test.db.prisma.officeAnswer.findUniqueOrThrow({ where: { id: bad.answerId } })).toMatchObject({
      status: "REJECTED",
      rejectReason: "It names a supporter.",
      moderatedByUserId: admin.userId,
    });
    expect(await test.db.prisma.templateMail.findMany({ where: { templateKey: "office-answer-rejected" } })).toMatchObject([
      { toEmail: "alex@parl.example", variables: { REASON: "It names a supporter.", RECIPIENT_NAME: "Alex Roy" } },
    ]);
  });

  it("is one when two moderators press at once", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign);
    const keys = await Promise.all([admin, owner].map((actor) => keyOf(approveResponse(here.deps, actor, { id }))));
    expect(keys.sort()).toEqual(["CONFLICT response.decidedAlready", null].sort());
    expect(await countOf(campaign)).toBe(1);
  });

  it("does not bring back what its office reported, unless the proof was seen", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign);
    await approveResponse(here.deps, admin, { id });
    const at = here.clock.now();
    await updateResponse(test.db, id, { status: "REJECTED", disputedAt: at, disputeReason: "Not ours.", updatedAt: at });
    expect(await countOf(campaign)).toBe(0);
    expect((await list(here, { desk: "DISPUTED", campaignId: campaign.id })).items.map((one) => one.id)).toEqual([id]);
    expect((await list(here, { desk: "REJECTED", campaignId: campaign.id })).items).toEqual([]);
    expect(await keyOf(approveResponse(here.deps, admin, { id }))).toBe("CONFLICT response.disputeNeedsProof");
    await setProofSeen(here.deps, admin, { id, seen: true });
    const { response } = await approveResponse(here.deps, admin, { id });
    expect(response).toMatchObject({ status: "APPROVED", disputedAt: null, confirmedByOffice: null });
    expect(response.proofSeen).toEqual({ at, byName: "Mo Derator" });
    expect(await countOf(campaign)).toBe(1);
  });

  it("about many leaves out those it does not fit, and is taken back together", async () => {
    const here = house();
    const campaign = await aWall();
    const ids = [await aResponse(here, campaign), await aResponse(here, campaign)];
    const [decided, foreign] = [await aResponse(here, campaign), await aResponse(here, await aWall({ createdByUserId: stranger.userId }))];
    await approveResponse(here.deps, owner, { id: decided });
    const done = await decideResponses(here.deps, owner, { ids: [...ids, decided, foreign], decision: "APPROVED", reason: null });
    expect(done.changes.map(({ id }) => id)).toEqual(ids);
    expect(done.skipped).toEqual([decided, foreign]);
    expect(await countOf(campaign)).toBe(3);
    const undone = await undoResponses(here.deps, owner, { changes: done.changes });
    expect(undone.responses.map(({ status }) => status)).toEqual(["PENDING", "PENDING"]);
    expect(await countOf(campaign)).toBe(1);
  });
});

describe("an edit", () => {
  it("keeps what was there, moves the boxes with the words, and can be taken back", async () => {
    const here = house();
    const campaign = await aWall();
    const responseText = "Dear Ana Smith, we will vote for it.";
    const boxes = { text: [[5, 14] as [number, number]], comment: [], picture: [] };
    const id = await aResponse(here, campaign, { responseText, boxes, shownText: fillBoxes(responseText, boxes.text) });
    const text = "Hello, dear Ana Smith, we will vote against it. Call 416-555-0199.";
    const { response, changeId } = await editResponse(here.deps, admin, { id, text, type: "LETTER", note: "shortened" });
    expect(response).toMatchObject({ type: "LETTER", text });
    expect(response.shownText).toBe("Hello, dear ███ █████, we will vote against it. Call ████████████.");
    const { history } = await getResponseFile(here.deps, admin, { id });
    expect(history.map(({ kind }) => kind)).toEqual(["SUBMITTED", "EDITED"]);
    expect(history[1]).toMatchObject({
      byName: "Mo Derator",
      note: "shortened",
      before: { responseText, responseType: "EMAIL" },
      isUndone: false,
    });
    await undo(here, id, changeId);
    expect(await rowOf(id)).toMatchObject({ responseText, responseType: "EMAIL", shownText: "Dear ███ █████, we will vote for it." });
    expect((await getResponseFile(here.deps, admin, { id })).history.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ["SUBMITTED", false],
      ["EDITED", true],
      ["UNDONE", false],
    ]);
  });

  it("is not taken back over a later one of the same field, and needs something to change", async () => {
    const here = house();
    const id = await aResponse(here, await aWall());
    const first = await editResponse(here.deps, admin, { id, text: "One.", note: null });
    const second = await editResponse(here.deps, admin, { id, text: "Two.", note: null });
    const proof = await setProofSeen(here.deps, admin, { id, seen: true });
    expect(await keyOf(undo(here, id, first.changeId))).toBe("CONFLICT response.changedMeanwhile");
    await undo(here, id, second.changeId);
    await undo(here, id, first.changeId);
    expect(await rowOf(id)).toMatchObject({ responseText: "We will vote for it.", proofSeenAt: here.clock.now() });
    await undo(here, id, proof.changeId);
    expect((await rowOf(id)).proofSeenAt).toBeNull();
    const same = editResponse(here.deps, admin, { id, text: "We will vote for it.", note: null });
    expect(await keyOf(same)).toBe("CONFLICT response.nothingChanged");
    expect(await keyOf(editResponse(here.deps, admin, { id, text: " ", note: null }))).toBe("INVALID response.textNeeded");
    expect(await keyOf(editResponse(here.deps, admin, { id, repliedOn: "2026-11-22", note: null }))).toBe("INVALID response.dayUnlikely");
  });
});

describe("black boxes", () => {
  it("cover words and picture, the picture under a new name, and can be lifted again", async () => {
    const here = house();
    const { id, screenshotKey, url } = await withPicture(here, await aWall());
    const boxes = { text: [[3, 7] as [number, number]], comment: [], picture: [[0, 0, 1, 1] as [number, number, number, number]] };
    const { response, changeId } = await boxResponse(here.deps, admin, { id, boxes });
    expect(response).toMatchObject({ shownText: "We ████ vote for it.", text: "We will vote for it.", boxes });
    expect(response.screenshotUrl).not.toBe(url);
    const keys = () => [...here.deps.storage.files.keys()].map((key) => `/files/${key}`);
    expect(keys().sort()).toEqual([`/files/${screenshotKey}`, response.screenshotUrl].sort());
    const { responses } = await undo(here, id, changeId);
    expect(responses[0]).toMatchObject({ shownText: "We will vote for it.", boxes: { text: [], comment: [], picture: [] } });
    expect(keys()).toHaveLength(2);
    expect(keys()).not.toContain(response.screenshotUrl);
  });

  it("are refused outside of what they cover, and leave no file behind when they fail", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign);
    const outside = { text: [[3, 700] as [number, number]], comment: [], picture: [] };
    expect(await keyOf(boxResponse(here.deps, admin, { id, boxes: outside }))).toBe("CONFLICT response.changedMeanwhile");
    const noPicture = { text: [], comment: [], picture: [[0, 0, 1, 1] as [number, number, number, number]] };
    expect(await keyOf(boxResponse(here.deps, admin, { id, boxes: noPicture }))).toBe("CONFLICT response.changedMeanwhile");
    const pictured = await withPicture(here, campaign);
    const files = here.deps.storage.files.size;
    const two = await Promise.all(
      [0.5, 0.25].map((width) =>
        keyOf(boxResponse(here.deps, admin, { id: pictured.id, boxes: { text: [], comment: [], picture: [[0, 0, width, 1]] } })),
      ),
    );
    expect(two.filter((key) => key === null).length).toBeGreaterThanOrEqual(1);
    expect(here.deps.storage.files.size).toBe(files);
  });

  it("leave the whole picture to moderators of the campaign alone", async () => {
    const here = house();
    const { id } = await withPicture(here, await aWall());
    expect((await openResponseOriginal(here.deps, owner, { id })).sizeBytes).toBe(pixel.length);
    for (const actor of [stranger, aStranger()])
      expect(await keyOf(openResponseOriginal(here.deps, actor, { id }))).toBe("NOT_FOUND response.notFound");
    const bare = await aResponse(here, await aWall());
    expect(await keyOf(openResponseOriginal(here.deps, owner, { id: bare }))).toBe("NOT_FOUND response.pictureGone");
  });
});

it("moderates the one reply of an office apart from the response", async () => {
  const here = house();
  const campaign = await aWall();
  const id = await aResponse(here, campaign);
  await approveResponse(here.deps, admin, { id });
  expect(await keyOf(moderateOfficeReply(here.deps, admin, { id, decision: "APPROVED", reason: null }))).toBe(
    "CONFLICT response.decidedAlready",
  );
  const at = here.clock.now();
  await updateResponse(test.db, id, { officeReply: "We did more.", officeReplyAt: at, officeReplyStatus: "PENDING", updatedAt: at });
  expect((await list(here, { desk: "OFFICE_REPLY", campaignId: campaign.id })).items.map((one) => one.id)).toEqual([id]);
  const { response, changeId } = await moderateOfficeReply(here.deps, admin, { id, decision: "APPROVED", reason: null });
  expect(response.officeReply).toEqual({ text: "We did more.", at, status: "APPROVED" });
  await undo(here, id, changeId);
  expect(await rowOf(id)).toMatchObject({ officeReplyStatus: "PENDING", status: "APPROVED" });
});

it("tells an office a minute later why its public reply is refused, unless that is taken back or it wrote another one", async () => {
  const here = house();
  const campaign = await aWall();
  const email = `clerk-${here.deps.newId()}@parl.example`;
  await test.db.prisma.officeAccess.create({
    data: { campaignId: campaign.id, recipientKey: here.deps.newId(), name: "Alex Roy", email, locale: "fr" },
  });
  const id = await aResponse(here, campaign);
  await approveResponse(here.deps, admin, { id });
  const write = async (officeReply: string) => {
    const at = here.clock.now();
    await recordResponseChange(test.db, { responseId: id, kind: "OFFICE_REPLIED", at, byOffice: email });
    await updateResponse(test.db, id, { officeReply, officeReplyAt: at, officeReplyStatus: "PENDING", updatedAt: at });
  };
  const refuse = () => moderateOfficeReply(here.deps, admin, { id, decision: "REJECTED", reason: "It names a private person." });
  const told = () => test.db.prisma.templateMail.findMany({ where: { toEmail: email } });
  await write("First words.");
  const first = await refuse();
  const waiting = await test.db.prisma.outbox.findFirstOrThrow({
    where: { payload: { path: ["job", "changeId"], equals: first.changeId } },
  });
  expect(waiting.availableAt.getTime() - here.clock.now().getTime()).toBe(60_000);
  await undo(here, id, first.changeId);
  await settle(here, id, first.changeId);
  expect(await told()).toEqual([]);
  const second = await refuse();
  await write("Other words.");
  await settle(here, id, second.changeId);
  expect(await told()).toEqual([]);
  const third = await refuse();
  await settle(here, id, third.changeId);
  await settle(here, id, third.changeId);
  expect(await told()).toMatchObject([
    {
      templateKey: "office-reply-rejected",
      locale: "fr",
      variables: { REASON: "It names a private person.", MESSAGE: "Other words.", RECIPIENT_NAME: "Alex Roy" },
    },
  ]);
  // One that is shown is told to nobody, and the supporter is not concerned.
  await write("Last words.");
  const shown = await moderateOfficeReply(here.deps, admin, { id, decision: "APPROVED", reason: null });
  await settle(here, id, shown.changeId);
  expect(await told()).toHaveLength(1);
  expect((await mailsTo(id)).map(({ templateKey }) => templateKey)).not.toContain("response-rejected");
  expect(await keyOf(moderateOfficeReply(here.deps, stranger, { id, decision: "REJECTED", reason: "No." }))).toBe(
    "NOT_FOUND response.notFound",
  );
});

describe("a removed response", () => {
  it("goes with its votes, leaves the number, and comes back as it was within thirty days", async () => {
    const here = house();
    const campaign = await aWall();
    const { id, url, screenshotKey } = await withPicture(here, campaign);
    await approveResponse(here.deps, admin, { id });
    const voter = await aUser(test.db);
    await test.db.prisma.responseUpvote.createMany({
      data: [
        { responseId: id, userId: voter.id },
        { responseId: id, upvotedIp: "device" },
      ],
    });
    const before = await rowOf(id);
    await removeResponse(here.deps, owner, { id });
    expect(await findResponse(test.db, id)).toBeNull();
    expect(await countOf(campaign)).toBe(0);
    expect([...here.deps.storage.files.keys()]).toEqual([screenshotKey]);
    expect(await keyOf(restoreResponse(here.deps, stranger, { id }))).toBe("NOT_FOUND response.notFound");
    await test.db.prisma.user.delete({ where: { id: voter.id } });
    here.clock.advance(29 * 86_400_000);
    const restored = await restoreResponse(here.deps, owner, { id });
    expect(restored).toMatchObject({ status: "APPROVED", upvotes: 1, createdAt: before.createdAt, text: before.responseText });
    expect(restored.screenshotUrl).not.toBe(url);
    expect(await countOf(campaign)).toBe(1);
    expect((await getResponseFile(here.deps, owner, { id })).history.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ["SUBMITTED", false],
      ["APPROVED", false],
      ["REMOVED", true],
      ["UNDONE", false],
    ]);
    expect(await keyOf(restoreResponse(here.deps, owner, { id }))).toBe("NOT_FOUND response.notFound");
  });

  it("is gone for good afterwards", async () => {
    const here = house();
    const id = await aResponse(here, await aWall());
    await removeResponse(here.deps, admin, { id });
    here.clock.advance(31 * 86_400_000);
    expect(await keyOf(restoreResponse(here.deps, admin, { id }))).toBe("NOT_FOUND response.notFound");
  });
});

describe("the desk", () => {
  it("brings what waits oldest first, page by page, with numbers of every pile", async () => {
    const here = house();
    const campaign = await aWall();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      ids.push(
        await aResponse(here, campaign, { responseType: n === 4 ? "LETTER" : "EMAIL", responseText: n === 3 ? "100% sure" : "Maybe." }),
      );
      if (n % 2 === 0) here.clock.advance(1_000);
    }
    await aResponse(here, campaign, { confirmedAt: null });
    const ordered = (await test.db.prisma.representativeResponse.findMany({
      where: { campaignId: campaign.id, confirmedAt: { not: null } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })).map(({ id }) => id); // prettier-ignore
    const first = await list(here, { campaignId: campaign.id, limit: 2 });
    expect(first.counts).toEqual({ PENDING: 5, APPROVED: 0, REJECTED: 0, DISPUTED: 0, OFFICE_REPLY: 0 });
    // The first is decided while its moderator looks at the next page.
    await approveResponse(here.deps, admin, { id: first.items[0]?.id ?? "" });
    const second = await list(here, { campaignId: campaign.id, limit: 2, after: first.next });
    const third = await list(here, { campaignId: campaign.id, limit: 2, after: second.next });
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ordered);
    expect(third.next).toBeNull();
    expect((await list(here, { campaignId: campaign.id, type: "LETTER" })).items.map(({ id }) => id)).toEqual([ids[4]]);
    expect((await list(here, { campaignId: campaign.id, search: "100%" })).items.map(({ id }) => id)).toEqual([ids[3]]);
    expect((await list(here, { campaignId: campaign.id, desk: null })).items.map(({ id }) => id)).toEqual([...ordered].reverse());
  });

  it("finds words by their beginnings, without accents and capitals, in names, addresses and what was said, on every pile", async () => {
    const here = house();
    const campaign = await aWall();
    const find = async (search: string, input: object = {}) =>
      (await list(here, { campaignId: campaign.id, search, ...input })).items.map(({ id }) => id);
    const one = await aResponse(here, campaign, {
      representativeName: "Étienne Lafleur-Beauchemin",
      responseText: "L’Île de la Cité, bill C-11: call 416-555-0199.",
      submittedByName: "Zoë Roy",
      submittedByEmail: "zoe.roy@mail.example",
    });
    const other = await aResponse(here, campaign, { responseText: "It's 100% sure; the ferry_boat stays.", userComment: "Ça va" });
    for (const words of ["etienne", "BEAUCHEMIN lafl", "île cite", "ile", "c-11", "555-0199", "zoé", "zoe.roy@mail.ex", "  Roy,  étienne "])
      expect(await find(words), words).toEqual([one]);
    for (const words of ["100%", "it's", "boat", "ca va"]) expect(await find(words), words).toEqual([other]);
    for (const words of ["etienne ferry", "lafleurs", "%", "'|!&:*(", "_"]) expect(await find(words), words).toEqual([]);
    expect(await list(here, { campaignId: campaign.id, search: "c" })).toMatchObject({ total: 2, isMore: false, counts: { PENDING: 2 } });

    // Page by page, and on the piles they come to.
    const first = await list(here, { campaignId: campaign.id, search: "c", limit: 1 });
    const second = await list(here, { campaignId: campaign.id, search: "c", limit: 1, after: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([one, other]);
    expect(second.next).toBeNull();
    expect(await find("c", { limit: 1, page: 2 })).toEqual([other]);
    await approveResponse(here.deps, admin, { id: one });
    await rejectResponse(here.deps, admin, { id: other, reason: "No proof." });
    const at = here.clock.now();
    for (const [desk, ids] of [
      ["APPROVED", [one]],
      ["REJECTED", [other]],
      ["PENDING", []],
      ["DISPUTED", []],
    ] as const)
      expect(await find("c", { desk }), desk).toEqual(ids);
    await updateResponse(test.db, one, { disputedAt: new Date(at.getTime() + 1), officeReplyStatus: "PENDING", updatedAt: at });
    for (const [desk, ids] of [
      ["APPROVED", []],
      ["DISPUTED", [one]],
      ["OFFICE_REPLY", [one]],
      [null, [other, one]],
    ] as const)
      expect((await find("c", { desk })).sort(), String(desk)).toEqual([...ids].sort());
    expect(await find("etienne", { desk: null, type: "LETTER" })).toEqual([]);
    expect((await list(here, { campaignId: campaign.id, desk: null, search: "etienne" }, stranger)).items).toEqual([]);
    expect((await list(here, { campaignId: campaign.id, desk: null, search: "etienne" }, owner)).total).toBe(1);
  });

  it("is for moderators of the campaign alone: a stranger sees and changes nothing", async () => {
    const here = house();
    const campaign = await aWall();
    const id = await aResponse(here, campaign);
    expect((await list(here, { campaignId: campaign.id }, owner)).items).toHaveLength(1);
    for (const actor of [stranger, aStranger()]) {
      expect((await list(here, { campaignId: campaign.id }, actor as UserActor)).counts.PENDING).toBe(0);
      const boxes = { text: [], comment: [], picture: [] };
      const tries = [
        () => getResponseFile(here.deps, actor, { id }),
        () => approveResponse(here.deps, actor, { id }),
        () => rejectResponse(here.deps, actor, { id, reason: "No." }),
        () => editResponse(here.deps, actor, { id, text: "Mine.", note: null }),
        () => boxResponse(here.deps, actor, { id, boxes }),
        () => setProofSeen(here.deps, actor, { id, seen: true }),
        () => moderateOfficeReply(here.deps, actor, { id, decision: "APPROVED", reason: null }),
        () => undoResponses(here.deps, actor, { changes: [{ id, changeId: id }] }),
        () => removeResponse(here.deps, actor, { id }),
      ];
      for (const one of tries) expect(await keyOf(one())).toBe("NOT_FOUND response.notFound");
    }
    expect(await test.db.prisma.responseChange.count({ where: { responseId: id } })).toBe(1);
  });

  it("knows no response that nobody confirmed", async () => {
    const here = house();
    const id = await aResponse(here, await aWall(), { confirmedAt: null });
    expect(await keyOf(approveResponse(here.deps, admin, { id }))).toBe("NOT_FOUND response.notFound");
    expect(await keyOf(getResponseFile(here.deps, admin, { id }))).toBe("NOT_FOUND response.notFound");
  });
});
