import {
  createTestDb,
  aCampaign,
  aCampaignInput,
  anActor,
  actorOf,
  aStranger,
  aUser,
  testConfig,
  testDeps,
  type TestDb,
} from "@cml/testing";
import { listCampaignsInput, updateCampaignInput } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  archiveCampaign, createCampaign, duplicateCampaign, getCampaign, getPublicCampaign, listCampaigns, listPublicCampaigns, pauseCampaign, publishCampaign, updateCampaign,
} from "../index"; // prettier-ignore

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const depsOf = (config = {}) => testDeps({ db: test.db, config: { ...testConfig, ...config } });
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const french = { fr: { title: "Rues sûres", description: "d", emailSubject: "s", emailBody: "Bonjour, rendez nos rues sûres, merci." } };

describe("a campaign's life", () => {
  it("is born a draft with a free slug, published, paused, resumed and archived for good", async () => {
    const deps = depsOf();
    const actor = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    const first = await createCampaign(deps, actor, aCampaignInput({ title: "Rouler à vélo!", translations: french }));
    const second = await createCampaign(deps, actor, aCampaignInput({ title: "Rouler à vélo!", translations: french }));
    expect([first.slug, second.slug, first.status]).toEqual(["rouler-a-velo", "rouler-a-velo-2", "DRAFT"]);
    expect(first).toMatchObject({ createdByUserId: actor.userId, verifySender: true, emailCount: 0 });
    const live = await publishCampaign(deps, actor, { id: first.id, acceptMissingTranslations: false });
    expect(live.publishedAt).not.toBeNull();
    expect((await pauseCampaign(deps, actor, live)).status).toBe("PAUSED");
    expect(deps.jobs.payloadsOf("influence.release-letters")).toEqual([]);
    await publishCampaign(deps, actor, { id: first.id, acceptMissingTranslations: false });
    expect(deps.jobs.payloadsOf("influence.release-letters")).toEqual([{ quick: true }]);
    expect((await archiveCampaign(deps, actor, live)).status).toBe("ARCHIVED");
    expect(await keyOf(publishCampaign(deps, actor, { id: first.id, acceptMissingTranslations: true }))).toBe("CONFLICT campaign.archived");
    expect(await keyOf(updateCampaign(deps, actor, { id: first.id, changes: { title: "Another" } }))).toBe("CONFLICT campaign.archived");
    expect(deps.events.published.filter((event) => event.type === "campaign.changed")).toHaveLength(4);
  });

  it("asks before it is published with texts missing in the other language", async () => {
    const deps = depsOf();
    const actor = anActor("SUPER_ADMIN");
    const draft = await createCampaign(deps, actor, aCampaignInput({ translations: { fr: { title: "Rues sûres" } } }));
    expect((await getCampaign(deps, actor, draft)).missingTranslations).toEqual(["description", "emailSubject", "emailBody"]);
    expect(await keyOf(publishCampaign(deps, actor, { id: draft.id, acceptMissingTranslations: false }))).toBe(
      "CONFLICT campaign.translationsMissing",
    );
    expect((await publishCampaign(deps, actor, { id: draft.id, acceptMissingTranslations: true })).status).toBe("ACTIVE");
  });

  it("does not promise to send letters in production while mail stays on this computer", async () => {
    const deps = depsOf({ production: true, embeddedMail: true });
    const actor = anActor("SUPER_ADMIN");
    const draft = await aCampaign(test.db, { status: "DRAFT" });
    expect(await keyOf(publishCampaign(deps, actor, { id: draft.id, acceptMissingTranslations: true }))).toBe(
      "CONFLICT campaign.needsMailServer",
    );
    await updateCampaign(deps, actor, { id: draft.id, changes: { allowSmtpEmail: false } });
    await publishCampaign(deps, actor, { id: draft.id, acceptMissingTranslations: true });
    expect(await keyOf(updateCampaign(deps, actor, { id: draft.id, changes: { allowSmtpEmail: true } }))).toBe(
      "CONFLICT campaign.needsMailServer",
    );
    const served = depsOf({ production: true, embeddedMail: false });
    expect((await updateCampaign(served, actor, { id: draft.id, changes: { allowSmtpEmail: true } })).allowSmtpEmail).toBe(true);
  });

  it("is duplicated as a draft of whoever asks", async () => {
    const deps = depsOf();
    const actor = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
    const original = await aCampaign(test.db, { title: "To copy", allowEmailEditing: true, lettersPerHour: 30 });
    expect(await duplicateCampaign(deps, actor, original)).toMatchObject({
      title: "To copy",
      status: "DRAFT",
      allowEmailEditing: true,
      lettersPerHour: 30,
      createdByUserId: actor.userId,
      slug: "to-copy",
    });
  });
});

