import { campaignDraftSchema, changeSlugInput, listCampaignsInput } from "@cml/domain/influence";
import { isAppError, type UserActor } from "@cml/domain/kernel";
import {
  aCampaign,
  aCampaignInput,
  anActor,
  actorOf,
  anUpload,
  aStranger,
  aUser,
  createTestDb,
  testConfig,
  testDeps,
  type TestDb,
} from "@cml/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changeSlug, createCampaign, drawDraft, duplicateCampaign, getCampaign, getPreviewLink, getPublicCampaign, getStatistics, listCampaignOwners,
  listCampaigns, listPublicCampaigns, previewCampaign, publishCampaign, setPreviewLink, streamLetters, sweepCovers, takeCover, updateCampaign,
} from "../index"; // prettier-ignore

let test: TestDb;
let admin: UserActor;
beforeAll(async () => {
  test = await createTestDb();
  admin = actorOf(await aUser(test.db, { role: "INFLUENCE_ADMIN" }));
});
afterAll(() => test.drop());

const depsOf = (config = {}) => testDeps({ db: test.db, config: { ...testConfig, ...config } });
const influence = { permissions: { areas: { influence: "edit" as const }, cutIds: null } };
const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const listInput = (given: object = {}) => listCampaignsInput.parse(given);

describe("another person's campaign looks like none", () => {
  const slug = "somebody-elses-campaign";
  it.each([
    ["changeSlug", (deps, actor, id) => changeSlug(deps, actor, { id, slug })],
    ["getPreviewLink", (deps, actor, id) => getPreviewLink(deps, actor, { id })],
    ["setPreviewLink", (deps, actor, id) => setPreviewLink(deps, actor, { id, shared: true })],
    ["getStatistics", (deps, actor, id) => getStatistics(deps, actor, { id })],
    ["streamLetters", (deps, actor, id) => streamLetters(deps, actor, { id }).next()],
    ["drawDraft", (deps, actor, id) => drawDraft(deps, actor, { id, draft: {}, locale: "en" })],
  ] satisfies [string, (deps: ReturnType<typeof depsOf>, actor: Parameters<typeof getStatistics>[1], id: string) => Promise<unknown>][])(
    "%s",
    async (_name, verb) => {
      const { id } = await aCampaign(test.db);
      for (const actor of [anActor("USER", influence), aStranger()])
        expect(await keyOf(verb(depsOf(), actor, id))).toBe("NOT_FOUND campaign.notFound");
    },
  );

  it("even when it is asked for by its owner", async () => {
    const { id: ownerId } = await aUser(test.db);
    const theirs = await aCampaign(test.db, { createdByUserId: ownerId });
    const asked = await listCampaigns(depsOf(), anActor("USER", influence), listInput({ ownerId }));
    expect(asked.total).toBe(0);
    expect((await listCampaigns(depsOf(), admin, listInput({ ownerId }))).items.map(({ id }) => id)).toEqual([theirs.id]);
    expect(await listCampaignOwners(depsOf(), anActor("USER", influence))).toEqual([]);
    expect(await listCampaignOwners(depsOf(), admin)).toContainEqual(expect.objectContaining({ id: ownerId, campaigns: 1 }));
  });
});

describe("the list", () => {
  it("leaves the long texts out and sorts by title, letters and change, either way", async () => {
    const { id: ownerId } = await aUser(test.db);
    for (const [title, emailCount] of [
      ["Beta", 3],
      ["Alpha", 9],
      ["Gamma", 6],
    ] as const) {
      const { id } = await aCampaign(test.db, { title, createdByUserId: ownerId });
      await test.db.prisma.campaign.update({ where: { id }, data: { emailCount } });
    }
    const titles = async (given: object) =>
      (await listCampaigns(depsOf(), admin, listInput({ ownerId, ...given }))).items.map(({ title }) => title);
    expect(await titles({ sort: "title" })).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(await titles({ sort: "title", reversed: true })).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await titles({ sort: "letters" })).toEqual(["Alpha", "Gamma", "Beta"]);
    const [row] = (await listCampaigns(depsOf(), admin, listInput({ ownerId }))).items;
    expect(row).not.toHaveProperty("emailBody");
  });
});

