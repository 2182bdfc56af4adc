import { describe, expect, it } from "vitest";
import type { MyShiftView, ShiftView } from "../src/features/shifts";
import { renderSite, type SiteRequest } from "../src/render-site";
import { aSource } from "./a-source";

const token = "a".repeat(64);
const shift: ShiftView = {
  id: "s1",
  title: "Doors in Strathcona",
  description: "",
  date: "2026-12-05",
  startTime: "13:30",
  endTime: "15:30",
  location: "601 Keefer Street",
  area: "",
  kind: "CANVASS",
  placesLeft: 3,
  place: null,
  hasBegun: false,
  contact: { name: "Sam", phone: "604 555 0100", email: "" },
};
const mine: MyShiftView = {
  shift,
  name: "Marie",
  phone: "",
  state: "OFFERED",
  verbs: ["TAKE", "CHANGE", "CANCEL"],
  ahead: 0,
  feedToken: "feed",
  checkIn: null,
  cancelReason: "",
  isConfirmed: false,
  offerExpiresAt: "2026-12-01T05:00:00Z",
};
const full = { ...shift, id: "s2", startTime: "10:00", placesLeft: 0 };
const source = aSource({
  shifts: async () => [shift, full],
  shift: async (id) => [shift, full].find((one) => one.id === id) ?? null,
  mySignup: async (asked) => (asked === token ? mine : null),
  calendar: async ({ kind }) => (kind === "all" ? "BEGIN:VCALENDAR" : null),
});
const get = (url: string, more: Partial<SiteRequest> = {}) =>
  renderSite({ url, nonce: "n0nce", publicUrl: "https://act.example.org", source, ...more });
const post = (url: string, form: Record<string, string>, more: Partial<SiteRequest> = {}) =>
  get(url, { method: "POST", form: new URLSearchParams(form).toString(), ...more });
const myPage = async (given: Partial<MyShiftView>) =>
  (await get(`/shifts/mine/${token}`, { source: { ...source, mySignup: async () => ({ ...mine, ...given }) } })).html;
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("shifts", () => {
  it("are listed by day with free places as words, in the organisation's own hours", async () => {
    expect(textOf((await get("/shifts")).html)).toMatch(/Saturday, December 5.*10:00.*Full.*1:30.*3 places left/);
    expect(textOf((await get("/fr/shifts")).html)).toMatch(/samedi 5 décembre.*13 h 30.*3 places libres/);
  });

  it("are calendars, too; where there is none, the page says so", async () => {
    expect((await get("/shifts.ics")).headers?.["content-type"]).toBe("text/calendar; charset=utf-8");
    expect((await get("/shifts/feed/unknown.ics")).status).toBe(404);
  });

  it("take a sign-up as a plain form, and a full one a name for the list", async () => {
    expect((await get("/shifts/s1")).html).toContain('action="/shifts/s1"');
    expect(textOf((await get("/shifts/s2")).html)).toContain("Join the waiting list");
    const told = { name: "Marie", email: "marie@example.org", phone: "" };
    expect((await post("/shifts/s1", told)).headers?.["location"]).toBe("/shifts/s1/done");
    const waiting = { ...source, signUp: async () => "WAITING" as const };
    expect((await post("/fr/shifts/s1", told, { source: waiting })).headers?.["location"]).toBe("/fr/shifts/s1/done?waiting");
    expect(textOf((await get("/shifts/s1/done?waiting")).html)).toContain("You are on the waiting list");
  });

  it("keep what was typed when something has to be mended", async () => {
    const wrong = await post("/shifts/s1", { name: "Marie", email: "marie", phone: "604" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="marie"');
    expect(textOf(wrong.html)).toContain("Enter an e-mail address");
    const refusing = { ...source, signUp: async () => ({ status: 409, words: "This shift was cancelled." }) };
    const refused = await post("/shifts/s1", { name: "Marie", email: "marie@example.org" }, { source: refusing });
    expect([refused.status, textOf(refused.html)]).toEqual([409, expect.stringContaining("This shift was cancelled.")]);
  });
});

describe("one's own sign-up", () => {
  it("acts on a button only, the mail's answer first", async () => {
    const acts: string[] = [];
    const watched = { ...source, actOnSignup: async ({ verb }: { verb: string }) => (acts.push(verb), null) };
    const { html, headers } = await get(`/shifts/mine/${token}?do=cancel`, { source: watched });
    expect(acts).toEqual([]);
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(html.indexOf("Give the place up")).toBeLessThan(html.indexOf("Take the place"));
    expect((await post(`/shifts/mine/${token}`, { verb: "TAKE" }, { source: watched })).headers?.["location"]).toBe(
      `/shifts/mine/${token}`,
    );
    expect(acts).toEqual(["TAKE"]);
  });

  it("tells until when a place is held, and of a link that leads nowhere", async () => {
    expect(textOf((await get(`/shifts/mine/${token}`)).html)).toContain("It is kept for you until");
    expect((await get("/shifts/mine/unknown")).status).toBe(410);
  });

  it("says why a button did nothing", async () => {
    const late = { ...source, actOnSignup: async () => ({ status: 409, words: "This place is no longer yours to take." }) };
    expect(textOf((await post(`/shifts/mine/${token}`, { verb: "TAKE" }, { source: late })).html)).toContain("no longer yours");
  });
});

describe("the check-in code", () => {
  it("stands on one's own page on the day, to be scanned or read out, and at no other time", async () => {
    const html = await myPage({ state: "PLACE", verbs: [], checkIn: { code: "K7QM-2XWD", drawing: { path: "M0 0h1v1h-1z", size: 21 } } });
    expect(textOf(html)).toContain("K7QM-2XWD");
    expect(html).toContain('aria-label="Your check-in code as a QR code"');
    expect(await myPage({ state: "PLACE" })).not.toContain("check-in-code");
  });
});
