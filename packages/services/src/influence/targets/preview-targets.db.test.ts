import { aCampaign, anActor, aStranger, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { representAnswerSchema } from "@cml/domain/influence";
import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, expect, it } from "vitest";
import toronto from "../../../../../tooling/fixtures/represent/M5V3L9.json" with { type: "json" };
import { setPreviewLink } from "../campaigns/preview-link";
import { previewTargets } from "./preview-targets";

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

const keyOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return isAppError(error) ? `${error.code} ${error.messageKey}` : error;
};
const notFound = "NOT_FOUND campaign.notFound";

const setUp = async () => {
  const deps = testDeps({ db: test.db });
  deps.represent.answers.set("M5V3L9", representAnswerSchema.parse(toronto));
  const campaign = await aCampaign(test.db, { status: "DRAFT", targetGovernmentLevels: ["FEDERAL"], allowMailtoLink: false });
  const asked = { slug: campaign.slug, token: null, postalCode: "M5V3L9", districts: [], locale: "en" as const };
  return { deps, campaign, asked };
};

it("finds a sample supporter's people in a draft, for who holds the private link and for who works on it", async () => {
  const { deps, campaign, asked } = await setUp();
  const { url } = await setPreviewLink(deps, staff, { id: campaign.id, shared: true });
  const token = url?.split("/").pop() ?? "";
  for (const [actor, given] of [
    [aStranger(), { ...asked, token }],
    [staff, asked],
  ] as const) {
    const { targets, city } = await previewTargets(deps, actor, given);
    expect(targets).toMatchObject([{ name: "Pat Ridings", hasEmail: true, email: null }]);
    expect(city).toBe("Toronto");
  }
});

it("is closed to a stranger, to somebody else's account and to a void link", async () => {
  const { deps, campaign, asked } = await setUp();
  expect(await keyOf(previewTargets(deps, aStranger(), asked))).toBe(notFound);
  expect(await keyOf(previewTargets(deps, anActor("USER"), asked))).toBe(notFound);
  expect(await keyOf(previewTargets(deps, aStranger(), { ...asked, token: "x".repeat(43) }))).toBe(notFound);
  const { url } = await setPreviewLink(deps, staff, { id: campaign.id, shared: true });
  await setPreviewLink(deps, staff, { id: campaign.id, shared: false });
  expect(await keyOf(previewTargets(deps, aStranger(), { ...asked, token: url?.split("/").pop() ?? "" }))).toBe(notFound);
});

it("looks nobody up but the sample supporters", async () => {
  const { deps, asked } = await setUp();
  expect(await keyOf(previewTargets(deps, staff, { ...asked, postalCode: "K1A0B1" }))).toBe("INVALID sample.onlySamples");
  expect(deps.represent.asked).toEqual([]);
});
