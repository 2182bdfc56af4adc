import { describe, expect, it } from "vitest";
import { renderSite, type SiteRequest } from "../src/render-site";
import { aCampaign, aSite, aSource } from "./a-source";
import { aTarget, theTargets } from "./a-target";

const token = "t".repeat(43);
const get = (url: string, more: Partial<SiteRequest> = {}) =>
  renderSite({ url, nonce: "n0nce", publicUrl: "https://act.example.org", source: aSource(), ...more });

/** What a reader without JavaScript is left with. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("a campaign page", () => {
  it("can be read whole without JavaScript: title, why, who gets it, the letter, how to act", async () => {
    const { status, html } = await get("/c/lanes");
    const text = textOf(html);
    expect(status).toBe(200);
    for (const words of [
      "Protected bike lanes",
      "Forty-one people were hurt.",
      "Member of Parliament",
      "1,284",
      "Please vote for the plan.",
      "Your postal code",
      "Find my representatives",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("{{");
  });

  it("tells search engines and shares where it is, in both languages", async () => {
    const { html } = await get("/c/lanes?s=flyer");
    expect(html).toContain('<link rel="canonical" href="https://act.example.org/c/lanes"/>');
    expect(html).toContain('hrefLang="fr" href="https://act.example.org/fr/c/lanes"');
    expect(html).toContain('<meta property="og:image" content="https://act.example.org/files/covers/lanes.webp"/>');
    expect(html).toContain('<meta name="description" content="Council votes on December 9."/>');
  });

  it("is French throughout under /fr and keeps to French links", async () => {
    const { html, headers } = await get("/fr/c/lanes");
    expect(html).toContain('<html lang="fr">');
    expect(headers?.["content-language"]).toBe("fr");
    expect(textOf(html)).toContain("Votre code postal");
    expect(html).toContain('href="/fr/campaigns"');
    expect(html).toMatch(/href="\/c\/lanes"[^>]*>English|>English</);
  });

  it("shows what people wrote as text, never as HTML, in the page and in the panel's data", async () => {
    const nasty = "</script><img src=x onerror=alert(1)>";
    const source = aSource({
      campaign: async () => aCampaign({ title: nasty, description: nasty, letter: { subject: nasty, body: nasty } }),
    });
    const { html } = await get("/c/lanes", { source });
    expect(html).not.toContain("<img src=x");
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)?.length ?? 0);
  });

  it("runs no script of its own in the page and puts the nonce on its styles", async () => {
    const { html } = await get("/c/lanes");
    for (const script of html.match(/<script[^>]*>/g) ?? []) expect(script).toMatch(/type="application\/json"|src="\/assets\//);
    expect(html).toContain('<style nonce="n0nce">');
    expect(html).not.toMatch(/\son[a-z]+="/);
  });

  it.each([
    ["paused", "This campaign is paused"],
    ["ended", "This campaign has ended"],
  ] as const)("keeps its page when %s, without a form", async (state, words) => {
    const { html, status } = await get("/c/lanes", { source: aSource({ campaign: async () => aCampaign({ state }) }) });
    expect(status).toBe(200);
    expect(textOf(html)).toContain(words);
    expect(html).not.toContain('name="code"');
    // On a phone too it is read before the story, and after the title.
    const places = ["<h1", words, 'id="why"'].map((part) => html.indexOf(part));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it("says nothing about a count the campaign keeps to itself", async () => {
    const { html } = await get("/c/lanes", { source: aSource({ campaign: async () => aCampaign({ letterCount: null }) }) });
    expect(textOf(html)).not.toContain("sent from this page");
  });
});

describe("mailed links", () => {
  const letter = {
    state: "WAITING" as const,
    campaignTitle: "Protected bike lanes",
    campaignSlug: "lanes",
    name: "Robin Côté",
    letters: [{ recipientName: "Chi Nguyen", recipientTitle: "MP", subject: "Lanes", message: "Please vote." }],
    consents: ["tellHowItEnds" as const],
    expiresAt: "2026-11-29T18:00:00Z",
  };

  it("show the letter and one button, act on nothing, and stay out of search engines and referrers", async () => {
    let confirmed = 0;
    const source = aSource({
      pendingLetters: async () => letter,
      confirmLetters: async () => ((confirmed += 1), { receiptToken: "r".repeat(40) }),
    });
    const { html, status } = await get(`/confirm/${token}`, { source });
    expect(status).toBe(200);
    expect(confirmed).toBe(0);
    expect(html).toContain(`<form action="/confirm/${token}" method="post">`);
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
    expect(html).not.toContain("canonical");
    expect(textOf(html)).toContain("Chi Nguyen");
  });

  it("show every letter that is confirmed, the first one open, without JavaScript too", async () => {
    const letters = (many: number) =>
      Array.from({ length: many }, (_, at) => ({
        ...{ recipientName: `Person ${at}`, recipientTitle: null, subject: `Subject ${at}`, message: `Words for person ${at}.` },
      }));
    const page = async (many: number) =>
      (await get(`/confirm/${token}`, { source: aSource({ pendingLetters: async () => ({ ...letter, letters: letters(many) }) }) })).html;
    const three = await page(3);
    for (const at of [0, 1, 2]) expect(textOf(three)).toContain(`Words for person ${at}.`);
    expect(textOf(three)).toContain("Are these your 3 letters?");
    expect(three.indexOf("Words for person 0.")).toBeLessThan(three.indexOf("<details"));
    expect(three.match(/<details/g)).toHaveLength(2);
    // A council's letters stand behind one line, so that the button stays near.
    const council = await page(40);
    expect(textOf(council)).toContain("39 more letters");
    expect(textOf(council)).toContain("Words for person 39.");
    expect(council.match(/<details/g)).toHaveLength(40);
  });

  it("act on a plain form's POST and lead to the receipt", async () => {
    const source = aSource({ pendingLetters: async () => letter, confirmLetters: async () => ({ receiptToken: "r".repeat(40) }) });
    const answer = await get(`/fr/confirm/${token}`, { source, method: "POST" });
    expect(answer).toMatchObject({ status: 303, headers: { location: `/fr/receipt/${"r".repeat(40)}?confirmed` } });
  });

  it("say plainly that a dead link sent nothing", async () => {
    const dead = await get(`/confirm/${token}`);
    expect(dead.status).toBe(410);
    expect(textOf(dead.html)).toContain("Nothing was sent");
    const posted = await get(`/confirm/${token}`, { method: "POST" });
    expect(posted.status).toBe(410);
  });

  const sent = { printed: false, canAnswer: false, saidSent: false, pdfUrl: null, shareUrl: null };

  it("tell each letter's own story on the receipt, and claim no delivery", async () => {
    const receipt = {
      campaignTitle: "Protected bike lanes",
      campaignSlug: "lanes",
      name: "Robin Côté",
      erasedAt: null,
      letters: [
        {
          id: "1",
          recipient: "Chi Nguyen",
          recipientTitle: "MP",
          subject: "Lanes",
          message: "Text",
          ...sent,
          steps: [{ step: "HANDED_OVER" as const, at: "2026-11-22T18:14:00Z", when: "November 26, 10:14 a.m.", words: null, reason: null }],
        },
        {
          id: "2",
          recipient: "Ausma Malik",
          recipientTitle: "",
          subject: "Lanes",
          message: "Text",
          ...sent,
          steps: [{ step: "REFUSED" as const, at: null, when: "", words: "550 <b>No</b> such user", reason: "NO_SUCH_ADDRESS" as const }],
        },
      ],
    };
    const { html, headers } = await get(`/receipt/${token}`, { source: aSource({ receipt: async () => receipt }) });
    const text = textOf(html);
    expect(text).toContain("Handed over to the recipient’s mail server");
    expect(text).toContain("10:14");
    expect(text).not.toMatch(/delivered/i);
    expect(html).toContain("550 &lt;b&gt;No&lt;/b&gt; such user");
    expect(text).toContain("The address does not exist (any more).");
    expect(headers?.["cache-control"]).toBe("no-store");
  });

  it("offer to share an answer, prominently once one came in by us", async () => {
    const letter = {
      id: "l1",
      recipient: "Chi",
      recipientTitle: "",
      subject: "S",
      message: "M",
      ...sent,
      shareUrl: "/c/lanes/replies/new?letter=x",
    };
    const receipt = (steps: { step: "ANSWERED"; at: null; when: string; words: null; reason: null }[]) => async () => ({
      campaignTitle: "Lanes",
      campaignSlug: "lanes",
      name: "Robin",
      erasedAt: null,
      letters: [{ ...letter, steps }],
    });
    const quiet = await get(`/receipt/${token}`, { source: aSource({ receipt: receipt([]) }) });
    expect(textOf(quiet.html)).toContain("Did an answer come? Put it on the response wall");
    const answered = receipt([{ step: "ANSWERED", at: null, when: "", words: null, reason: null }]);
    const { html } = await get(`/fr/receipt/${token}`, { source: aSource({ receipt: answered }) });
    expect(html).toContain('<a class="button" href="/fr/c/lanes/replies/new?letter=x"');
    expect(textOf(html)).toContain("Rien n’est publié tout seul");
  });

  it('answer "Did you send it?" by a plain form', async () => {
    const answers: unknown[] = [];
    const letter = { id: "l1", recipient: "Chi", recipientTitle: "", subject: "S", message: "M", steps: [], ...sent, canAnswer: true };
    const source = aSource({
      receipt: async () => ({ campaignTitle: "Lanes", campaignSlug: "lanes", name: "Robin", erasedAt: null, letters: [letter] }),
      answerSent: async (answer) => (answers.push(answer), true),
    });
    const { html } = await get(`/receipt/${token}`, { source });
    expect(html).toContain(`<form action="/receipt/${token}/sent?letter=l1&amp;sent=yes" method="post">`);
    const answered = await get(`/receipt/${token}/sent?letter=l1&sent=yes`, { source, method: "POST" });
    expect(answered).toMatchObject({ status: 303, headers: { location: `/receipt/${token}` } });
    expect(answers).toEqual([{ receiptToken: token, letterId: "l1", sent: true }]);
    expect((await get(`/receipt/${token}/sent?letter=l1&sent=yes`, { source })).status).toBe(404);
  });

  it("show somebody without a letter what is kept, by a link from her mail, and erase it on a POST only", async () => {
    const [asked, long]: [unknown[], string] = [[], "k".repeat(500)];
    const source = aSource({
      aboutMe: async () => ({
        email: "vic@example.org",
        scope: "ADDRESS",
        waiting: 0,
        handedOver: 0,
        kept: [
          { thing: "RESPONSE", about: "Lanes – Chi Nguyen", fields: ["name", "text"], since: "2026-11-22T18:14:00Z", until: null },
          { thing: "UPVOTE", about: "Chi Nguyen", fields: ["email"], since: "2026-11-22T18:14:00Z", until: null },
        ],
      }),
      erase: async (wish) => (asked.push(wish), true),
    });
    const { html, headers } = await get(`/fr/kept/${long}`, { source });
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(textOf(html)).toContain("Une réponse que vous avez transmise · Lanes – Chi Nguyen");
    expect(textOf(html)).toMatch(/sans votre nom, votre commentaire.*Vos appuis restent comptés/);
    expect(textOf(html)).not.toContain("une lettre a été écrite");
    expect(html).toContain(`<form action="/fr/kept/${long}/erase?waiting=cancel" method="post">`);
    expect((await get(`/kept/${long}/erase?waiting=cancel`, { source })).status).toBe(404);
    expect(asked).toEqual([]);
    const erased = await get(`/kept/${long}/erase?waiting=cancel`, { source, method: "POST" });
    expect(erased).toMatchObject({ status: 303, headers: { location: `/kept/${long}?erased#about` } });
    expect(asked).toEqual([{ token: long, alsoWaiting: true }]);
    expect((await get(`/kept/${long}`)).status).toBe(404);
  });

  it("show what is kept and erase it on a POST only", async () => {
    const asked: unknown[] = [];
    const source = aSource({
      receipt: async () => ({ campaignTitle: "Lanes", campaignSlug: "lanes", name: "Robin", erasedAt: null, letters: [] }),
      aboutMe: async () => ({
        email: "robin@example.org",
        scope: "ADDRESS",
        waiting: 1,
        handedOver: 1,
        kept: [{ thing: "LETTER", about: "Lanes", fields: ["name", "street"], since: "2026-11-22T18:14:00Z", until: null }],
      }),
      erase: async (wish) => (asked.push(wish), true),
    });
    const text = textOf((await get(`/receipt/${token}`, { source })).html);
    expect(text).toMatch(/A letter · Lanes name, street Since November 22, 2026, until you erase it/);
    expect(text).toContain("1 letter was handed over: the office has its copy");
    expect((await get(`/receipt/${token}/erase?waiting=cancel`, { source })).status).toBe(404);
    expect(asked).toEqual([]);
    const later = await get(`/fr/receipt/${token}/erase?waiting=leave`, { source, method: "POST" });
    expect(later).toMatchObject({ status: 303, headers: { location: `/fr/receipt/${token}?erased#about` } });
    await get(`/receipt/${token}/erase?waiting=cancel`, { source, method: "POST" });
    expect(asked).toEqual([
      { token, alsoWaiting: false },
      { token, alsoWaiting: true },
    ]);
  });
});

describe("what a campaign says of itself", () => {
  const shown = async (more: Parameters<typeof aCampaign>[0], url = "/c/lanes") =>
    textOf((await get(url, { source: aSource({ campaign: async () => aCampaign(more) }) })).html);

  it("tells the decision, the deadline, the agenda item, the copy to the clerk and the public record", async () => {
    const text = await shown({
      decisionAt: "2026-12-09T20:00:00Z",
      submissionDeadline: "2026-12-07T20:00:00Z",
      agendaItem: "Item 4.2",
      clerkName: "Kim Ward, clerk",
      publicRecord: true,
    });
    expect(text).toMatch(/The decision Wednesday, December 9 at 12:00.p.m./);
    expect(text).toMatch(/Letters count until Monday, December 7/);
    for (const words of ["On the agenda Item 4.2", "A copy goes to Kim Ward, clerk", "part of the public record"])
      expect(text).toContain(words);
  });

  it.each([
    [{ highlighted: false }, { highlighted: true }, "In the spotlight"],
    [{ letterCount: null }, { letterCount: 12 }, "letters sent from this page"],
    [{ callCount: null }, { callCount: 12 }, "calls made"],
    [{ allowEditing: false }, { allowEditing: true }, "You can change every word"],
    [{ methods: ["MAILTO" as const] }, { methods: ["SMTP" as const] }, "We send it for you."],
    [{ methods: ["SMTP" as const] }, { methods: ["SMTP" as const, "MAILTO" as const] }, "own mail app"],
    [{ methods: ["SMTP" as const, "MAILTO" as const] }, { methods: ["MAILTO" as const] }, "You send it from your own mail app."],
    [{ showReplies: false }, { showReplies: true }, "What they answer"],
    [{ allowList: false }, { allowList: true, rules: [{ kind: "NAMED_PEOPLE" as const }] }, "You choose from this list"],
  ])("shows the flag that makes %j into %j", async (off, on, words) => {
    expect(await shown(off)).not.toContain(words);
    expect(await shown(on)).toContain(words);
  });

  it("names the people it writes to wherever one lives, with how the votes stand", async () => {
    const council = ["Ana Roy", "Bo Lee", "Cy Fox", "Di Kay", "Ed Poe"].map((name, at) =>
      aTarget(String(at), { kind: "COUNCIL", name, group: "Council" }),
    );
    const source = aSource({
      campaign: async () =>
        aCampaign({
          needsPlace: false,
          rules: [{ kind: "WHOLE_COUNCIL", setSlug: "c", setName: "Vancouver City Council", level: "MUNICIPAL", offices: [] }],
        }),
      targets: async () =>
        theTargets({ postalCode: "", targets: council, levels: [], positions: { FOR: 2, LEANING: 1, AGAINST: 1, UNKNOWN: 1 } }),
    });
    const { html } = await get("/c/lanes", { source });
    for (const words of ["All of Vancouver City Council", "Ana Roy", "2 for", "1 leaning", "1 against", "1 not known"])
      expect(textOf(html)).toContain(words);
    expect(html).toContain('name="write" value="1"');
  });

  it("says what was decided and one next thing once it is over", async () => {
    const over = {
      state: "ended" as const,
      outcome: "Council said yes, 7 to 4.",
      nextStep: { label: "Thank them", url: "https://example.org/thanks" },
    };
    const text = await shown(over);
    for (const words of ["What was decided", "Council said yes, 7 to 4.", "1,284", "Thank them"]) expect(text).toContain(words);
    expect(text).not.toContain("Find my representatives");
  });

  it("keeps the picture of the votes once it is over, without looking anybody up", async () => {
    const source = aSource({
      campaign: async () => aCampaign({ state: "ended" }),
      targets: () => Promise.reject(new Error("nobody is looked up")),
      votes: async () => ({ FOR: 4, LEANING: 1, AGAINST: 2, UNKNOWN: 1 }),
    });
    expect((await get("/c/lanes", { source })).html).toContain('class="votes"');
  });

  it("leads from a former address to the current one, in the reader's language, with where she came from", async () => {
    const source = aSource({ campaign: async () => aCampaign({ slug: "lanes-now" }) });
    expect(await get("/fr/c/lanes?s=flyer", { source })).toMatchObject({ status: 301, headers: { location: "/fr/c/lanes-now?s=flyer" } });
  });

  it("carries where a reader came from along to the other language", async () => {
    expect((await get("/c/lanes?s=flyer&x=1")).html).toContain('href="/fr/c/lanes?s=flyer"');
  });

  it("shows a draft behind its private link, out of search engines, as a preview", async () => {
    const source = aSource({
      preview: async ({ token: key }) => (key === "good" ? aCampaign({ isPreview: true, isPublished: false }) : null),
    });
    const { html, headers } = await get("/preview/lanes/good", { source });
    expect(textOf(html)).toContain("Private preview.");
    expect(html).toContain("noindex");
    expect(headers?.["cache-control"]).toBe("no-store");
    expect((await get("/preview/lanes/void", { source })).status).toBe(404);
  });

  it("plays a preview's plain forms at its own address, with sample supporters, and sends nothing", async () => {
    const asked: unknown[] = [];
    const source = aSource({
      preview: async ({ token }) => aCampaign({ isPreview: true, isPublished: false, previewToken: token }),
      targets: () => Promise.reject(new Error("a draft has no people of its own")),
      previewTargets: async (one) => {
        asked.push(one);
        return theTargets();
      },
      prepared: () => Promise.reject(new Error("a draft has no letters of its own")),
      previewPrepared: async ({ targetIds, token, shown }) => ({
        letters: targetIds.map((targetId, text) => ({
          ...{ targetId, recipientName: `Person ${text}`, subject: shown.emailSubject, text },
          message: `Version ${text} for ${token}.`,
        })),
        texts: targetIds.map((_, text) => ({ subject: shown.emailSubject, body: `Version ${text}.` })),
      }),
    });
    const first = (await get("/preview/lanes/good", { source })).html;
    expect(first).toContain('href="?code=H2X1Y4#act"');
    expect(first).not.toContain('action="/c/lanes');
    const second = textOf((await get("/preview/lanes/good?code=M5V3L9", { source })).html);
    expect(second).toContain("Person a");
    expect(second).toContain("Version 1 for good.");
    expect(second).toContain("nothing is sent");
    expect(second).not.toContain("Send my letters");
    expect(asked).toEqual([{ slug: "lanes", token: "good", postalCode: "M5V3L9", districts: [], locale: "en" }]);
  });

  it("takes the people ticked on a page without JavaScript by the end of their ids, so that a council fits an address", async () => {
    const council = Array.from({ length: 120 }, (_, at) =>
      aTarget(`019ab000-0000-7000-8000-${String(at).padStart(12, "0")}`, { kind: "COUNCIL", group: "Council", ticked: true }),
    );
    const rules = [{ kind: "WHOLE_COUNCIL" as const, setSlug: "c", setName: "Council", level: "MUNICIPAL" as const, offices: [] }];
    const source = aSource({
      campaign: async () => aCampaign({ needsPlace: false, rules }),
      targets: async () => theTargets({ postalCode: "", levels: [], targets: council }),
    });
    const boxes = [...(await get("/c/lanes", { source })).html.matchAll(/value="(\w+)"[^>]*name="to"|name="to"[^>]*value="(\w+)"/g)];
    const query = `write=1&${boxes.map((box) => `to=${box[1] ?? box[2]}`).join("&")}`;
    expect(boxes).toHaveLength(120);
    expect(query.length).toBeLessThan(2_000);
    const { html } = await get(`/c/lanes?${query.split("&").slice(0, 3).join("&")}`, { source });
    expect([...html.matchAll(/name="targetIds"[^>]*checked/g)]).toHaveLength(2);
  });

  it("leads from the private link to the page once it is published", async () => {
    const { status, headers } = await get("/preview/lanes/good", {
      source: aSource({ preview: async () => aCampaign({ isPreview: true }) }),
    });
    expect([status, headers?.["location"]]).toEqual([303, "/c/lanes"]);
  });

  it("does not say that nobody sees a published page while its changes are not saved", async () => {
    const text = textOf((await get("/c/lanes", { source: aSource({ campaign: async () => aCampaign({ isPreview: true }) }) })).html);
    expect(text).toContain("Preview of changes that are not saved.");
    expect(text).not.toContain("Nobody else sees this page");
  });
});

describe("in a frame", () => {
  it("stands the panel alone, for the sites the campaign names", async () => {
    const source = aSource({ campaign: async () => aCampaign({ embedOrigins: ["https://velo.example.org"] }) });
    const answer = await get("/fr/embed/lanes", { source });
    expect(answer.frameAncestors).toEqual(["https://velo.example.org"]);
    expect(textOf(answer.html)).toContain("Votre code postal");
    expect(answer.html).toContain('<base target="_blank"/>');
    expect(answer.html).not.toContain("site-footer");
    expect((await get("/c/lanes", { source })).frameAncestors).toBeUndefined();
  });

  it("comes with a script for pages of other sites, in the oldest words", async () => {
    const { html, headers } = await get("/embed.js");
    expect(headers?.["content-type"]).toContain("text/javascript");
    expect(html).toContain('var origin = "https://act.example.org";');
    expect(html).not.toMatch(/=>|const |let /);
  });
});

describe("letters as plain forms", () => {
  const place = { targets: async () => theTargets({ targets: [aTarget("11111111-1111-4111-8111-111111111111", { name: "Chi Nguyen" })] }) };
  const ids = {
    submissionId: "22222222-2222-4222-8222-222222222222",
    targetIds: "11111111-1111-4111-8111-111111111111",
    postalCode: "M5V3L9",
  };
  const post = (fields: Record<string, string>, more: Parameters<typeof aSource>[0] = {}, url = "/c/lanes/letters") =>
    get(url, { method: "POST", form: new URLSearchParams({ ...ids, ...fields }).toString(), source: aSource({ ...place, ...more }) });

  it("show the people, the letter and the name once the postal code is told", async () => {
    const { html, status, headers } = await get("/c/lanes?code=m5v+3lo&s=flyer".replace("3lo", "3l9"), { source: aSource(place) });
    expect(status).toBe(200);
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(html).toContain('action="/c/lanes/letters#act"');
    for (const field of ["submissionId", "openedAt", "targetIds", "message", "name", "email", "newsletter", "trap"])
      expect(html).toContain(`name="${field}"`);
    expect(html).toContain('name="source" value="flyer"');
    expect(textOf(html)).toContain("Chi Nguyen");
    expect(html).not.toMatch(/type="checkbox" name="newsletter"[^>]*checked/);
  });

  it("say what is no postal code", async () => {
    expect(textOf((await get("/c/lanes?code=90210")).html)).toContain("That does not look like a Canadian postal code.");
  });

  it("offer the districts of a code that lies in two as links", async () => {
    const districts = ["1", "2"].map((id) => ({ key: `fed/${id}`, name: `District ${id}` }));
    const targets = async () => theTargets({ levels: [{ level: "FEDERAL", state: "CHOOSE", districts, until: null, note: null }] });
    const { html } = await get("/c/lanes?code=M5V3L9", { source: aSource({ targets }) });
    expect(html).toContain('href="/c/lanes?code=M5V3L9&amp;district=fed%2F2#act"');
  });

  it("send the same submission as the panel: untouched words stay the campaign's, edited ones keep their open places", async () => {
    const sent: unknown[] = [];
    const submitPlain = async (submission: unknown) => (sent.push(submission), { kind: "confirm" as const });
    const body = "Dear [their name],\r\n\r\nPlease vote for the plan.";
    const filled = {
      name: "Robin",
      email: "robin@example.org",
      subject: "Protected lanes",
      message: body,
      tellHowItEnds: "true",
      method: "SMTP",
    };
    const answer = await post(filled, { submitPlain }, "/fr/c/lanes/letters".replace("/fr", ""));
    expect(answer).toMatchObject({ status: 303, headers: { location: "/check-mail" } });
    expect(sent[0]).toMatchObject({
      ...ids,
      targetIds: [ids.targetIds],
      subject: null,
      message: null,
      method: "SMTP",
      consents: { tellHowItEnds: true, newsletter: false },
    });
    await post({ ...filled, message: `${body}\r\n\r\nI ride there.` }, { submitPlain });
    expect(sent[1]).toMatchObject({ message: "Dear {{REPRESENTATIVE_NAME}},\n\nPlease vote for the plan.\n\nI ride there." });
    expect(textOf((await get("/check-mail")).html)).toContain("Now check your mail");
  });

  it("show each letter as it will leave where a campaign has several texts, and leave untouched ones to the server", async () => {
    const submitted: unknown[] = [];
    const mine = { name: "Robin", email: "robin@example.org", method: "SMTP" };
    const several: Parameters<typeof aSource>[0] = {
      targets: async () =>
        theTargets({ targets: [aTarget("11111111-1111-4111-8111-111111111111"), aTarget("22222222-2222-4222-8222-222222222222")] }),
      prepared: async ({ targetIds, name }) => ({
        letters: targetIds.map((targetId, text) => ({
          ...{ targetId, recipientName: `Person ${text}`, subject: "Lanes", text },
          message: `Text ${text} of it.\n\n${name}`,
        })),
        texts: [
          { subject: "Lanes", body: "Text 0 of it." },
          { subject: "Lanes", body: "Text 1 of it." },
        ],
      }),
      submitPlain: async (submission) => (submitted.push(submission), { kind: "confirm" }),
    };
    const { html } = await get("/c/lanes?code=M5V3L9", { source: aSource({ ...place, ...several }) });
    const text = textOf(html);
    for (const words of ["2 letters, 2 texts", "Text 0 of it. [your name]", "Text 1 of it. [your name]"]) expect(text).toContain(words);
    await post({ ...mine, subject: "Lanes", message: "Text 0 of it." }, several);
    // Words of one's own go to everybody; each text keeps the subject it has.
    await post({ ...mine, subject: "Lanes", message: "My own." }, several);
    await post({ ...mine, subject: "My subject", message: "Text 0 of it." }, several);
    expect(submitted).toMatchObject([
      { subject: null, message: null },
      { subject: null, message: "My own." },
      { subject: "My subject", message: null },
    ]);
  });

  it("ask for the address a campaign collects whatever way the letter goes, as the server does", async () => {
    const submitPlain = () => Promise.reject(new Error("nothing is sent"));
    const { status, html } = await post({ name: "Robin", method: "MAILTO" }, { submitPlain });
    expect(status).toBe(400);
    expect(textOf(html)).toContain("Enter an e-mail address such as name@example.org.");
  });

  it("say how long to wait, and what works meanwhile, where a sum is asked that they cannot solve", async () => {
    const submitPlain = async () => ({ kind: "prove" as const });
    const filled = { name: "Robin", email: "robin@example.org", method: "SMTP" };
    const later = await post({ ...filled, openedAt: new Date(Date.now() - 60_000).toISOString() }, { submitPlain });
    expect(later.status).toBe(429);
    expect(textOf(later.html)).toMatch(/on \w+ \d+.+ at the latest; all you wrote is still here. The other ways below work at once./);
    const quick = await post({ ...filled, openedAt: new Date().toISOString() }, { submitPlain });
    expect(textOf(quick.html)).toContain("press the button again");
  });

  it("come back as they were filled, with what was wrong", async () => {
    const { html, status } = await post({ name: "Robin", email: "robin@", method: "SMTP", personal: "Mine <b>" });
    expect(status).toBe(400);
    expect(textOf(html)).toContain("Enter an e-mail address such as name@example.org.");
    expect(html).toContain('value="Robin"');
    expect(html).toContain(`value="${ids.submissionId}"`);
    const refused = await post(
      { name: "Robin", email: "robin@example.org" },
      { submitPlain: async () => ({ kind: "refused", status: 429, words: "Too many." }) },
    );
    expect([refused.status, textOf(refused.html).includes("Too many.")]).toEqual([429, true]);
  });

  it("lead to the receipt, or to the links for one's own mail program", async () => {
    const filled = { name: "Robin", email: "robin@example.org", method: "MAILTO" };
    const receipt = await post({ ...filled, method: "PRINT" }, { submitPlain: async () => ({ kind: "receipt", receiptToken: token }) });
    expect(receipt).toMatchObject({ status: 303, headers: { location: `/receipt/${token}` } });
    const letters = [
      {
        id: "1",
        recipientName: "Chi",
        recipientEmail: "chi@example.org",
        subject: "S",
        message: "M",
        mailto: "mailto:chi@example.org",
        gmail: "https://g.example",
        outlook: "https://o.example",
        bodyFits: { mailto: true, gmail: true, outlook: true },
      },
    ];
    const opened = await post(filled, { submitPlain: async () => ({ kind: "opened", receiptToken: token, letters }) });
    expect(opened.html).toContain('href="mailto:chi@example.org"');
    expect(opened.html).toContain(`href="/receipt/${token}"`);
  });

  it("send nothing to a campaign that is over", async () => {
    const answer = await post({ name: "Robin" }, { campaign: async () => aCampaign({ state: "ended" }) });
    expect(answer).toMatchObject({ status: 303, headers: { location: "/c/lanes" } });
  });
});

describe("the site", () => {
  it.each(["/nothing/here", "/c/unknown", "/shifts/unknown", "/%ff"])("answers %s with a page that leads on", async (url) => {
    const { status, html } = await get(url);
    expect(status).toBe(404);
    expect(html).toContain('href="/campaigns"');
    expect(html).toContain("noindex");
  });

  it("leaves out the areas that are switched off", async () => {
    const { html } = await get("/", { source: aSource({ site: async () => aSite({ enableMap: false }) }) });
    expect(html).not.toContain('href="/shifts"');
  });

  it("says what an empty place is for", async () => {
    const source = aSource({ campaigns: async () => [] });
    expect(textOf((await get("/", { source })).html)).toContain("No campaign is open right now");
    expect(textOf((await get("/shifts")).html)).toContain("No shift is planned right now");
  });

  it("goes by its address while the organisation has no name yet", async () => {
    const { html } = await get("/", { source: aSource({ site: async () => aSite({ organization: " " }) }) });
    expect(textOf(html)).toContain("This site is run by act.example.org");
  });

  it("serves a site of French people in French at the root", async () => {
    const { html } = await get("/campaigns", { source: aSource({ site: async () => aSite({ locale: "fr" }) }) });
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('href="/en/campaigns"');
  });

  it("opens no account form where accounts are made by the organisation", async () => {
    const { html } = await get("/signup", { source: aSource({ site: async () => aSite({ signUpOpen: false }) }) });
    expect(html).not.toContain('name="password"');
  });

  it("passes a failure of the server on, so that it is logged and told as one", async () => {
    await expect(get("/", { source: aSource({ campaigns: async () => Promise.reject(new Error("database is down")) }) })).rejects.toThrow(
      "database is down",
    );
  });

  it("lists its open campaigns for search engines and keeps them off private pages", async () => {
    const sitemap = await get("/sitemap.xml");
    expect(sitemap.headers?.["content-type"]).toContain("application/xml");
    expect(sitemap.html).toContain("<loc>https://act.example.org/fr/c/lanes</loc>");
    const robots = await get("/robots.txt");
    expect(robots.html).toContain("Disallow: /receipt/");
    expect(robots.html).toContain("Sitemap: https://act.example.org/sitemap.xml");
  });
});