describe("the address of a page", () => {
  it("changes, leads on from every former one, and is never another campaign's", async () => {
    const deps = depsOf();
    const campaign = await aCampaign(test.db, { slug: "night-trains" });
    const other = await aCampaign(test.db, { slug: "day-trains" });
    await changeSlug(deps, admin, { id: campaign.id, slug: "trains-at-night" });
    await changeSlug(deps, admin, { id: campaign.id, slug: "sleeper-trains" });
    for (const slug of ["night-trains", "trains-at-night", "sleeper-trains"])
      expect((await getPublicCampaign(deps, aStranger(), { slug, locale: "en" })).slug).toBe("sleeper-trains");
    expect((await getCampaign(deps, admin, campaign)).formerSlugs).toEqual(["trains-at-night", "night-trains"]);
    for (const slug of ["sleeper-trains", "night-trains"])
      expect(await keyOf(changeSlug(deps, admin, { id: other.id, slug }))).toBe("CONFLICT campaign.slugInUse");
    const copy = await createCampaign(deps, admin, aCampaignInput({ title: "Night trains" }));
    expect(copy.slug).toBe("night-trains-2");
    expect((await changeSlug(deps, admin, { id: campaign.id, slug: "night-trains" })).slug).toBe("night-trains");
    expect((await getCampaign(deps, admin, campaign)).formerSlugs).toEqual(["sleeper-trains", "trains-at-night"]);
  });

  it("goes to one of two who want it at the same moment", async () => {
    const deps = depsOf();
    const [one, another] = [await aCampaign(test.db), await aCampaign(test.db)];
    const answers = await Promise.all([one, another].map(({ id }) => keyOf(changeSlug(deps, admin, { id, slug: "wanted-by-two" }))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers).toContain("CONFLICT campaign.slugInUse");
  });

  it.each(["A", "Night", "a--b", "-a", "a b", "über", "../x"])("is not %s", (slug) => {
    expect(changeSlugInput.safeParse({ id: "0199aaaa-0000-7000-8000-000000000001", slug }).success).toBe(false);
  });
});

describe("the private preview link", () => {
  const tokenOf = (url: string | null) => url?.split("/").pop() ?? "";
  it("shows a draft to whoever holds it, until it is made anew or taken away", async () => {
    const deps = depsOf();
    const { id, slug } = await aCampaign(test.db, { status: "DRAFT", title: "Not out yet" });
    const look = (token: string) => previewCampaign(deps, aStranger(), { slug, token, locale: "en" });
    expect(await getPreviewLink(deps, admin, { id })).toEqual({ url: null });
    const first = await setPreviewLink(deps, admin, { id, shared: true });
    expect(first.url).toMatch(new RegExp(`^https://act.example.org/preview/${slug}/[\\w-]{43}$`));
    expect(await getPreviewLink(deps, admin, { id })).toEqual(first);
    expect(await look(tokenOf(first.url))).toMatchObject({ title: "Not out yet", isPreview: true, open: true });
    const second = await setPreviewLink(deps, admin, { id, shared: true });
    expect(await keyOf(look(tokenOf(first.url)))).toBe("NOT_FOUND campaign.notFound");
    await setPreviewLink(deps, admin, { id, shared: false });
    for (const token of [tokenOf(first.url), tokenOf(second.url), "x"])
      expect(await keyOf(look(token))).toBe("NOT_FOUND campaign.notFound");
    await setPreviewLink(deps, admin, { id, shared: true });
    expect(await keyOf(look(tokenOf(second.url)))).toBe("NOT_FOUND campaign.notFound");
    expect(await keyOf(previewCampaign(deps, aStranger(), { slug: "no-such", token: "x", locale: "en" }))).toBe(
      "NOT_FOUND campaign.notFound",
    );
  });
});

describe("publishing", () => {
  const publish = (id: string) => keyOf(publishCampaign(depsOf(), admin, { id, acceptMissingTranslations: true }));
  const draft = (given: object) => aCampaign(test.db, { status: "DRAFT", ...given });
  it("is refused for a campaign that writes to nobody, until somebody is named", async () => {
    const { id, slug } = await draft({ targets: [{ kind: "NAMED_PEOPLE" }] });
    expect(await publish(id)).toBe("CONFLICT campaign.problems.noTargets");
    expect((await getCampaign(depsOf(), admin, { id })).problems).toEqual(["noTargets"]);
    await test.db.prisma.customRecipient.create({
      data: { campaignId: id, campaignSlug: slug, recipientName: "The clerk", recipientEmail: "clerk@city.example" },
    });
    expect(await publish(id)).toBeNull();
  });

  it.each([
    ["noWay", { allowSmtpEmail: false, allowMailtoLink: false, allowPrint: false, allowCalls: false }],
    ["window", { windowFrom: "09:00", windowTo: "09:00" }],
    ["ended", { endsAt: new Date("2020-01-01") }],
  ])("is refused with %s", async (problem, given) => {
    expect(await publish((await draft(given)).id)).toBe(`CONFLICT campaign.problems.${problem}`);
  });

  it.each([
    [{ windowFrom: "18:00", windowTo: "09:00" }, "INVALID campaign.window"],
    [{ windowFrom: "18:00" }, "INVALID campaign.window"],
    [{ sendFrom: new Date("2026-12-02"), sendUntil: new Date("2026-12-01") }, "INVALID campaign.window"],
    [{ nextStepLabel: "Join us" }, "INVALID campaign.nextStep"],
  ])("and settings that cannot hold are refused at once: %o", async (changes, key) => {
    const { id } = await draft({});
    expect(await keyOf(updateCampaign(depsOf(), admin, { id, changes }))).toBe(key);
  });
});

describe("a campaign that is over", () => {
  it("is closed by its end date, out of the list, and still tells what was decided", async () => {
    const deps = depsOf();
    const { id, slug } = await aCampaign(test.db, { endsAt: new Date("2020-01-01"), outcome: "Council voted 7 to 4 for it." });
    expect(await getPublicCampaign(deps, aStranger(), { slug, locale: "en" })).toMatchObject({
      state: "ENDED",
      open: false,
      outcome: "Council voted 7 to 4 for it.",
    });
    const { items } = await listPublicCampaigns(deps, aStranger(), { page: 1, pageSize: 200, locale: "en" });
    expect(items.some((item) => item.id === id)).toBe(false);
  });

  it("may be given its outcome when it is archived, and nothing else", async () => {
    const { id } = await aCampaign(test.db, { status: "ARCHIVED" });
    expect((await updateCampaign(depsOf(), admin, { id, changes: { outcome: "Adopted." } })).outcome).toBe("Adopted.");
    expect(await keyOf(updateCampaign(depsOf(), admin, { id, changes: { outcome: "x", title: "Other" } }))).toBe(
      "CONFLICT campaign.archived",
    );
  });
});

describe("targets", () => {
  it("say which levels a campaign is found under", async () => {
    const deps = depsOf();
    const campaign = await createCampaign(deps, admin, aCampaignInput({ targets: [{ kind: "MY_COUNCIL", offices: [] }] }));
    expect(campaign.targetGovernmentLevels).toEqual(["MUNICIPAL"]);
    const named = await updateCampaign(deps, admin, { id: campaign.id, changes: { targets: [{ kind: "NAMED_PEOPLE" }] } });
    expect(named.targetGovernmentLevels).toEqual([]);
    expect((await duplicateCampaign(deps, admin, named)).targets).toEqual([{ kind: "NAMED_PEOPLE" }]);
  });

  it("go with a copy: own recipients, positions and versions, but neither dates nor outcome", async () => {
    const original = await aCampaign(test.db, { outcome: "Won.", decisionAt: new Date("2026-12-09") });
    const at = { campaignId: original.id };
    await test.db.prisma.customRecipient.create({
      data: { ...at, campaignSlug: original.slug, recipientName: "Senator", recipientEmail: "senator@parl.example" },
    });
    await test.db.prisma.campaignTarget.create({ data: { ...at, recipientKey: "k", name: "Noor", position: "FOR" } });
    await test.db.prisma.letterVersion.create({ data: { ...at, name: "Thanks", subject: "Thank you", body: "Thank you for this." } });
    const copy = await duplicateCampaign(depsOf(), admin, original);
    expect(copy).toMatchObject({ outcome: null, decisionAt: null });
    const where = { campaignId: copy.id };
    expect(await test.db.prisma.customRecipient.findMany({ where })).toMatchObject([{ campaignSlug: copy.slug }]);
    expect(await test.db.prisma.campaignTarget.count({ where })).toBe(1);
    expect(await test.db.prisma.letterVersion.count({ where })).toBe(1);
  });
});

describe("statistics", () => {
  it("count finished letters by day, target, level, way, status and source, and how many were edited", async () => {
    const { id, slug } = await aCampaign(test.db);
    const letter = (given: object) => ({
      ...{ campaignId: id, campaignSlug: slug, subject: "s", message: "m", recipientEmail: "mp@parl.example" },
      ...{ recipientName: "Noor Whitfield", recipientTitle: "MP", recipientLevel: "FEDERAL" as const, recipientKey: "noor" },
      ...{ emailMethod: "SMTP" as const, status: "SENT" as const, createdAt: new Date("2026-11-02T05:30:00Z") },
      ...given,
    });
    await test.db.prisma.campaignEmail.createMany({
      data: [
        letter({ source: "flyer", editedShare: 0.5 }),
        letter({ source: "flyer", editedShare: 0, createdAt: new Date("2026-11-02T08:00:00Z") }),
        letter({
          recipientKey: "mayor",
          recipientName: "The mayor",
          recipientTitle: "Mayor",
          recipientLevel: null,
          emailMethod: "MAILTO",
          status: "CLICKED",
        }),
        letter({ status: "USER_INFO_CAPTURED" }),
        letter({ isTest: true }),
      ],
    });
    await test.db.prisma.call.createMany({
      data: (["TALKED", "VOICEMAIL", "NO_ANSWER"] as const).map((outcome) => ({
        ...{ campaignId: id, campaignSlug: slug, phoneNumber: "1", representativeName: "Noor Whitfield", recipientKey: "noor", outcome },
        calledAt: new Date("2026-11-03T18:00:00Z"),
      })),
    });
    const found = await getStatistics(depsOf(), admin, { id });
    expect(found).toMatchObject({ letters: 3, unfinished: 1, edited: { letters: 1, meanShare: 0.5 }, calls: { total: 2 } });
    // In Edmonton the first of November lasts until six in the morning, UTC.
    expect(found.byDay).toEqual([
      { day: "2026-11-01", letters: 2, calls: 0 },
      { day: "2026-11-02", letters: 1, calls: 0 },
      { day: "2026-11-03", letters: 0, calls: 2 },
    ]);
    expect(found.byTarget).toEqual([
      { name: "Noor Whitfield", title: "MP", letters: 2, calls: 2 },
      { name: "The mayor", title: "Mayor", letters: 1, calls: 0 },
    ]);
    expect(found.byLevel).toEqual([
      { key: "FEDERAL", letters: 2 },
      { key: null, letters: 1 },
    ]);
    expect(found.byMethod).toEqual([
      { key: "SMTP", letters: 2 },
      { key: "MAILTO", letters: 1 },
    ]);
    expect(found.byStatus).toEqual([
      { key: "SENT", letters: 2 },
      { key: "CLICKED", letters: 1 },
    ]);
    expect(found.bySource).toEqual([
      { key: "flyer", letters: 2 },
      { key: null, letters: 1 },
    ]);
    expect(found.calls.byOutcome).toHaveLength(3);
  });

  it("are noughts for a campaign nobody used yet", async () => {
    const { id } = await aCampaign(test.db);
    expect(await getStatistics(depsOf(), admin, { id })).toMatchObject({ letters: 0, unfinished: 0, byDay: [], byTarget: [] });
  });
});

describe("a cover", () => {
  const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
  it("comes from an upload as a picture of our own, and the upload is gone", async () => {
    const deps = depsOf();
    const uploadKey = await anUpload(deps.storage, { actor: admin, bytes: pixel, purpose: "cover" });
    const { coverPhoto } = await takeCover(deps, admin, { kind: "UPLOAD", uploadKey });
    expect(coverPhoto).toMatch(/^\/files\/covers\/[0-9a-f-]{36}\.webp$/);
    expect(deps.storage.files.get(coverPhoto.slice("/files/".length))?.contentType).toBe("image/webp");
    expect(deps.storage.files.has(uploadKey)).toBe(false);
    expect(campaignDraftSchema.safeParse({ coverPhoto }).success).toBe(true);
  });

  it("goes with the campaign's change, but not while a copy of the campaign shows it", async () => {
    const deps = depsOf();
    deps.fetchRemote.files.set("https://pictures.example/a.gif", { bytes: pixel, contentType: "image/gif" });
    const take = async () => (await takeCover(deps, admin, { kind: "ADDRESS", url: "https://pictures.example/a.gif" })).coverPhoto;
    const stored = () => [...deps.storage.files.keys()].map((key) => `/files/${key}`);
    const [first, second] = [await take(), await take()];
    const { id } = await createCampaign(deps, admin, aCampaignInput({ coverPhoto: first }));
    const copy = await duplicateCampaign(deps, admin, { id });
    await updateCampaign(deps, admin, { id, changes: { coverPhoto: second } });
    expect(stored()).toEqual([first, second]);
    await updateCampaign(deps, admin, { id: copy.id, changes: { coverPhoto: null } });
    expect(stored()).toEqual([second]);
    await updateCampaign(deps, admin, { id, changes: { title: "Another title" } });
    expect(stored()).toEqual([second]);
    // One that cannot be removed now does not undo the change; the sweep takes it.
    deps.storage.remove = () => Promise.reject(new Error("the disk is read-only"));
    await updateCampaign(deps, admin, { id, changes: { coverPhoto: null } });
    expect(stored()).toEqual([second]);
  });

  it("that nobody shows is swept after a day, and nothing else", async () => {
    const deps = depsOf();
    const daysAgo = (days: number) => deps.clock.now().getTime() - days * 86_400_000;
    const put = async (name: string) => {
      await deps.storage.put(name, pixel, "image/webp");
      return name;
    };
    const orphans = await Promise.all([put(`covers/${v7({ msecs: daysAgo(2) })}.webp`), put(`covers/${v7({ msecs: daysAgo(90) })}.webp`)]);
    const shown = await put(`covers/${v7({ msecs: daysAgo(3) })}.webp`);
    await createCampaign(deps, admin, aCampaignInput({ coverPhoto: `/files/${shown}` }));
    const kept = [shown, await put(`covers/${v7({ msecs: daysAgo(0.5) })}.webp`), await put("covers/demo.webp"), await put("faces/1.webp")];
    expect(await sweepCovers(deps)).toBe(orphans.length);
    expect([...deps.storage.files.keys()].sort()).toEqual(kept.sort());
  });

  it("comes from the web once", async () => {
    const deps = depsOf();
    deps.fetchRemote.files.set("https://pictures.example/a.gif", { bytes: pixel, contentType: "image/gif" });
    const { coverPhoto } = await takeCover(deps, admin, { kind: "ADDRESS", url: "https://pictures.example/a.gif" });
    expect(deps.storage.files.has(coverPhoto.slice("/files/".length))).toBe(true);
  });

  it.each([
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>', "INVALID image.format"],
    ["a web page", "<!doctype html><script>alert(1)</script>", "INVALID image.unreadable"],
  ])("is not %s, whatever it is called", async (_what, bytes, key) => {
    const deps = depsOf();
    const uploadKey = await anUpload(deps.storage, { actor: admin, bytes, purpose: "cover" });
    expect(await keyOf(takeCover(deps, admin, { kind: "UPLOAD", uploadKey }))).toBe(key);
    expect([...deps.storage.files.keys()].filter((name) => name.startsWith("covers/"))).toEqual([]);
  });

  it("is not somebody else's upload, nor one sent for something else", async () => {
    const deps = depsOf();
    const theirs = await anUpload(deps.storage, { actor: anActor("SUPER_ADMIN"), bytes: pixel, purpose: "cover" });
    const list = await anUpload(deps.storage, { actor: admin, bytes: pixel, purpose: "import" });
    for (const uploadKey of [theirs, list, `uploads/${depsOf().newId()}`])
      expect(await keyOf(takeCover(deps, admin, { kind: "UPLOAD", uploadKey }))).toBe("NOT_FOUND campaign.coverNotFound");
    expect(await keyOf(takeCover(deps, aStranger(), { kind: "UPLOAD", uploadKey: list }))).toBe("UNAUTHENTICATED auth.signInFirst");
  });
});
