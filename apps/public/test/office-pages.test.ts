import type { OfficeDoor, OfficePage, OfficeQuestion } from "@cml/domain/influence";
import { describe, expect, it } from "vitest";
import type { OfficeChange } from "../src/data/office-source";
import type { Source } from "../src/data/source";
import { renderSite, type SiteRequest } from "../src/render-site";
import { aSource } from "./a-source";

const ref = `${"A".repeat(22)}.${"0".repeat(24)}`;
const token = "t".repeat(43);
const at = new Date("2026-11-18T20:00:00Z");

const show = (url: string, source: Partial<Source>, more: Partial<SiteRequest> = {}) =>
  renderSite({ url, nonce: "n0nce", publicUrl: "https://act.example.org", source: aSource(source), ...more });
const post = (url: string, fields: Record<string, string>, source: Partial<Source>, more: Partial<SiteRequest> = {}) =>
  show(url, source, { method: "POST", form: new URLSearchParams(fields).toString(), ...more });

const door: OfficeDoor = {
  campaignSlug: "lanes",
  campaignTitle: "Lanes",
  officeName: "Jo Chen",
  officeTitle: null,
  mailbox: "j•••@parl.gc.ca",
  isOpen: false,
};
const page: OfficePage = {
  campaignSlug: "lanes",
  campaignTitle: "Lanes",
  showsWall: true,
  officeName: "Jo Chen",
  officeTitle: null,
  email: "jo@parl.gc.ca",
  letters: { total: 2, outside: 0, waiting: 0, firstAt: at },
  days: [
    { day: "2026-11-17", letters: 1 },
    { day: "2026-11-18", letters: 1 },
  ],
  list: [{ id: "019aab3e-5f00-7c11-8f9a-0123456789ab", name: "<b>Ana</b>", place: "Vancouver", at, isOutside: false }],
  page: 1,
  pages: 1,
  answer: null,
  mayAnswer: true,
  readers: 2,
  responses: [],
  digest: { on: false, nextAt: null, sentAt: null },
  contact: { name: "", email: "", phone: "" },
};
const question: OfficeQuestion = {
  state: "WAITING",
  responseId: "019aab3e-5f00-7c11-8f9a-0123456789ab",
  campaignSlug: "lanes",
  campaignTitle: "Lanes",
  representativeName: "Jo Chen",
  type: "EMAIL",
  text: "I vote for it.",
  comment: null,
  screenshotUrl: null,
  screenshotWidth: null,
  screenshotHeight: null,
  author: null,
  repliedOn: null,
  isShown: true,
  endsAt: at,
};

describe("the door of an office", () => {
  it("tells whoever has a letter no more than the masked mailbox, and is kept by nobody", async () => {
    const { status, html, headers } = await show(`/office/${ref}`, { officeDoor: async () => door });
    expect(status).toBe(200);
    expect(html).toContain("j•••@parl.gc.ca");
    expect(html).toContain('content="noindex');
    expect(html).not.toContain("jo@parl.gc.ca");
    expect(headers?.["cache-control"]).toBe("no-store");
  });

  it("mails the way in on a press alone, and leads on so that a reload mails nothing", async () => {
    const asked: string[] = [];
    const source = { officeDoor: async () => door, mailWayIn: async ({ locale }: { locale: string }) => (asked.push(locale), null) };
    await show(`/fr/office/${ref}`, source);
    expect(asked).toEqual([]);
    const { status, headers } = await post(`/fr/office/${ref}`, { do: "way-in" }, source);
    expect([status, headers?.["location"], asked]).toEqual([303, `/fr/office/${ref}?mailed`, ["fr"]]);
  });

  it("says what the server refused, and that a day is over", async () => {
    const source = { officeDoor: async () => door, mailWayIn: async () => ({ status: 429, words: "Too often." }) };
    expect(await post(`/office/${ref}`, { do: "way-in" }, source)).toMatchObject({
      status: 429,
      html: expect.stringContaining("Too often.") as string,
    });
    const late = await post(
      `/office/${ref}`,
      { do: "digest", on: "yes" },
      { ...source, changeOffice: () => Promise.reject(new Error("acted")) },
    );
    expect([late.status, late.html.includes("Your twelve hours are over")]).toEqual([401, true]);
  });

  it("is no page for a link that is not ours", async () => {
    expect((await show(`/office/${ref}`, {})).status).toBe(404);
  });
});

describe("a mailed way in", () => {
  it("opens on a press alone, and gives this browser the ticket of that office", async () => {
    const ticket = { ref, ticket: "sealed", endsAt: at };
    const source = { wayIn: async () => ({ officeName: "Jo Chen", campaignTitle: "Lanes" }), enterOffice: async () => ticket };
    const looked = await show(`/office/${ref}/in/${token}`, source);
    expect([looked.status, looked.officeTicket]).toEqual([200, undefined]);
    expect(await post(`/office/${ref}/in/${token}`, {}, source)).toMatchObject({
      status: 303,
      headers: { location: `/office/${ref}` },
      officeTicket: ticket,
    });
  });

  it("says plainly that it was used", async () => {
    const source = { officeDoor: async () => door };
    expect((await show(`/office/${ref}/in/${token}`, source)).status).toBe(410);
    const used = await post(`/office/${ref}/in/${token}`, {}, source);
    expect([used.status, used.officeTicket]).toEqual([410, undefined]);
  });
});

