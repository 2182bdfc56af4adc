import { type SubmitResponseInput, submitResponseInput, upvoteInput } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { aCampaign, actorOf, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiptTokenOf } from "../campaign-emails/receipt-tokens";
import { eraseMe, getAboutMe } from "../index";
import { confirmResponse } from "../responses/confirm-response";
import { confirmUpvote } from "../responses/confirm-upvote";
import { removeResponse } from "../responses/remove-response";
import { submitResponse } from "../responses/submit-response";
import { upvoteResponse } from "../responses/upvote";
import { keptLinkOf } from "./kept-link";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const house = async () => {
  const clock = fakeClock("2026-11-20T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  return { deps, clock, campaign: await aCampaign(test.db, { showResponseWall: true }) };
};
type House = Awaited<ReturnType<typeof house>>;
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
const aModerator = async () => actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
const anAddress = () => `vic-${crypto.randomUUID()}@example.com`;

const formOf = ({ deps, campaign }: House, email: string): SubmitResponseInput =>
  submitResponseInput.parse({
    submissionId: deps.newId(),
    campaignSlug: campaign.slug,
    about: { kind: "TYPED", name: "Alex Roy", title: "Councillor", level: "MUNICIPAL" },
    type: "EMAIL",
    text: "Thank you. I will vote for it.",
    comment: "At last",
    name: "Vic Supporter",
    email,
    locale: "en",
  });
const variablesOf = async (email: string, templateKey: string): Promise<Record<string, string>> => {
  const mail = await test.db.prisma.templateMail.findFirstOrThrow({ where: { toEmail: email, templateKey } });
  return mail.variables as Record<string, string>;
};
const tokenIn = (link = ""): string => link.split("/").at(-1) ?? "";
const shared = async (here: House, email: string) => {
  const form = formOf(here, email);
  await submitResponse(here.deps, somebody(), form);
  const variables = await variablesOf(email, "response-confirmation");
  const row = await test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { submissionId: form.submissionId } });
  return { id: row.id, confirm: tokenIn(variables["CONFIRM_URL"]), kept: tokenIn(variables["KEPT_URL"]) };
};
const approve = (id: string) => test.db.prisma.representativeResponse.update({ where: { id }, data: { status: "APPROVED" } });
const thingsOf = async ({ deps }: House, token: string) =>
  (await getAboutMe(deps, somebody(), { token })).kept.map(({ thing, until }) => `${thing} ${until?.toISOString().slice(0, 10) ?? "-"}`);
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const erase = ({ deps }: House, token: string) => eraseMe(deps, somebody(), { token, alsoWaiting: true });

