import { findSiteSettings } from "@cml/db/settings";
import { actorOf, anActor, aStranger, aUser, createTestDb, fakeSecrets, fakeClock, testDeps, type TestDb } from "@cml/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getMailTransport } from "../get-mail-transport";
import { getMapSettings, getMapView, updateMapSettings } from "../map-settings/map-settings";
import { getPublicLink } from "./get-public-url";
import { getPublicSettings, getSettings } from "./get-settings";
import { getSetup, setSetupStep } from "./setup";
import { updateSiteSettings } from "./update-site-settings";

let database: TestDb;
beforeEach(async () => {
  database = await createTestDb();
});
afterEach(() => database.drop());

const actor = anActor("SUPER_ADMIN");
const setUp = () => testDeps({ db: database.db });
const server = {
  smtpActiveProvider: "production",
  smtpHost: "smtp.example.org",
  smtpUser: "letters",
  smtpPass: "t0p-secret",
  smtpFromAddress: "letters@example.org",
} as const;
const signedAdmin = async () => actorOf(await aUser(database.db, { role: "SUPER_ADMIN", name: "Jo Singh" }));

describe("the settings", () => {
  it("change field by field, are seen at once, and leave a trace without their values", async () => {
    const deps = setUp();
    const before = await getSettings(deps, actor);
    await updateSiteSettings(deps, await signedAdmin(), {
      organizationName: "Vélo Québec",
      translations: { en: { organizationName: "Bike Quebec" } },
    });
    expect(await getSettings(deps, actor)).toMatchObject({ organizationName: "Vélo Québec", timeZone: before.timeZone, enableMap: true });
    expect(deps.events.published).toEqual([{ type: "settings.changed" }]);
    const [entry] = await database.db.prisma.auditEntry.findMany({ where: { action: "settings.update" } });
    expect(entry?.facts).toEqual({ fields: ["organizationName", "translations"] });
  });

  it("never give the SMTP password away, and keep it sealed", async () => {
    const deps = setUp();
    const answer = await updateSiteSettings(deps, await signedAdmin(), server);
    expect(answer).toMatchObject({ smtpPassSet: true, smtpUser: "letters" });
    const told = JSON.stringify([answer, await getSettings(deps, actor), await getPublicSettings(deps, aStranger())]);
    expect(told).not.toContain("t0p-secret");
    const { smtpPassSealed } = await findSiteSettings(database.db);
    expect(smtpPassSealed).not.toBeNull();
    expect(smtpPassSealed).not.toContain("t0p-secret");
    expect((await getMailTransport(deps)).target).toMatchObject({
      host: "smtp.example.org",
      port: 587,
      user: "letters",
      pass: "t0p-secret",
    });
    await updateSiteSettings(deps, await signedAdmin(), { smtpUser: "other" });
    expect((await getMailTransport(deps)).target).toMatchObject({ user: "other", pass: "t0p-secret" });
    await updateSiteSettings(deps, await signedAdmin(), { smtpPass: null });
    expect((await getSettings(deps, actor)).smtpPassSet).toBe(false);
  });

  it("say when the password was sealed with another secret, instead of failing", async () => {
    const deps = setUp();
    await updateSiteSettings(deps, await signedAdmin(), server);
    const moved = testDeps({ db: database.db, secrets: { ...fakeSecrets(fakeClock()), unseal: () => null } });
    expect((await getMailTransport(moved)).target.pass).toBeNull();
    expect(moved.logger.lines.some(({ level }) => level === "warn")).toBe(true);
  });

  it.each([
    ["defaultLocaleMissing", { locales: ["fr" as const] }],
    ["smtpIncomplete", { ...server, smtpFromAddress: null }],
    ["testRecipientMissing", { emailTestMode: true }],
  ])("refuse what contradicts itself: %s", async (contradiction, changes) => {
    const deps = setUp();
    const before = await getSettings(deps, actor);
    await expect(updateSiteSettings(deps, actor, changes)).rejects.toMatchObject({
      code: "INVALID",
      messageKey: `settings.${contradiction}`,
    });
    expect((await findSiteSettings(database.db)).settings).toEqual(before);
  });

  it("of the public part hold nothing about mail servers", async () => {
    const deps = setUp();
    await updateSiteSettings(deps, await signedAdmin(), server);
    expect(Object.keys(await getPublicSettings(deps, aStranger())).filter((name) => /smtp|test|inbound|paused/i.test(name))).toEqual([]);
  });

  it("tell honestly whether mail reaches anybody", async () => {
    const deps = setUp();
    expect((await getPublicSettings(deps, aStranger())).embeddedMail).toBe(true);
    await updateSiteSettings(deps, await signedAdmin(), server);
    expect((await getPublicSettings(deps, aStranger())).embeddedMail).toBe(false);
  });

  it("lead links to the public address, in the reader's language", async () => {
    const deps = setUp();
    expect(await getPublicLink(deps, "en", "/verify/x")).toBe("https://act.example.org/verify/x");
    await updateSiteSettings(deps, await signedAdmin(), { publicUrl: "https://agir.example.org" });
    expect(await getPublicLink(deps, "fr", "/verify/x")).toBe("https://agir.example.org/fr/verify/x");
  });

  it("are read again when another process changed them, by event or after half a minute", async () => {
    const deps = setUp();
    await getSettings(deps, actor);
    await updateSiteSettings(setUp(), await signedAdmin(), { organizationName: "Elsewhere" });
    await deps.events.publish({ type: "settings.changed" });
    expect((await getSettings(deps, actor)).organizationName).toBe("Elsewhere");
    await updateSiteSettings(setUp(), await signedAdmin(), { organizationName: "Elsewhere again" });
    deps.clock.advance(31_000);
    expect((await getSettings(deps, actor)).organizationName).toBe("Elsewhere again");
  });
});

describe("the first steps", () => {
  it("are five, skippable, and do not come back", async () => {
    const deps = setUp();
    expect(await getSetup(deps, actor)).toMatchObject({ next: "organization" });
    const admin = await signedAdmin();
    await setSetupStep(deps, admin, { step: "organization", outcome: "done" });
    await Promise.all([
      setSetupStep(deps, admin, { step: "languages", outcome: "skipped" }),
      setSetupStep(deps, admin, { step: "publicUrl", outcome: "skipped" }),
    ]);
    await setSetupStep(deps, admin, { step: "mail", outcome: "done" });
    expect(await setSetupStep(deps, admin, { step: "map", outcome: "skipped" })).toEqual({
      steps: [
        { step: "organization", state: "done" },
        { step: "languages", state: "skipped" },
        { step: "publicUrl", state: "skipped" },
        { step: "mail", state: "done" },
        { step: "map", state: "skipped" },
      ],
      next: null,
    });
  });
});

describe("the map's settings", () => {
  it("open the map where they say, exactly", async () => {
    const deps = setUp();
    await updateMapSettings(deps, await signedAdmin(), { latitude: 49.28273, longitude: -123.12074, zoom: 13, walkSheetTitle: "Doors" });
    expect(await getMapView(deps, aStranger())).toMatchObject({ latitude: 49.28273, longitude: -123.12074, zoom: 13 });
    expect(await getMapSettings(deps, actor)).toMatchObject({ walkSheetTitle: "Doors", walkSheetFooter: null });
    expect(Object.keys(await getMapView(deps, aStranger())).sort()).toEqual(["credits", "ground", "latitude", "longitude", "zoom"]);
  });
});
