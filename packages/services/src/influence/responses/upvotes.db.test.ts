import { insertResponse, updateResponse } from "@cml/db/influence";
import { oddUpvotesFrom, upvoteInput, type UpvoteInput, upvoteLimits } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { aCampaign, anActor, aStranger, aUser, createTestDb, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmUpvote,
  getPendingUpvote,
  getResponseFile,
  getWallResponse,
  listMyUpvotes,
  listOddResponses,
  listOddUpvotes,
  purgeResponses,
  putBackUpvotes,
  removeResponse,
  restoreResponse,
  takeBackUpvote,
  takeOffUpvotes,
  upvoteResponse,
  withdrawUpvote,
} from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const house = async () => {
  const clock = fakeClock("2026-11-02T15:00:00Z");
  const deps = testDeps({ db: test.db, clock });
  const owner = await aUser(test.db, { role: "USER" });
  const campaign = await aCampaign(test.db, { showResponseWall: true, createdByUserId: owner.id });
  const responseId = newId();
  await insertResponse(test.db, {
    id: responseId,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: "Alex Chen",
    representativeLevel: "FEDERAL",
    responseType: "EMAIL",
    responseText: "Yes.",
    shownText: "Yes.",
    confirmedAt: clock.now(),
    createdAt: clock.now(),
    locale: "en",
  });
  await updateResponse(test.db, responseId, { status: "APPROVED", updatedAt: clock.now() });
  return { deps, clock, campaign, responseId, owner };
};
type House = Awaited<ReturnType<typeof house>>;
const somebody = () => aStranger({ ipHash: crypto.randomUUID() });
const aDevice = () => `device_${crypto.randomUUID().replaceAll("-", "")}`;
const asked = ({ responseId }: House, given: Partial<UpvoteInput> = {}): UpvoteInput =>
  upvoteInput.parse({ responseId, locale: "en", ...given });
const votesOf = async ({ responseId }: House) => {
  const [row, votes] = await Promise.all([
    test.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id: responseId } }),
    test.db.prisma.responseUpvote.count({ where: { responseId, takenOffBy: null } }),
  ]);
  expect(row.upvoteCount).toBe(votes);
  return votes;
};
const mailedToken = async (email: string): Promise<string> => {
  const mail = await test.db.prisma.templateMail.findFirstOrThrow({ where: { toEmail: email }, orderBy: { id: "desc" } });
  const { CONFIRM_URL } = mail.variables as { CONFIRM_URL: string };
  return CONFIRM_URL.split("/").at(-1) ?? "";
};
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(() => null, (caught: unknown) => caught);
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
}; // prettier-ignore

