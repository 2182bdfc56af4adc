import { setWayIn } from "@cml/db/influence";
import {
  changeOfficeDigest,
  enterOffice,
  getOfficeDoor,
  getOfficePage,
  getLetter,
  getWayIn,
  listOffices,
  mailWayIn,
  markOutsideLetter,
  saveOfficeContact,
  streamLetters,
  writeOfficeAnswer,
  writeOfficeReply,
  writeToOrganisers,
} from "@cml/services/influence";
import { systemActor } from "@cml/domain/kernel";
import { actorOf, aCampaign, aStranger, aUser, createTestDb, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comeIn, keyOf, mailsFrom, officeHouse, variablesIn, tokenIn, anOffice, aLetterTo, aResponseOf } from "../../../test/an-office";
import { refOfOffice } from "./office-link";

let test: TestDb;
beforeEach(async () => {
  test = await createTestDb();
});
afterEach(() => test.drop());

const stranger = aStranger();
describe("the way into an office's page", () => {
  it("is mailed to the address letters go to, whoever asks, and tells nobody else that address", async () => {
    const deps = officeHouse(test.db);
    const office = await anOffice(test.db, await aCampaign(test.db, { title: "Safe streets" }));
    const ref = refOfOffice(deps, office.id);
    const door = await getOfficeDoor(deps, stranger, { ref, ticket: null });
    expect(door).toMatchObject({ officeName: "Jo Chen", mailbox: "j•••@parl.gc.ca", isOpen: false });
    expect(await mailWayIn(deps, stranger, { ref, locale: "fr" })).toEqual({ mailbox: "j•••@parl.gc.ca" });
    const [mail] = await mailsFrom(test.db, "office-way-in");
    expect(mail).toMatchObject({ toEmail: office.email, locale: "fr" });
    expect((mail?.variables as Record<string, string>)["OFFICE_URL"]).toMatch(
      /^https:\/\/act\.example\.org\/fr\/office\/[\w-]{22}\.[0-9a-f]{24}\/in\/[\w-]{43}$/,
    );
    const row = await test.db.prisma.officeAccess.findUniqueOrThrow({ where: { id: office.id } });
    expect(row.tokenHash).not.toContain(tokenIn((mail?.variables as Record<string, string>)["OFFICE_URL"]));
  });

  it("opens once, and opens this office alone", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const [office, other] = [
      await anOffice(test.db, campaign),
      await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" }),
    ];
    const { ref, ticket, token } = await comeIn(deps, office);
    expect(await getOfficeDoor(deps, stranger, { ref, ticket })).toMatchObject({ isOpen: true });
    expect(await getOfficePage(deps, stranger, { ref, ticket, page: 1 })).toMatchObject({ officeName: "Jo Chen", email: office.email });
    await expect(enterOffice(deps, stranger, { ref, token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getWayIn(deps, stranger, { ref, token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const otherRef = refOfOffice(deps, other.id);
    await expect(getOfficePage(deps, stranger, { ref: otherRef, ticket, page: 1 })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await getOfficeDoor(deps, stranger, { ref: otherRef, ticket })).toMatchObject({ isOpen: false });
  });

  it("does not fit another office, and looking at it uses nothing up", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const [office, other] = [
      await anOffice(test.db, campaign),
      await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" }),
    ];
    const ref = refOfOffice(deps, office.id);
    await mailWayIn(deps, stranger, { ref, locale: "en" });
    const token = tokenIn((await variablesIn(test.db, "office-way-in"))[0]?.["OFFICE_URL"]);
    await expect(enterOffice(deps, stranger, { ref: refOfOffice(deps, other.id), token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getWayIn(deps, stranger, { ref, token })).toMatchObject({ officeName: "Jo Chen" });
    expect(await getWayIn(deps, stranger, { ref, token })).toMatchObject({ officeName: "Jo Chen" });
    expect(await enterOffice(deps, stranger, { ref, token })).toMatchObject({ endsAt: new Date("2026-11-20T06:00:00Z") });
  });

  it("ends: the link after a day, what the browser keeps after twelve hours, both when the office moves or asks anew", async () => {
    const deps = officeHouse(test.db);
    const office = await anOffice(test.db, await aCampaign(test.db));
    const { ref, ticket } = await comeIn(deps, office);
    const page = () => getOfficePage(deps, stranger, { ref, ticket, page: 1 });
    deps.clock.advance(12 * 3_600_000 - 1);
    await page();
    deps.clock.advance(1);
    await expect(page()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await mailWayIn(deps, stranger, { ref, locale: "en" });
    const first = tokenIn((await variablesIn(test.db, "office-way-in"))[1]?.["OFFICE_URL"]);
    deps.clock.advance(24 * 3_600_000);
    await expect(enterOffice(deps, stranger, { ref, token: first })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const again = await comeIn(deps, office);
    await test.db.prisma.officeAccess.update({ where: { id: office.id }, data: { email: "moved@parl.gc.ca" } });
    await expect(getOfficePage(deps, stranger, { ref, ticket: again.ticket, page: 1 })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is not opened by what somebody made up", async () => {
    const deps = officeHouse(test.db);
    const office = await anOffice(test.db, await aCampaign(test.db));
    const ref = refOfOffice(deps, office.id);
    const forged = deps.secrets.seal("something-else", JSON.stringify({ officeId: office.id, email: office.email, endsAt: "2030-01-01" }));
    for (const ticket of [forged, "sealed:bm90aGluZw", "x".repeat(40)])
      await expect(getOfficePage(deps, stranger, { ref, ticket, page: 1 })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const unsigned = `${ref.slice(0, -1)}${ref.endsWith("0") ? "1" : "0"}`;
    await expect(getOfficeDoor(deps, stranger, { ref: unsigned, ticket: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await setWayIn(test.db, { id: office.id, tokenHash: "h", sentAt: new Date(), endsAt: new Date("2030-01-01") });
    await expect(enterOffice(deps, stranger, { ref, token: "A".repeat(43) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is mailed a few times an hour, so that nobody floods an office by its link", async () => {
    const deps = officeHouse(test.db);
    const office = await anOffice(test.db, await aCampaign(test.db));
    const ref = refOfOffice(deps, office.id);
    const ask = (n: number) => mailWayIn(deps, aStranger({ ipHash: `ip-${n}` }), { ref, locale: "en" });
    for (let n = 0; n < 4; n += 1) await ask(n);
    await expect(ask(5)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await mailsFrom(test.db, "office-way-in")).toHaveLength(4);
  });

  it("does not exist for a campaign that is a draft", async () => {
    const deps = officeHouse(test.db);
    const office = await anOffice(test.db, await aCampaign(test.db, { status: "DRAFT" }));
    await expect(getOfficeDoor(deps, stranger, { ref: refOfOffice(deps, office.id), ticket: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an office's page", () => {
  it("tells what the office got and nothing of anybody else's", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const [office, other] = [
      await anOffice(test.db, campaign),
      await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" }),
    ];
    const ours = await aLetterTo(test.db, campaign, { office: office });
    await aLetterTo(test.db, campaign, { office: office, sentAt: new Date("2026-11-19T06:30:00Z"), userName: null, erasedAt: new Date() });
    await aLetterTo(test.db, campaign, { office: office, status: "QUEUED", sentAt: null, heldReason: "OFFICE_DIGEST" });
    for (const hidden of [{ status: "QUEUED" }, { status: "FAILED", returnedAt: new Date() }, { isTest: true }, { emailMethod: "MAILTO" }])
      await aLetterTo(test.db, campaign, { office: office, ...hidden });
    await aLetterTo(test.db, campaign, { office: other });
    await aLetterTo(test.db, await aCampaign(test.db), { office });
    const page = await getOfficePage(deps, stranger, { ...(await keyOf(deps, office)), page: 1 });
    expect(page.letters).toEqual({ total: 2, outside: 0, waiting: 1, firstAt: new Date("2026-11-18T20:00:00Z") });
    // 23:30 of the day before, on the organisation's clock.
    expect(page.days).toEqual([{ day: "2026-11-18", letters: 2 }]);
    expect(page.list.map(({ name, place }) => [name, place])).toEqual([[null, "Vancouver"], ["Ana Roy", "Vancouver"]]); // prettier-ignore
    expect(page.list[1]?.id).toBe(ours);
    expect(JSON.stringify(page)).not.toContain("@example.org");
  });

  it("is read page by page", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const office = await anOffice(test.db, campaign);
    for (let n = 0; n < 51; n += 1) await aLetterTo(test.db, campaign, { office: office, sentAt: new Date(Date.UTC(2026, 10, 1, 12, n)) });
    const key = await keyOf(deps, office);
    expect(await getOfficePage(deps, stranger, { ...key, page: 1 })).toMatchObject({ page: 1, pages: 2, list: { length: 50 } });
    expect(await getOfficePage(deps, stranger, { ...key, page: 99 })).toMatchObject({ page: 2, list: { length: 1 } });
  });

  it("takes the note that a writer lives elsewhere, and takes it back; of its own letters only", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db);
    const [office, other] = [
      await anOffice(test.db, campaign),
      await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" }),
    ];
    const [ours, theirs] = [await aLetterTo(test.db, campaign, { office: office }), await aLetterTo(test.db, campaign, { office: other })];
    const key = await keyOf(deps, office);
    const mark = (letterId: string, isOutside: boolean) => markOutsideLetter(deps, stranger, { ...key, letterId, isOutside });
    await mark(ours, true);
    await mark(ours, true);
    expect(await getOfficePage(deps, stranger, { ...key, page: 1 })).toMatchObject({
      letters: { outside: 1 },
      list: [{ isOutside: true }],
    });
    // Organisers read it on the letter's way and in the file; its writer is not told.
    const steps = async () => (await getLetter(deps, systemActor(), { id: ours })).timeline.map(({ step }) => step);
    const column = async () => {
      let [at, cells]: [number, string[]] = [-1, []];
      for await (const line of streamLetters(deps, systemActor(), { id: campaign.id })) {
        const row = line.trim().split(/[,;]/);
        if (at === -1) at = row.findIndex((cell) => cell.includes("Not a constituent"));
        else cells = [...cells, row[at] ?? ""];
      }
      return cells.sort();
    };
    expect(await steps()).toContain("NOT_CONSTITUENT");
    expect(await column()).toEqual(["", deps.clock.now().toISOString()]);
    await expect(mark(theirs, true)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mark(newId(), true)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await mark(ours, false);
    expect(await steps()).not.toContain("NOT_CONSTITUENT");
    expect(await test.db.prisma.notConstituent.count()).toBe(0);
  });

  it("keeps whom to ask, and brings what it writes to the campaign's owner", async () => {
    const deps = officeHouse(test.db);
    const owner = await aUser(test.db, { name: "Robin", email: "robin@example.org" });
    const office = await anOffice(test.db, await aCampaign(test.db, { createdByUserId: owner.id, title: "Safe streets" }));
    const key = await keyOf(deps, office);
    await saveOfficeContact(deps, stranger, { ...key, name: "Alex", email: "alex@parl.gc.ca", phone: "" });
    expect(await getOfficePage(deps, stranger, { ...key, page: 1 })).toMatchObject({
      contact: { name: "Alex", email: "alex@parl.gc.ca", phone: "" },
    });
    await writeToOrganisers(deps, stranger, { ...key, text: "Could we meet on Friday?" });
    expect(await mailsFrom(test.db, "office-message")).toMatchObject([{ toEmail: "robin@example.org" }]);
    expect(await variablesIn(test.db, "office-message")).toMatchObject([
      { MESSAGE: "Could we meet on Friday?", REPLY_FROM: "alex@parl.gc.ca" },
    ]);
    for (let n = 0; n < 4; n += 1) await writeToOrganisers(deps, stranger, { ...key, text: "Could we meet on Friday?" });
    await expect(writeToOrganisers(deps, stranger, { ...key, text: "Could we meet?" })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("shows organisers what it says, those of its own campaign only", async () => {
    const deps = officeHouse(test.db);
    const owner = await aUser(test.db, { role: "USER" });
    const campaign = await aCampaign(test.db, { createdByUserId: owner.id });
    const office = await anOffice(test.db, campaign);
    const letterId = await aLetterTo(test.db, campaign, { office });
    await aLetterTo(test.db, campaign, { office });
    const key = await keyOf(deps, office);
    await markOutsideLetter(deps, stranger, { ...key, letterId, isOutside: true });
    await writeOfficeAnswer(deps, stranger, { ...key, subject: "Our answer", text: "Thank you for your letters.", locale: "en" });
    const told = [{ name: "Jo Chen", letters: 2, outside: 1, waiting: 0, firstOpenedAt: deps.clock.now(), answer: "PENDING" }];
    expect(await listOffices(deps, actorOf(owner), { campaignId: campaign.id })).toMatchObject(told);
    const other = actorOf(await aUser(test.db, { role: "USER" }));
    await expect(listOffices(deps, other, { campaignId: campaign.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listOffices(deps, stranger, { campaignId: campaign.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("opens nothing to act on for anybody who is not in", async () => {
    const deps = officeHouse(test.db);
    const campaign = await aCampaign(test.db, { showResponseWall: true });
    const [office, other] = [
      await anOffice(test.db, campaign),
      await anOffice(test.db, campaign, { recipientKey: "FEDERAL|sam roy|east" }),
    ];
    const letterId = await aLetterTo(test.db, campaign, { office: office });
    const responseId = await aResponseOf(test.db, campaign, { office: office });
    const { ticket } = await keyOf(deps, other);
    const key = { ref: refOfOffice(deps, office.id), ticket };
    const acts = [
      () => markOutsideLetter(deps, stranger, { ...key, letterId, isOutside: true }),
      () => writeOfficeAnswer(deps, stranger, { ...key, subject: "Our answer", text: "Thank you for your letters.", locale: "en" }),
      () => writeOfficeReply(deps, stranger, { ...key, responseId, text: "We said it otherwise." }),
      () => changeOfficeDigest(deps, stranger, { ...key, on: true }),
      () => saveOfficeContact(deps, stranger, { ...key, name: "X", email: "", phone: "" }),
      () => writeToOrganisers(deps, stranger, { ...key, text: "Something long enough" }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await test.db.prisma.officeAnswer.count()).toBe(0);
    expect(await test.db.prisma.officeAccess.findUniqueOrThrow({ where: { id: office.id } })).toMatchObject({
      digest: false,
      contact: null,
    });
  });
});
