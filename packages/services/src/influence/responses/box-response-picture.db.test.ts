import fs from "node:fs";
import { recordResponseChange, insertResponse, findResponse, listResponseChanges, updateResponse } from "@cml/db/influence";
import { systemActor } from "@cml/domain/kernel";
import { reencodeImage } from "@cml/integrations/images";
import { aCampaign, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { boxResponsePicture } from "./box-response-picture";
import { getResponseFile } from "./list-responses";
import { drawPicture, originalPrefix } from "./response-picture";

// Reading gives way to everything else that runs.
vi.setConfig({ testTimeout: 120_000 });

let test: TestDb;
let deps: ReturnType<typeof setUp>;
let campaign: Awaited<ReturnType<typeof aCampaign>>;
let screenshot: Buffer;
const setUp = () => testDeps({ db: test.db });

beforeAll(async () => {
  test = await createTestDb();
  const file = new URL("../../../../../tooling/fixtures/replies/screenshot.png", import.meta.url);
  screenshot = (await reencodeImage(fs.readFileSync(file), { maxWidth: 2_400 })).bytes;
});
afterAll(() => test.drop());
beforeEach(async () => {
  deps = setUp();
  campaign = await aCampaign(test.db);
});

/** A response as the form leaves it: the picture is there, drawn without boxes. */
const aResponse = async () => {
  const id = deps.newId();
  const key = `${originalPrefix}${deps.newId()}.webp`;
  await deps.storage.put(key, screenshot, "image/webp");
  const drawn = await drawPicture(deps, key, []);
  await insertResponse(deps.db, {
    id,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    representativeName: "Noor Whitfield",
    representativeLevel: "FEDERAL",
    responseType: "EMAIL",
    responseText: "",
    shownText: "",
    locale: "en",
    createdAt: deps.clock.now(),
    screenshotKey: key,
    screenshotUrl: drawn.url,
    screenshotWidth: drawn.width,
    screenshotHeight: drawn.height,
  });
  return { id, key, url: drawn.url };
};

it("boxes street, postal code, phone and e-mail address in a new picture, under a new name, and writes it down", async () => {
  const { id, key, url } = await aResponse();
  await boxResponsePicture(deps, systemActor(), { responseId: id });
  const boxed = await findResponse(deps.db, id);
  expect(boxed?.boxes.picture).toHaveLength(4);
  // All of them in the signature, none over what the office wrote.
  for (const [x, y, width, height] of boxed?.boxes.picture ?? []) {
    expect(y).toBeGreaterThan(0.65);
    expect(x + width).toBeLessThan(0.5);
    expect(height).toBeLessThan(0.08);
  }
  expect(boxed?.screenshotUrl).not.toBe(url);
  expect(await deps.storage.open(url.replace("/files/", ""))).toBeNull();
  expect(await deps.storage.open((boxed?.screenshotUrl ?? "").replace("/files/", ""))).not.toBeNull();
  expect(await deps.storage.open(key)).not.toBeNull();
  expect(await listResponseChanges(deps.db, id)).toMatchObject([{ kind: "BOXED", byUserId: null }]);
});

it("leaves alone what a person boxed or decided, what is gone, and a picture without words", async () => {
  const at = deps.clock.now();
  const mine = await aResponse();
  const boxes = { text: [], comment: [], picture: [[0, 0, 0.5, 0.5] as [number, number, number, number]] };
  await updateResponse(deps.db, mine.id, { boxes, updatedAt: at });
  const decided = await aResponse();
  await updateResponse(deps.db, decided.id, { status: "APPROVED", updatedAt: at });
  for (const { id, url } of [mine, decided]) {
    const before = await findResponse(deps.db, id);
    await boxResponsePicture(deps, systemActor(), { responseId: id });
    expect(await findResponse(deps.db, id)).toEqual(before);
    expect(await deps.storage.open(url.replace("/files/", ""))).not.toBeNull();
    expect(await listResponseChanges(deps.db, id)).toEqual([]);
  }
  await expect(boxResponsePicture(deps, systemActor(), { responseId: deps.newId() })).resolves.toBeUndefined();
});

it("leaves alone a picture whose boxes a person took away while it waited", async () => {
  const { id } = await aResponse();
  const drawnBefore = { boxes: { text: [], comment: [], picture: [[0, 0, 0.5, 0.5]] } };
  await recordResponseChange(deps.db, { responseId: id, kind: "BOXED", at: deps.clock.now(), byUserId: null, before: drawnBefore });
  await boxResponsePicture(deps, systemActor(), { responseId: id });
  expect((await findResponse(deps.db, id))?.boxes.picture).toEqual([]);
});

it("says of a picture that no machine can read that its moderator must look herself, until it is read after all", async () => {
  const { id, key, url } = await aResponse();
  await updateResponse(deps.db, id, { confirmedAt: deps.clock.now(), updatedAt: deps.clock.now() });
  await deps.storage.put(key, Buffer.from("no picture"), "image/webp");
  await expect(boxResponsePicture(deps, systemActor(), { responseId: id })).rejects.toThrow();
  expect(await findResponse(deps.db, id)).toMatchObject({ screenshotUnread: true, screenshotUrl: url, boxes: { picture: [] } });
  expect((await getResponseFile(deps, systemActor(), { id })).response.isPictureUnread).toBe(true);
  await deps.storage.put(key, screenshot, "image/webp");
  await boxResponsePicture(deps, systemActor(), { responseId: id });
  const read = await findResponse(deps.db, id);
  expect(read?.screenshotUnread).toBe(false);
  expect(read?.boxes.picture).toHaveLength(4);
});