describe("an upvote", () => {
  it("of a browser counts once its address is confirmed, and from then on at one press", async () => {
    const here = await house();
    const { deps } = here;
    const device = aDevice();
    expect(await upvoteResponse(deps, somebody(), asked(here, { device }))).toEqual({ state: "ASK" });
    expect(await upvoteResponse(deps, somebody(), asked(here, { device, email: "vic@example.com" }))).toMatchObject({ state: "CONFIRM" });
    expect(await votesOf(here)).toBe(0);
    const token = await mailedToken("vic@example.com");
    expect(await getPendingUpvote(deps, somebody(), { token })).toMatchObject({ state: "WAITING", text: "Yes." });
    expect(await votesOf(here)).toBe(0);
    expect(await confirmUpvote(deps, somebody(), { token, device })).toMatchObject({ upvotes: 1 });
    expect(await confirmUpvote(deps, somebody(), { token, device })).toMatchObject({ upvotes: 1 });
    expect(await getPendingUpvote(deps, somebody(), { token })).toMatchObject({ state: "COUNTED" });
    expect(await listMyUpvotes(deps, somebody(), { responseIds: [here.responseId], device })).toEqual([here.responseId]);
    expect(await takeBackUpvote(deps, somebody(), { responseId: here.responseId, device })).toEqual({ upvotes: 0 });
    expect(await upvoteResponse(deps, somebody(), asked(here, { device }))).toEqual({ state: "COUNTED", upvotes: 1 });
    expect(await votesOf(here)).toBe(1);
  });

  it("is one a person: her other browser, her account and a second mail add none", async () => {
    const here = await house();
    const { deps } = here;
    const email = `one-${newId()}@example.com`;
    for (const device of [aDevice(), aDevice()]) {
      await upvoteResponse(deps, somebody(), asked(here, { device, email }));
      await confirmUpvote(deps, somebody(), { token: await mailedToken(email), device: aDevice() });
    }
    const account = await aUser(test.db, { email, emailVerified: true });
    const actor = anActor("USER", { userId: account.id, ipHash: crypto.randomUUID() });
    expect(await upvoteResponse(deps, actor, asked(here))).toEqual({ state: "COUNTED", upvotes: 1 });
    expect((await getWallResponse(deps, actor, { campaignSlug: here.campaign.slug, id: here.responseId })).response.upvotedByMe).toBe(true);
    expect(await votesOf(here)).toBe(1);
    expect(await takeBackUpvote(deps, actor, { responseId: here.responseId, device: null })).toEqual({ upvotes: 0 });
  });

  it("is taken back by its own person only", async () => {
    const here = await house();
    const { deps } = here;
    const account = await aUser(test.db);
    const actor = anActor("USER", { userId: account.id, ipHash: crypto.randomUUID() });
    await upvoteResponse(deps, actor, asked(here));
    await takeBackUpvote(deps, somebody(), { responseId: here.responseId, device: aDevice() });
    await takeBackUpvote(deps, anActor("SUPER_ADMIN", { ipHash: crypto.randomUUID() }), { responseId: here.responseId, device: null });
    await takeBackUpvote(deps, somebody(), { responseId: here.responseId, device: null });
    expect(await votesOf(here)).toBe(1);
  });

  it("is taken back by its mailed link too", async () => {
    const here = await house();
    const email = `back-${newId()}@example.com`;
    await upvoteResponse(here.deps, somebody(), asked(here, { email }));
    const token = await mailedToken(email);
    await confirmUpvote(here.deps, somebody(), { token });
    expect(await withdrawUpvote(here.deps, somebody(), { token })).toMatchObject({ upvotes: 0 });
    expect(await votesOf(here)).toBe(0);
  });

  it("refuses links that are forged, replaced by a newer one, or over", async () => {
    const here = await house();
    const { deps, clock } = here;
    const email = `late-${newId()}@example.com`;
    expect(await keyOf(confirmUpvote(deps, somebody(), { token: "f".repeat(43) }))).toBe("NOT_FOUND letter.linkUnknown");
    await upvoteResponse(deps, somebody(), asked(here, { device: aDevice(), email }));
    const older = await mailedToken(email);
    await upvoteResponse(deps, somebody(), asked(here, { device: aDevice(), email }));
    expect(await keyOf(confirmUpvote(deps, somebody(), { token: older }))).toBe("NOT_FOUND letter.linkUnknown");
    const newer = await mailedToken(email);
    clock.advance(4 * 86_400_000);
    expect(await keyOf(confirmUpvote(deps, somebody(), { token: newer }))).toBe("CONFLICT letter.linkExpired");
    expect(await getPendingUpvote(deps, somebody(), { token: newer })).toMatchObject({ state: "EXPIRED" });
    await purgeResponses(deps, somebody());
    expect(await test.db.prisma.pendingUpvote.count({ where: { email } })).toBe(0);
    expect(await votesOf(here)).toBe(0);
  });

  it("is for what stands on the wall alone", async () => {
    const here = await house();
    const { deps, responseId } = here;
    const email = `gone-${newId()}@example.com`;
    await upvoteResponse(deps, somebody(), asked(here, { email }));
    await updateResponse(test.db, responseId, { disputedAt: new Date(), updatedAt: new Date() });
    const account = await aUser(test.db);
    expect(await keyOf(upvoteResponse(deps, anActor("USER", { userId: account.id }), asked(here)))).toBe("NOT_FOUND response.notFound");
    expect(await keyOf(confirmUpvote(deps, somebody(), { token: await mailedToken(email) }))).toBe("NOT_FOUND response.notFound");
    expect(await votesOf(here)).toBe(0);
  });

  it("asks programs for a proof of work before it mails anybody", async () => {
    const here = await house();
    const answer = await upvoteResponse(here.deps, somebody(), asked(here, { email: "bot@example.com", trap: "http://spam.example" }));
    expect(answer).toMatchObject({ state: "PROVE" });
    expect(await test.db.prisma.templateMail.count({ where: { toEmail: "bot@example.com" } })).toBe(0);
  });

  it("stops a flood of presses from one address", async () => {
    const here = await house();
    const actor = somebody();
    for (let n = 0; n < upvoteLimits.ip.limit; n += 1) await here.deps.limiter.take(`upvotes:ip:${actor.ipHash}`, upvoteLimits.ip);
    expect(await keyOf(upvoteResponse(here.deps, actor, asked(here)))).toBe("RATE_LIMITED rateLimited");
  });
});

