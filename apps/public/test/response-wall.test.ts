import { expect, it, vi } from "vitest";
import type { Source } from "../src/data/source";
import { renderSite, type SiteRequest } from "../src/render-site";
import { aReply, aWall, replyId } from "./a-reply";
import { aCampaign, aSource } from "./a-source";
import { aTarget, theTargets } from "./a-target";

const token = "t".repeat(43);
const withWall = (more: Partial<Source> = {}) => aSource({ campaign: async () => aCampaign({ showReplies: true }), ...more });
const get = (url: string, source: Source, more: Partial<SiteRequest> = {}) =>
  renderSite({ url, nonce: "n0nce", publicUrl: "https://act.example.org", source, ...more });
const post = (url: string, form: Record<string, string>, source: Source) =>
  get(url, source, { method: "POST", form: new URLSearchParams(form).toString() });

it("shows who, when, how and the words; filters and orders are addresses", async () => {
  const wall = vi.fn(async () => aWall({ next: `0_1_${replyId}` }));
  const { html } = await get("/c/lanes/replies?level=FEDERAL&sort=upvoted&type=NONSENSE", withWall({ wall }));
  expect(wall).toHaveBeenCalledWith({ campaignSlug: "lanes", level: "FEDERAL", type: null, person: null, sort: "UPVOTED", after: null, before: null });
  for (const words of ["Noor Whitfield", "I will vote for it.", "October 20, 2026", "12 days after the letter", "By e-mail", "Shared by Ana Supporter"])
    expect(html).toContain(words);
  expect(html).toContain(`href="/c/lanes/replies?level=FEDERAL&amp;sort=upvoted&amp;after=0_1_${replyId}"`);
  expect(html).toContain(`action="/c/lanes/replies/${replyId}/upvote"`);
}); // prettier-ignore

it("goes on and back through its pages with filters and order, by links", async () => {
  const place = `7_1_${replyId}`;
  const wall = vi.fn(async () => aWall({ previous: place, next: `3_1_${replyId}` }));
  const { html } = await get(`/c/lanes/replies?type=EMAIL&sort=upvoted&before=${place}`, withWall({ wall }));
  expect(wall).toHaveBeenCalledWith(expect.objectContaining({ type: "EMAIL", sort: "UPVOTED", after: null, before: place }));
  expect(html).toContain(`rel="prev" href="/c/lanes/replies?type=EMAIL&amp;sort=upvoted&amp;before=${place}"`);
  expect(html).toContain(`rel="next" href="/c/lanes/replies?type=EMAIL&amp;sort=upvoted&amp;after=3_1_${replyId}"`);
  expect(html).toContain('href="/c/lanes/replies?type=EMAIL"');
  expect((await get("/c/lanes/replies?before=nonsense", withWall({ wall: async () => aWall() }))).html).not.toContain("wall-pages");
});

it("draws what is covered as one black box that is read aloud as covered", async () => {
  const items = [aReply({ text: "Call ███ ████████ or\n██.", comment: "She is ████" })];
  const { html } = await get("/c/lanes/replies", withWall({ wall: async () => aWall({ items }) }));
  const box = (signs: string) => `<span class="covered-words" role="img" aria-label="[covered]">${signs}</span>`;
  expect(html).toContain(`Call ${box("███ ████████")} or\n${box("██")}.`);
  expect(html).toContain(`She is ${box("████")}`);
});

it("never mixes the two marks", async () => {
  const at = new Date("2026-11-01T15:00:00Z");
  const wallOf = (more: object) => withWall({ wall: async () => aWall({ items: [aReply(more)] }) });
  const marksOf = async (more: object) => {
    const { html } = await get("/c/lanes/replies", wallOf(more));
    const card = html.slice(html.indexOf('<article class="reply"'), html.indexOf("</article>"));
    return [card.includes("Confirmed by the office"), card.includes("Proof seen by us"), card.includes("Not confirmed yet")];
  };
  expect(await marksOf({})).toEqual([false, false, true]);
  expect(await marksOf({ confirmedByOffice: { at } })).toEqual([true, false, false]);
  expect(await marksOf({ proofSeen: { at } })).toEqual([false, true, false]);
  expect(await marksOf({ confirmedByOffice: { at }, proofSeen: { at } })).toEqual([true, true, false]);
});

