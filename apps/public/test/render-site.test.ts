import { describe, expect, it } from "vitest";
import { renderSite, type SiteRequest } from "../src/render-site";
import { aCampaign, aSite, aSource } from "./a-source";

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
      "Sending from this page needs JavaScript",
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
    expect(html).not.toContain('name="postal-code"');
  });

  it("says nothing about a count the campaign keeps to itself", async () => {
    const { html } = await get("/c/lanes", { source: aSource({ campaign: async () => aCampaign({ letterCount: null }) }) });
    expect(textOf(html)).not.toContain("written through this page");
  });
});

describe("mailed links", () => {
  const letter = {
    state: "WAITING" as const,
    campaignTitle: "Protected bike lanes",
    campaignSlug: "lanes",
    name: "Robin Côté",
    recipients: ["Chi Nguyen"],
    subject: "Lanes",
    message: "Please vote.",
    expiresAt: "2026-11-29T18:00:00Z",
  };

  it("show the letter and one button, act on nothing, and stay out of search engines and referrers", async () => {
    let confirmed = 0;
    const source = aSource({ pendingLetters: async () => letter, confirmLetters: async () => ((confirmed += 1), "r".repeat(40)) });
    const { html, status } = await get(`/confirm/${token}`, { source });
    expect(status).toBe(200);
    expect(confirmed).toBe(0);
    expect(html).toContain(`<form action="/confirm/${token}" method="post">`);
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
    expect(html).not.toContain("canonical");
    expect(textOf(html)).toContain("Chi Nguyen");
  });

  it("act on a plain form's POST and lead to the receipt", async () => {
    const source = aSource({ pendingLetters: async () => letter, confirmLetters: async () => "r".repeat(40) });
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

  it("tell each letter's own story on the receipt, and claim no delivery", async () => {
    const receipt = {
      campaignTitle: "Protected bike lanes",
      campaignSlug: "lanes",
      name: "Robin Côté",
      letters: [
        {
          id: "1",
          recipient: "Chi Nguyen",
          recipientTitle: "MP",
          subject: "Lanes",
          message: "Text",
          steps: [{ step: "HANDED_OVER" as const, at: "2026-11-22T18:14:00Z", words: null }],
        },
        {
          id: "2",
          recipient: "Ausma Malik",
          recipientTitle: "",
          subject: "Lanes",
          message: "Text",
          steps: [{ step: "REFUSED" as const, at: null, words: "550 <b>No</b> such user" }],
        },
      ],
    };
    const { html, headers } = await get(`/receipt/${token}`, { source: aSource({ receipt: async () => receipt }) });
    const text = textOf(html);
    expect(text).toContain("Handed over to the recipient’s mail server");
    expect(text).toContain("10:14");
    expect(text).not.toMatch(/delivered/i);
    expect(html).toContain("550 &lt;b&gt;No&lt;/b&gt; such user");
    expect(headers?.["cache-control"]).toBe("no-store");
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

  it("lists shifts by day with free places as words, in the organisation's own hours", async () => {
    const shift = {
      id: "s1",
      title: "Doors in Strathcona",
      description: "",
      date: "2026-12-05",
      startTime: "13:30",
      endTime: "15:30",
      location: "601 Keefer Street",
      area: "",
      placesLeft: 3,
    };
    const source = aSource({
      shifts: async () => [shift, { ...shift, id: "s2", startTime: "10:00", placesLeft: 0 }],
      shift: async () => shift,
      site: async () => aSite({ contactEmail: "hello@example.org" }),
    });
    const text = textOf((await get("/shifts", { source })).html);
    expect(text).toMatch(/Saturday, December 5.*10:00.*Full.*1:30.*3 places left/);
    expect(textOf((await get("/fr/shifts", { source })).html)).toMatch(/samedi 5 décembre.*13 h 30.*3 places libres/);
    expect((await get("/shifts/s1", { source })).html).toContain("mailto:hello@example.org?subject=Doors%20in%20Strathcona");
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
