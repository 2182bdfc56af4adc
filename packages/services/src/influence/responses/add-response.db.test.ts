import { listResponseChanges, updateResponse } from "@cml/db/influence";
import { addResponseInput, listResponsesInput } from "@cml/domain/influence";
import { actorOf, aCampaign, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addResponse, listPeopleOfCampaign } from "./add-response";
import { rejectResponse } from "./decide-response";
import { getResponseFile, listResponses } from "./list-responses";

let test: TestDb;
let deps: ReturnType<typeof setUp>;
const setUp = () => testDeps({ db: test.db });

beforeAll(async () => {
  test = await createTestDb();
  deps = setUp();
});
afterAll(() => test.drop());

const permissions = { areas: { influence: "edit" as const }, cutIds: null };
const anOrganiser = () => aUser(test.db, { role: "USER", permissions });
const inputFor = (campaignId: string, given: object = {}) =>
  addResponseInput.parse({
    submissionId: newId(),
    campaignId,
    about: { kind: "TYPED", name: "Noor Whitfield", level: "FEDERAL" },
    type: "PHONE_CALL",
    text: "We will vote for it. Call me at 416-555-0199.",
    locale: "en",
    ...given,
  });

it("keeps a reply that staff got: boxed, waiting like any other, and its author named only when told", async () => {
  const organiser = await anOrganiser();
  const campaign = await aCampaign(test.db, { createdByUserId: organiser.id });
  const actor = actorOf(organiser);
  const input = inputFor(campaign.id);
  const { responseId } = await addResponse(deps, actor, input);
  const { response } = await getResponseFile(deps, actor, { id: responseId });
  expect(response).toMatchObject({ status: "PENDING", byStaff: true, isAnonymous: true, isSignedIn: true, askOffice: false });
  expect(response.shownText).toBe("We will vote for it. Call me at ████████████.");
  expect(await listResponseChanges(test.db, responseId)).toMatchObject([{ kind: "SUBMITTED", byUserId: organiser.id }]);
  // The same press twice.
  expect(await addResponse(deps, actor, input)).toEqual({ responseId });
  const named = await addResponse(deps, actor, inputFor(campaign.id, { name: "Ana Roy" }));
  const file = await getResponseFile(deps, actor, { id: named.responseId });
  expect(file.response).toMatchObject({ isAnonymous: false, submittedByName: "Ana Roy" });
});

it("finds people of the campaign by a part of their name, and takes who they are from there alone", async () => {
  const organiser = await anOrganiser();
  const actor = actorOf(organiser);
  const campaign = await aCampaign(test.db, { createdByUserId: organiser.id });
  const recipientKey = "name:noor-whitfield";
  const person = { recipientKey, name: "Noor Whitfield", title: "MP", level: "FEDERAL", email: "noor@parl.example" } as const;
  await test.db.prisma.campaignTarget.create({ data: { ...person, campaignId: campaign.id } });
  expect(await listPeopleOfCampaign(deps, actor, { campaignId: campaign.id, search: "whit" })).toEqual([
    { recipientKey, name: "Noor Whitfield", title: "MP", level: "FEDERAL" },
  ]);
  expect(await listPeopleOfCampaign(deps, actor, { campaignId: campaign.id, search: "100%" })).toEqual([]);
  const about = { kind: "KNOWN", recipientKey };
  const { responseId } = await addResponse(deps, actor, inputFor(campaign.id, { about, askOffice: true }));
  const { response } = await getResponseFile(deps, actor, { id: responseId });
  expect(response).toMatchObject({ representativeName: "Noor Whitfield", representativeEmail: "noor@parl.example", askOffice: true });
  const unknown = inputFor(campaign.id, { about: { kind: "KNOWN", recipientKey: "name:nobody" } });
  await expect(addResponse(deps, actor, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("offers people of the campaign's own list before any letter went to them", async () => {
  const organiser = await anOrganiser();
  const actor = actorOf(organiser);
  const campaign = await aCampaign(test.db, { createdByUserId: organiser.id, targets: [{ kind: "NAMED_PEOPLE" }] });
  const person = { recipientName: "Étienne Lafleur", recipientEmail: "etienne@parl.example", recipientTitle: "Député" };
  await test.db.prisma.customRecipient.create({ data: { ...person, campaignId: campaign.id, campaignSlug: campaign.slug } });
  const [found] = await listPeopleOfCampaign(deps, actor, { campaignId: campaign.id, search: "etien" });
  expect(found).toMatchObject({ name: "Étienne Lafleur", title: "Député" });
  expect(await listPeopleOfCampaign(deps, actor, { campaignId: campaign.id, search: "noor" })).toEqual([]);
  const about = { kind: "KNOWN", recipientKey: found?.recipientKey ?? "", level: "FEDERAL" };
  const { responseId } = await addResponse(deps, actor, inputFor(campaign.id, { about }));
  const { response } = await getResponseFile(deps, actor, { id: responseId });
  expect(response).toMatchObject({ representativeName: "Étienne Lafleur", representativeEmail: "etienne@parl.example" });
});

it("is for the campaign's own people: another organiser finds no campaign", async () => {
  const campaign = await aCampaign(test.db, { createdByUserId: (await anOrganiser()).id });
  const stranger = actorOf(await anOrganiser());
  await expect(addResponse(deps, stranger, inputFor(campaign.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(listPeopleOfCampaign(deps, stranger, { campaignId: campaign.id, search: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("reads a pile by pages, each response once, with how many there are", async () => {
  const organiser = await anOrganiser();
  const actor = actorOf(organiser);
  const campaign = await aCampaign(test.db, { createdByUserId: organiser.id });
  for (let count = 0; count < 5; count += 1) await addResponse(deps, actor, inputFor(campaign.id));
  const pages = await Promise.all(
    [1, 2, 3].map((page) => listResponses(deps, actor, listResponsesInput.parse({ campaignId: campaign.id, page, limit: 2 }))),
  );
  expect(pages.map(({ items, total }) => [items.length, total])).toEqual([[2, 5], [2, 5], [1, 5]]); // prettier-ignore
  expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5);
  const all = await listResponses(deps, actor, listResponsesInput.parse({ desk: null, campaignId: campaign.id, limit: 2 }));
  expect(all.total).toBe(5);
});

it("keeps what its office reported on a pile of its own until a moderator agrees", async () => {
  const organiser = await anOrganiser();
  const actor = actorOf(organiser);
  const campaign = await aCampaign(test.db, { createdByUserId: organiser.id });
  const { responseId } = await addResponse(deps, actor, inputFor(campaign.id));
  const now = deps.clock.now();
  await updateResponse(test.db, responseId, { status: "REJECTED", disputedAt: now, updatedAt: now });
  const counts = async () => (await listResponses(deps, actor, listResponsesInput.parse({ campaignId: campaign.id }))).counts;
  expect(await counts()).toEqual({ PENDING: 0, APPROVED: 0, REJECTED: 0, DISPUTED: 1, OFFICE_REPLY: 0 });
  deps.clock.advance(1_000);
  await rejectResponse(deps, actor, { id: responseId, reason: "Not theirs." });
  expect(await counts()).toEqual({ PENDING: 0, APPROVED: 0, REJECTED: 1, DISPUTED: 0, OFFICE_REPLY: 0 });
});