describe("many upvotes", () => {
  it("of a thousand people at once, each pressing twice, are a thousand", async () => {
    const here = await house();
    const people = await Promise.all(Array.from({ length: 50 }, () => aUser(test.db)));
    const devices = Array.from({ length: 950 }, (_, n) => ({ device: aDevice(), email: `crowd-${n}-${newId()}@example.com` }));
    await test.db.prisma.confirmedBrowser.createMany({
      data: devices.map(({ device, email }) => ({
        id: newId(),
        tokenHash: here.deps.secrets.keyedHash("voter-device", device),
        email,
        confirmedAt: here.clock.now(),
        expiresAt: new Date(here.clock.now().getTime() + 1_000_000),
      })),
    });
    // Three processes of their own: what is combined in one is not combined with the others'.
    const processes = [here.deps, ...[1, 2].map(() => testDeps({ db: test.db, clock: here.clock }))];
    const presses = [
      ...people.map((user) => ({ actor: anActor("USER", { userId: user.id, ipHash: newId() }), input: asked(here) })),
      ...devices.map(({ device }) => ({ actor: somebody(), input: asked(here, { device }) })),
    ];
    await Promise.all([...presses, ...presses].map(({ actor, input }, n) => upvoteResponse(processes[n % 3] ?? here.deps, actor, input)));
    expect(await votesOf(here)).toBe(1_000);
    await Promise.all(presses.slice(0, 300).map(({ actor, input }) => takeBackUpvote(here.deps, actor, input)));
    expect(await votesOf(here)).toBe(700);
  }, 60_000);

  it("from one address count, and organisers of the campaign are told", async () => {
    const here = await house();
    const { deps, responseId, owner } = here;
    const ipHash = crypto.randomUUID();
    for (let n = 0; n < 50; n += 1) {
      const user = await aUser(test.db);
      await upvoteResponse(deps, anActor("USER", { userId: user.id, ipHash }), asked(here));
    }
    expect(await votesOf(here)).toBe(50);
    const odd = [{ responseId, fromOneAddress: 50 }];
    expect(50).toBeGreaterThan(oddUpvotesFrom);
    expect(await listOddUpvotes(deps, anActor("SUPER_ADMIN"), { responseIds: [responseId] })).toEqual(odd);
    expect(await listOddUpvotes(deps, anActor("USER", { userId: owner.id }), { responseIds: [responseId] })).toEqual(odd);
    expect(await listOddUpvotes(deps, anActor("USER"), { responseIds: [responseId] })).toEqual([]);
  });
});