describe("another person's campaign", () => {
  const verbs = { getCampaign, pauseCampaign, archiveCampaign, duplicateCampaign } as const;
  it.each(Object.keys(verbs) as (keyof typeof verbs)[])("looks like none to a USER with the permission: %s", async (verb) => {
    const campaign = await aCampaign(test.db);
    expect(await keyOf(verbs[verb](depsOf(), anActor("USER"), { id: campaign.id }))).toBe("NOT_FOUND campaign.notFound");
    expect(await keyOf(verbs[verb](depsOf(), aStranger(), { id: campaign.id }))).toBe("NOT_FOUND campaign.notFound");
  });

  it("is neither changed, published nor listed", async () => {
    const deps = depsOf();
    const mine = actorOf(await aUser(test.db));
    const own = await createCampaign(deps, mine, aCampaignInput());
    const other = await aCampaign(test.db, { status: "DRAFT" });
    expect(await keyOf(updateCampaign(deps, mine, { id: other.id, changes: { title: "Mine now" } }))).toBe("NOT_FOUND campaign.notFound");
    expect(await keyOf(publishCampaign(deps, mine, { id: other.id, acceptMissingTranslations: true }))).toBe("NOT_FOUND campaign.notFound");
    expect((await listCampaigns(deps, mine, listCampaignsInput.parse({}))).items.map(({ id }) => id)).toEqual([own.id]);
    expect((await listCampaigns(deps, aStranger(), listCampaignsInput.parse({}))).total).toBe(0);
    expect((await listCampaigns(deps, anActor("INFLUENCE_ADMIN"), listCampaignsInput.parse({}))).total).toBeGreaterThan(1);
  });
});

describe("the public", () => {
  it("sees live campaigns in its language, highlighted ones first, and no draft", async () => {
    const deps = depsOf();
    const plain = await aCampaign(test.db, { title: "Plain", translations: french });
    const starred = await aCampaign(test.db, { title: "Starred", highlightCampaign: true, showEmailCount: false });
    const draft = await aCampaign(test.db, { status: "DRAFT" });
    const { items } = await listPublicCampaigns(deps, aStranger(), { page: 1, pageSize: 200, locale: "fr" });
    expect(items[0]).toMatchObject({ id: starred.id, emailCount: null });
    expect(items.find(({ id }) => id === plain.id)).toMatchObject({ title: "Rues sûres", emailCount: 0 });
    expect(items.some(({ id }) => id === draft.id)).toBe(false);
    expect(await keyOf(getPublicCampaign(deps, aStranger(), { slug: draft.slug, locale: "en" }))).toBe("NOT_FOUND campaign.notFound");
  });

  it.each(["PAUSED", "ARCHIVED"] as const)("still finds the page of a campaign that is %s, without a form", async (status) => {
    const campaign = await aCampaign(test.db, { status });
    expect(await getPublicCampaign(depsOf(), aStranger(), { slug: campaign.slug, locale: "en" })).toMatchObject({ status, open: false });
  });
});

describe("bad input", () => {
  const id = "0199aaaa-0000-7000-8000-000000000001";
  it.each([
    ["a title of two letters", { title: "ab" }],
    ["a title of 201 letters", { title: "x".repeat(201) }],
    ["a line break in the subject", { emailSubject: "Hello\r\nBcc: all@example.org" }],
    ["an unknown letter variable", { emailBody: "Dear {{SECRET}}, please listen to us all." }],
    ["no level", { targetGovernmentLevels: [] }],
    ["a level that does not exist", { targetGovernmentLevels: ["GALACTIC"] }],
    ["a picture from a script", { coverPhoto: "javascript:alert(1)" }],
    ["a field that is not there", { emailCount: 1_000_000 }],
    ["a rate of nought", { lettersPerHour: 0 }],
    ["a number for a flag", { verifySender: 1 }],
  ])("%s is refused", (_what, changes) => expect(updateCampaignInput.safeParse({ id, changes }).success).toBe(false));
});