describe("an office's page", () => {
  const inside = (changes: OfficeChange[] = []): Partial<Source> => ({
    officeDoor: async () => door,
    officePage: async ({ ticket }) => (ticket === "sealed" ? page : null),
    changeOffice: async (_key, change) => (changes.push(change), null),
  });
  const holding = { officeTicket: "sealed" };

  it("is drawn for whoever holds its ticket, names as text", async () => {
    const { html } = await show(`/office/${ref}`, inside(), holding);
    expect(html).toContain("letters came to you");
    expect(html).toContain("&lt;b&gt;Ana&lt;/b&gt;");
    expect((await show(`/office/${ref}`, inside(), { officeTicket: "forged" })).html).toContain("Mail us the way in");
  });

  it("shows the answer before it is handed in, and takes it back to be changed", async () => {
    const changes: OfficeChange[] = [];
    const words = { subject: "Our vote", text: "We vote for it on Thursday." };
    const looked = await post(`/office/${ref}`, { do: "preview", ...words }, inside(changes), holding);
    expect(looked.html).toContain("This is your answer");
    expect((await post(`/office/${ref}`, { do: "edit", ...words }, inside(changes), holding)).html).toContain(
      "We vote for it on Thursday.</textarea>",
    );
    expect((await post(`/office/${ref}`, { do: "preview", subject: "Our vote", text: "No." }, inside(changes), holding)).status).toBe(422);
    expect(changes).toEqual([]);
    const { headers } = await post(`/office/${ref}`, { do: "answer", ...words }, inside(changes), holding);
    expect([changes, headers?.["location"]]).toEqual([[{ kind: "answer", ...words }], `/office/${ref}?answered#answer`]);
  });

  it("does what its other forms say, and nothing for a form that is none of them", async () => {
    const changes: OfficeChange[] = [];
    const letterId = page.list[0]?.id ?? "";
    const { headers } = await post(`/office/${ref}?page=2`, { do: "outside", letter: letterId, outside: "yes" }, inside(changes), holding);
    expect(headers?.["location"]).toBe(`/office/${ref}?page=2#letters`);
    const forms: Record<string, string>[] = [
      { do: "digest", on: "yes" },
      { do: "message", text: "Hello there, all" },
      { do: "contact", name: "Alex", email: " a@b.ca ", phone: "" },
    ];
    for (const fields of forms) await post(`/office/${ref}`, fields, inside(changes), holding);
    await post(`/office/${ref}`, { do: "drop tables" }, inside(changes), holding);
    expect(changes).toEqual([
      { kind: "outside", letterId, isOutside: true },
      { kind: "digest", on: true },
      { kind: "message", text: "Hello there, all" },
      { kind: "contact", name: "Alex", email: "a@b.ca", phone: "" },
    ]);
  });

  it("is left on a press: this browser forgets its ticket", async () => {
    expect((await post(`/office/${ref}`, { do: "leave" }, inside(), holding)).officeTicket).toEqual({ ref, ticket: null });
  });
});

describe("the question whether a response is an office's", () => {
  it("decides nothing when it is opened, and shows the chosen answer first", async () => {
    const source = { officeQuestion: async () => question, answerOfficeQuestion: () => Promise.reject(new Error("acted")) };
    const { html } = await show(`/office/check/${token}?answer=report`, source);
    expect(html.indexOf("Report and hide it")).toBeLessThan(html.indexOf("Confirm</button>"));
    expect(html).toContain("<details open");
    expect((await show(`/office/check/${token}`, source)).html).not.toContain("<details open");
  });

  it("takes a yes, and a no with its reason", async () => {
    const told: object[] = [];
    const source: Partial<Source> = {
      officeQuestion: async () => question,
      answerOfficeQuestion: async (answer) => (told.push(answer), null),
    };
    expect((await post(`/office/check/${token}`, { answer: "REPORT", reason: " " }, source)).status).toBe(422);
    expect(told).toEqual([]);
    await post(`/office/check/${token}`, { answer: "REPORT", reason: "Not ours." }, source);
    const { status, headers } = await post(`/office/check/${token}`, { answer: "CONFIRM" }, source);
    expect([status, headers?.["location"]]).toEqual([303, `/office/check/${token}`]);
    expect(told).toEqual([
      { token, answer: "REPORT", reason: "Not ours." },
      { token, answer: "CONFIRM", reason: "" },
    ]);
  });

  it("is a plain page when it is over or nobody's", async () => {
    const over = await show(`/office/check/${token}`, { officeQuestion: async () => ({ ...question, state: "EXPIRED" }) });
    expect([over.status, over.html.includes("<button")]).toEqual([410, false]);
    expect((await show(`/office/check/${token}`, {})).status).toBe(404);
  });
});