it("shows what people and offices wrote as text, never as HTML", async () => {
  const nasty = "</script><img src=x onerror=alert(1)>";
  const items = [aReply({ text: nasty, comment: nasty, author: nasty, representativeName: nasty, officeReply: { text: nasty, at: new Date() } })];
  for (const path of ["/c/lanes/replies", `/c/lanes/replies/${replyId}`]) {
    const source = withWall({
      wall: async () => aWall({ items }),
      onWall: async () => ({ campaignTitle: nasty, response: aReply({ text: nasty, representativeName: nasty }) }),
    });
    const { html } = await get(path, source);
    expect(html).not.toContain("<img src=x");
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)?.length ?? 0);
  }
}); // prettier-ignore

it("says how many replies there are before it opens, and asks for one", async () => {
  const wall = async () => aWall({ state: "GATHERING", total: 2, items: [] });
  const { html } = await get("/c/lanes/replies", withWall({ wall }));
  expect(html).toContain("2 of 3 replies are here");
  expect(html).toContain('href="/c/lanes/replies/new"');
});

it("draws the facts with letters, replies and days", async () => {
  const facts = { recipientKey: "k", name: "Alex Chen", title: null, level: null, partyName: null, position: "UNKNOWN" as const };
  const replyFacts = async () => [{ ...facts, handedOver: 1_240, returned: 12, replies: 87, medianDays: 6.5 }];
  const { html } = await get("/fr/c/lanes/replies", withWall({ wall: async () => aWall(), replyFacts }));
  for (const words of [/1\s228/, /lettres remises/, /6,5/, /Par courriel/]) expect(html).toMatch(words);
});

it("gives one reply a page with its words for shares", async () => {
  const onWall = async () => ({ campaignTitle: "Lanes", response: aReply() });
  const { html } = await get(`/c/lanes/replies/${replyId}`, withWall({ onWall }));
  expect(html).toContain('<meta property="og:title" content="Noor Whitfield answers');
  expect(html).toContain('<meta name="description" content="I will vote for it."/>');
  expect((await get("/c/lanes/replies/nonsense", withWall({ onWall }))).status).toBe(404);
  expect((await get("/c/lanes/replies", withWall())).status).toBe(404);
});

it("takes an upvote as a plain form: counted, or asked for an address", async () => {
  const path = `/c/lanes/replies/${replyId}/upvote`;
  expect(await post(path, {}, withWall({ upvote: async () => ({ kind: "COUNTED" }) }))).toMatchObject({
    status: 303,
    headers: { location: `/c/lanes/replies/${replyId}` },
  });
  expect((await post(path, {}, withWall())).html).toContain('name="email"');
  const upvote = vi.fn(async () => ({ kind: "CONFIRM" as const }));
  expect((await post(path, { email: "vic@example.com", website: "" }, withWall({ upvote }))).html).toContain("Look into your mail");
  expect(upvote).toHaveBeenCalledWith({ responseId: replyId, email: "vic@example.com", trap: "", locale: "en" });
  expect((await get(path, withWall({ upvote }))).status).toBe(303);
});

it("takes a reply as a plain form, and keeps what was written where something has to be mended", async () => {
  const targets = async () => theTargets({ targets: [aTarget("t1", { name: "Noor Whitfield", recipientKey: "FEDERAL|noor|" })] });
  const submitReply = vi.fn(async (): ReturnType<Source["submitReply"]> => ({ kind: "refused", status: 400, words: "Not this day." }));
  const source = withWall({ targets, submitReply });
  const form = { who: "known:FEDERAL|noor|", code: "M5V 3L9", type: "LETTER", text: "Yes.", name: "Ana", email: "ana@example.com", shownAs: "name" };
  const refused = await post("/c/lanes/replies/new", { ...form, submissionId: replyId }, source);
  expect(submitReply.mock.calls[0]).toMatchObject([
    { about: { kind: "KNOWN", recipientKey: "FEDERAL|noor|", postalCode: "M5V 3L9" }, type: "LETTER", text: "Yes.", submissionId: replyId },
  ]);
  expect(refused.status).toBe(400);
  for (const words of ["Not this day.", ">Yes.</textarea>", 'value="ana@example.com"', replyId]) expect(refused.html).toContain(words);
  submitReply.mockResolvedValue({ kind: "CONFIRM" });
  expect((await post("/c/lanes/replies/new", form, source)).headers?.["location"]).toBe("/c/lanes/replies/sent?mail");
}); // prettier-ignore

