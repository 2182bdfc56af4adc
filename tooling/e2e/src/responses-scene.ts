import { randomUUID } from "node:crypto";
import fs from "node:fs";
import type { Page } from "playwright-core";
import { mutate } from "./admin-call";

const screenshot = new URL("../../fixtures/replies/screenshot.png", import.meta.url);

type Reply = { name: string; title: string; text: string; comment?: string; author?: string; locale?: "en" | "fr"; pictured?: boolean };

const replies: Reply[] = [
  {
    name: "Noor Whitfield",
    title: "MP for Harbour East",
    text: "Thank you for writing to me about the night bus.\n\nI will vote for the motion on March 12, and I have asked the minister to extend the funding. If you would like to talk about it, call me at 416-555-0199 or write to noor.whitfield@parl.example. My office is at 123 Main Street, Suite 4.\n\nSincerely,\nNoor Whitfield",
    comment: "She answered within a week! My cell is 647-555-0123 if anybody wants the whole thread.",
    author: "Ana Roy",
    pictured: true,
  },
  {
    name: "Étienne Lafleur-Beauchemin",
    title: "Député de Rivière-aux-Érables–Saint-Germain",
    text: "Bonjour,\n\nVotre lettre a bien été reçue. Le projet sera étudié en comité; je ne prends pas position avant ses conclusions.\n\nVeuillez agréer mes salutations distinguées,\nÉtienne Lafleur-Beauchemin",
    locale: "fr",
  },
  { name: "Ray Ho", title: "City councillor, Ward 7", text: "", author: "Sam Okafor", pictured: true },
];

/** A campaign's responses as moderators find them: words, comments and pictures, in both languages, and many more behind them. */
export const addResponses = async (page: Page, campaignId: string, more: number): Promise<void> => {
  const others = Array.from({ length: more }, (_one, at): Reply => ({
    name: `Councillor ${at + 1}`,
    title: `Ward ${at + 1}`,
    text: `Thank you for your letter. I ${at % 3 === 0 ? "will" : "will not"} support the night bus. Reach me at 416-555-0${100 + (at % 100)}.`,
    author: at % 2 === 0 ? `Supporter ${at + 1}` : "",
    pictured: at % 10 === 0,
  }));
  for (const reply of [...replies, ...others]) await addResponse(page, campaignId, reply);
};

const addResponse = async (page: Page, campaignId: string, reply: Reply): Promise<void> => {
  const { name, title, text, comment = "", author = "", locale = "en", pictured = false } = reply;
  await mutate(page, "admin/influence.responses.add", {
    submissionId: randomUUID(),
    campaignId,
    about: { kind: "TYPED", name, title, level: "MUNICIPAL" },
    type: "EMAIL",
    text,
    comment,
    repliedOn: "2026-03-04",
    pictureKey: pictured ? await takePicture(page) : null,
    name: author,
    askOffice: false,
    locale,
  });
};

let taken: Promise<string> | undefined;
/** One picture for all of them: the door counts how many an address brings. */
const takePicture = (page: Page): Promise<string> => (taken ??= bring(page));

const bring = async (page: Page): Promise<string> => {
  const headers = { origin: new URL(page.url()).origin, "content-type": "image/png" };
  const answer = await page.request.post("/replies/picture", { data: fs.readFileSync(screenshot), headers });
  if (!answer.ok()) throw new Error(`the picture was answered with ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { pictureKey: string }).pictureKey;
};