describe("who shared a reply and never wrote a letter", () => {
  it("sees by her mail what is kept, and erases it with one button; the office's words stay", async () => {
    const here = await house();
    const email = anAddress();
    const reply = await shared(here, email);
    expect(await thingsOf(here, reply.kept)).toEqual(["RESPONSE 2026-11-27", "RESPONSE 2026-12-20"]);
    await confirmResponse(here.deps, somebody(), { token: reply.confirm });
    await approve(reply.id);
    expect(await getAboutMe(here.deps, somebody(), { token: reply.kept })).toMatchObject({
      email,
      scope: "ADDRESS",
      waiting: 0,
      handedOver: 0,
    });
    expect(await thingsOf(here, reply.kept)).toEqual(["REMEMBERED_BROWSER 2027-02-18", "RESPONSE -", "RESPONSE 2026-12-20"]);

    expect(await erase(here, reply.kept)).toEqual({ erased: 0, cancelled: 0, left: 0, handedOver: 0 });
    expect(await test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({
      submittedByName: null, submittedByEmail: null, submittedIp: null, userComment: null, isAnonymous: true,
      shownText: "Thank you. I will vote for it.",
    }); // prettier-ignore
    expect(await test.db.prisma.confirmedBrowser.count({ where: { email } })).toBe(0);
    expect(await test.db.prisma.templateMail.count({ where: { toEmail: email } })).toBe(0);
    // The same link again shows that nothing is left, and does no harm.
    expect(await thingsOf(here, reply.kept)).toEqual([]);
    expect(await erase(here, reply.kept)).toMatchObject({ erased: 0 });
  });

  it("erases what somebody else typed with her address, before anybody confirmed it", async () => {
    const here = await house();
    const reply = await shared(here, anAddress());
    await erase(here, reply.kept);
    expect(await test.db.prisma.representativeResponse.count({ where: { id: reply.id } })).toBe(0);
    expect(await keyOf(confirmResponse(here.deps, somebody(), { token: reply.confirm }))).toBe("NOT_FOUND letter.linkUnknown");
  });

  it("is told of one that was removed, as long as it can be brought back", async () => {
    const here = await house();
    const reply = await shared(here, anAddress());
    await confirmResponse(here.deps, somebody(), { token: reply.confirm });
    await removeResponse(here.deps, await aModerator(), { id: reply.id });
    expect(await thingsOf(here, reply.kept)).toContain("RESPONSE 2026-12-20");
    await erase(here, reply.kept);
    expect(await test.db.prisma.trash.count({ where: { entityId: reply.id } })).toBe(0);
  });
});

describe("who only gave an upvote", () => {
  it("sees the question, then the upvote, and leaves a number without an address", async () => {
    const here = await house();
    const [sharer, email] = [anAddress(), anAddress()];
    const reply = await shared(here, sharer);
    await confirmResponse(here.deps, somebody(), { token: reply.confirm });
    await approve(reply.id);
    const device = `device_${crypto.randomUUID().replaceAll("-", "")}`;
    await upvoteResponse(here.deps, somebody(), upvoteInput.parse({ responseId: reply.id, email, device, locale: "en" }));
    const variables = await variablesOf(email, "upvote-confirmation");
    const token = tokenIn(variables["KEPT_URL"]);
    expect(await thingsOf(here, token)).toEqual(["UPVOTE 2026-11-23"]);
    await confirmUpvote(here.deps, somebody(), { token: tokenIn(variables["CONFIRM_URL"]), device });
    expect(await thingsOf(here, token)).toContain("UPVOTE -");
    await erase(here, token);
    expect(await thingsOf(here, token)).toEqual([]);
    const votes = await test.db.prisma.responseUpvote.findMany({ where: { responseId: reply.id } });
    expect(votes).toMatchObject([{ userEmail: null, ipHash: null }]);
    expect(await test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({ upvoteCount: 1 });
  });

  it("is forgotten in what was removed too, so that bringing it back brings no address back", async () => {
    const here = await house();
    const email = anAddress();
    const reply = await shared(here, anAddress());
    await confirmResponse(here.deps, somebody(), { token: reply.confirm });
    await test.db.prisma.responseUpvote.create({ data: { responseId: reply.id, userEmail: email, ipHash: "x" } });
    await test.db.prisma.responseUpvote.create({ data: { responseId: reply.id, userEmail: "other@example.com" } });
    await removeResponse(here.deps, await aModerator(), { id: reply.id });
    await erase(here, tokenIn(await keptLinkOf(here.deps, email, "en")));
    const { snapshot } = await test.db.prisma.trash.findFirstOrThrow({ where: { entityId: reply.id } });
    expect(JSON.stringify(snapshot)).not.toContain(email);
    expect(snapshot).toMatchObject({ submittedByName: "Vic Supporter" });
    expect(JSON.stringify(snapshot)).toContain("other@example.com");
  });
});

describe("a link of somebody else", () => {
  it("opens what is hers alone", async () => {
    const here = await house();
    const [mine, theirs] = [await shared(here, anAddress()), await shared(here, anAddress())];
    await erase(here, mine.kept);
    expect(await test.db.prisma.representativeResponse.findMany({ where: { id: { in: [mine.id, theirs.id] } } })).toMatchObject([
      { id: theirs.id, submittedByName: "Vic Supporter" },
    ]);
  });

  it("is worth nothing when it is forged, changed, cut off, or made for something else", async () => {
    const here = await house();
    const reply = await shared(here, anAddress());
    const changed = `${reply.kept.slice(0, 20)}${reply.kept[20] === "A" ? "B" : "A"}${reply.kept.slice(21)}`;
    const sealedForOthers = Buffer.from(here.deps.secrets.seal("mail-password", "vic@example.com")).toString("base64url");
    for (const token of [
      changed,
      reply.kept.slice(0, -6),
      reply.confirm,
      "y".repeat(60),
      sealedForOthers,
      receiptTokenOf(here.deps, reply.id),
    ]) {
      expect(await keyOf(getAboutMe(here.deps, somebody(), { token }))).toBe("NOT_FOUND letter.linkUnknown");
      expect(await keyOf(erase(here, token))).toBe("NOT_FOUND letter.linkUnknown");
    }
    expect(await test.db.prisma.representativeResponse.count({ where: { id: reply.id } })).toBe(1);
  });
});