it("asks for the level of somebody typed by hand and guesses none", async () => {
  const submitReply = vi.fn(async (): ReturnType<Source["submitReply"]> => ({ kind: "refused", status: 400, words: "At which level?" }));
  const source = withWall({ targets: async () => theTargets({ targets: [] }), submitReply });
  const { html } = await get("/c/lanes/replies/new", source);
  expect(html).toMatch(/<option value=""[^>]*>Choose the level<\/option>/);
  expect(html).not.toMatch(/<option value="FEDERAL"[^>]*selected/);
  const form = { who: "typed", typedName: "Lee Park", level: "", text: "Yes." };
  expect((await post("/c/lanes/replies/new", form, source)).html).toContain("At which level?");
  const chosen = await post("/c/lanes/replies/new", { ...form, level: "SCHOOL_BOARD" }, source);
  expect(chosen.html).toMatch(/<option value="SCHOOL_BOARD"[^>]*selected/);
  expect(submitReply.mock.calls).toMatchObject([
    [{ about: { kind: "TYPED", level: null } }],
    [{ about: { kind: "TYPED", level: "SCHOOL_BOARD" } }],
  ]);
});

it("does nothing when a mailed link is opened, and what its button says when that is pressed", async () => {
  const pendingUpvote = async () => ({
    state: "WAITING" as const,
    responseId: replyId,
    campaignSlug: "lanes",
    campaignTitle: "Lanes",
    representativeName: "Noor Whitfield",
    text: "Yes.",
    expiresAt: new Date("2026-11-25T15:00:00Z"),
  });
  const confirmUpvote = vi.fn(async () => ({ campaignSlug: "lanes", responseId: replyId }));
  const source = withWall({ pendingUpvote, confirmUpvote });
  const opened = await get(`/replies/confirm/${token}`, source);
  expect(opened.html).toContain("Yes, count me");
  expect(opened.headers?.["cache-control"]).toBe("no-store");
  expect(confirmUpvote).not.toHaveBeenCalled();
  await post(`/replies/confirm/${token}`, {}, source);
  expect(confirmUpvote).toHaveBeenCalledWith(token);
  expect((await get(`/replies/confirm/${token}`, withWall())).status).toBe(410);
});

it("says of a used link what it did, and of one that is over where to begin again", async () => {
  const reply = { campaignSlug: "lanes", campaignTitle: "Lanes", representativeName: "Noor", text: "Yes.", comment: null, author: null };
  const upvote = { responseId: replyId, campaignSlug: "lanes", campaignTitle: "Lanes", representativeName: "Noor", text: "Yes." };
  const expiresAt = new Date("2026-11-25T15:00:00Z");
  const open = (more: Partial<Source>) => get(`/replies/confirm/${token}`, withWall(more));
  const used = await open({ pendingReply: async () => ({ ...reply, expiresAt, state: "CONFIRMED" }) });
  expect(used).toMatchObject({ status: 200 });
  expect(used.html).toContain("Your address is confirmed already");
  expect(used.html).not.toContain("no longer works");
  const late = await open({ pendingReply: async () => ({ ...reply, expiresAt, state: "EXPIRED" }) });
  expect(late.status).toBe(410);
  expect(late.html).toContain('href="/c/lanes/replies/new"');
  const lateVote = await open({ pendingUpvote: async () => ({ ...upvote, expiresAt, state: "EXPIRED" }) });
  expect(lateVote.status).toBe(410);
  expect(lateVote.html).toContain(`href="/c/lanes/replies/${replyId}"`);
});
