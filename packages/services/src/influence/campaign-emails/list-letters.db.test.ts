import { listLettersInput } from "@cml/domain/influence";
import { aCampaign, actorOf, anActor, aStranger, aUser, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getLetter, listLetters } from "../index";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

it("shows letters to who sees their campaign, and to another user or a stranger not even that there are any", async () => {
  const deps = testDeps({ db: test.db });
  const owner = actorOf(await aUser(test.db, { role: "USER" }));
  const { id: campaignId, slug } = await aCampaign(test.db, { createdByUserId: owner.userId });
  const texts = { subject: "s", message: "m", recipientEmail: "mp@parl.example", recipientName: "MP" };
  const { id } = await test.db.prisma.campaignEmail.create({ data: { campaignId, campaignSlug: slug, ...texts, emailMethod: "SMTP" } });
  for (const actor of [owner, anActor("INFLUENCE_ADMIN")]) {
    expect((await listLetters(deps, actor, listLettersInput.parse({ campaignId }))).items).toMatchObject([{ id }]);
    expect(await getLetter(deps, actor, { id })).toMatchObject({ id });
  }
  for (const actor of [anActor("USER"), aStranger()]) {
    await expect(listLetters(deps, actor, listLettersInput.parse({ campaignId }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listLetters(deps, actor, listLettersInput.parse({}))).toMatchObject({ items: [], total: 0, byStatus: {} });
    await expect(getLetter(deps, actor, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