describe("odd upvotes", () => {
  /** Twelve from one address within eleven minutes, and three of other people. */
  const flooded = async () => {
    const here = await house();
    const ipHash = crypto.randomUUID();
    const voters = [];
    for (let n = 0; n < 12; n += 1) {
      const actor = anActor("USER", { userId: (await aUser(test.db)).id, ipHash });
      await upvoteResponse(here.deps, actor, asked(here));
      voters.push(actor);
      here.clock.advance(60_000);
    }
    for (let n = 0; n < 3; n += 1)
      await upvoteResponse(here.deps, anActor("USER", { userId: (await aUser(test.db)).id, ipHash: newId() }), asked(here));
    const actor = anActor("USER", { userId: here.owner.id });
    const odd = async () =>
      (await listOddResponses(here.deps, actor, { campaignId: null, page: 1 })).items.find(({ id }) => id === here.responseId);
    return { ...here, actor, voters, odd };
  };

  it("are shown with how many came from one address and when, taken off, and put back", async () => {
    const here = await flooded();
    const { deps, responseId, actor, odd, voters } = here;
    const before = await odd();
    expect(before).toMatchObject({ upvotes: 15, networks: [{ upvotes: 12 }], takenOff: [] });
    const [network] = before?.networks ?? [];
    expect((network?.lastAt.getTime() ?? 0) - (network?.firstAt.getTime() ?? 0)).toBe(11 * 60_000);
    expect(JSON.stringify(before)).not.toContain(voters[0]?.ipHash ?? "");

    const off = await takeOffUpvotes(deps, actor, { responseId, upvoteId: network?.upvoteId ?? "" });
    expect(off).toMatchObject({ moved: 12, upvotes: 3 });
    expect(await votesOf(here)).toBe(3);
    expect(await odd()).toMatchObject({ upvotes: 3, networks: [], takenOff: [{ changeId: off.changeId, upvotes: 12 }] });
    expect(await listOddUpvotes(deps, actor, { responseIds: [responseId] })).toEqual([]);
    // Pressing again adds none, and taking back what does not count takes none away.
    const [first, second] = voters;
    expect(await upvoteResponse(deps, first ?? actor, asked(here))).toEqual({ state: "COUNTED", upvotes: 3 });
    await takeBackUpvote(deps, second ?? actor, { responseId, device: null });
    expect(await votesOf(here)).toBe(3);

    const back = await putBackUpvotes(deps, actor, { responseId, changeId: off.changeId });
    expect(back).toMatchObject({ moved: 11, upvotes: 14 });
    expect(await votesOf(here)).toBe(14);
    expect(await odd()).toMatchObject({ networks: [{ upvotes: 11 }], takenOff: [] });
    expect((await getResponseFile(deps, actor, { id: responseId })).history).toMatchObject([
      { kind: "UPVOTES_TAKEN_OFF", isUndone: true, before: { upvotes: 12 } },
      { kind: "UPVOTES_PUT_BACK", isUndone: false },
    ]);
    expect(await keyOf(putBackUpvotes(deps, actor, { responseId, changeId: off.changeId }))).toBe("CONFLICT response.changedMeanwhile");
  });

  it("stay taken off for their voters, who take them back and vote again, until they are put back", async () => {
    const here = await flooded();
    const { deps, responseId, actor, odd, voters } = here;
    const [first, second, third] = voters;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no voters");
    const own = (voter: typeof first) => listMyUpvotes(deps, voter, { responseIds: [responseId], device: null });
    const takeBack = (voter: typeof first) => takeBackUpvote(deps, voter, { responseId, device: null });
    const { changeId } = await takeOffUpvotes(deps, actor, { responseId, upvoteId: (await odd())?.networks[0]?.upvoteId ?? "" });

    expect(await takeBack(first)).toEqual({ upvotes: 3 });
    expect(await own(first)).toEqual([]);
    expect(await odd()).toMatchObject({ takenOff: [{ upvotes: 11 }] });
    // From another address too: it is the person's upvote that was taken off.
    expect(await upvoteResponse(deps, { ...first, ipHash: newId() }, asked(here))).toEqual({ state: "COUNTED", upvotes: 3 });
    expect(await own(first)).toEqual([responseId]);
    expect(await votesOf(here)).toBe(3);
    expect(await odd()).toMatchObject({ networks: [], takenOff: [{ changeId, upvotes: 12 }] });

    await takeBack(second);
    await takeBack(second);
    expect(await putBackUpvotes(deps, actor, { responseId, changeId })).toMatchObject({ moved: 11, upvotes: 14 });
    expect(await votesOf(here)).toBe(14);
    expect(await own(second)).toEqual([]);
    // Put back, it is an upvote like any other.
    expect(await takeBack(first)).toEqual({ upvotes: 13 });
    for (const voter of [first, second]) await upvoteResponse(deps, voter, asked(here));
    expect(await votesOf(here)).toBe(15);
  });

  it("of a confirmed browser stay taken off as well, also when its mailed link takes back and confirms again", async () => {
    const here = await house();
    const { deps, responseId, owner } = here;
    const ipHash = crypto.randomUUID();
    const email = `off-${newId()}@example.com`;
    for (let n = 1; n < oddUpvotesFrom; n += 1)
      await upvoteResponse(deps, anActor("USER", { userId: (await aUser(test.db)).id, ipHash }), asked(here));
    await upvoteResponse(deps, aStranger({ ipHash }), asked(here, { email }));
    const token = await mailedToken(email);
    await confirmUpvote(deps, aStranger({ ipHash }), { token });
    const actor = anActor("USER", { userId: owner.id });
    const { items } = await listOddResponses(deps, actor, { campaignId: null, page: 1 });
    await takeOffUpvotes(deps, actor, { responseId, upvoteId: items.find(({ id }) => id === responseId)?.networks[0]?.upvoteId ?? "" });
    expect(await withdrawUpvote(deps, somebody(), { token })).toMatchObject({ upvotes: 0 });
    expect(await getPendingUpvote(deps, somebody(), { token })).toMatchObject({ state: "WAITING" });
    expect(await confirmUpvote(deps, somebody(), { token, device: aDevice() })).toMatchObject({ upvotes: 0 });
    expect(await votesOf(here)).toBe(0);
  });

  it("are nothing to moderators of other campaigns, and to nobody at all", async () => {
    const { deps, responseId, campaign, odd, actor } = await flooded();
    const upvoteId = (await odd())?.networks[0]?.upvoteId ?? "";
    const other = anActor("USER", { userId: (await aUser(test.db)).id });
    for (const one of [other, somebody()]) {
      expect(await listOddResponses(deps, one, { campaignId: campaign.id, page: 1 })).toMatchObject({ items: [], total: 0 });
      expect(await keyOf(takeOffUpvotes(deps, one, { responseId, upvoteId }))).toBe("NOT_FOUND response.notFound");
    }
    const { changeId } = await takeOffUpvotes(deps, actor, { responseId, upvoteId });
    for (const one of [other, somebody()])
      expect(await keyOf(putBackUpvotes(deps, one, { responseId, changeId }))).toBe("NOT_FOUND response.notFound");
    expect(await listOddResponses(deps, anActor("INFLUENCE_ADMIN"), { campaignId: campaign.id, page: 1 })).toMatchObject({ total: 1 });
  });

  it("of another response are not taken off by naming one of them, and none twice at once", async () => {
    const [one, another] = [await flooded(), await flooded()];
    const upvoteId = (await one.odd())?.networks[0]?.upvoteId ?? "";
    const { deps, actor, responseId } = another;
    expect(await keyOf(takeOffUpvotes(deps, actor, { responseId, upvoteId }))).toBe("CONFLICT response.changedMeanwhile");
    const both = await Promise.allSettled([1, 2].map(() => takeOffUpvotes(one.deps, one.actor, { responseId: one.responseId, upvoteId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await votesOf(one)).toBe(3);
  });

  it("stay taken off when their response is deleted and brought back", async () => {
    const here = await flooded();
    const { deps, responseId, actor, odd } = here;
    await takeOffUpvotes(deps, actor, { responseId, upvoteId: (await odd())?.networks[0]?.upvoteId ?? "" });
    await removeResponse(deps, actor, { id: responseId });
    await restoreResponse(deps, actor, { id: responseId });
    expect(await votesOf(here)).toBe(3);
    expect(await odd()).toMatchObject({ upvotes: 3, takenOff: [{ upvotes: 12 }] });
  });
});
