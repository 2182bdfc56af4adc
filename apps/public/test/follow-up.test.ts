import { describe, expect, it } from "vitest";
import type { Answer, FollowUpView } from "../src/features/follow-ups/model";
import { renderSite } from "../src/render-site";
import { aSource } from "./a-source";

const mp = "018f0000-0000-7000-8000-000000000001";
const mayor = "018f0000-0000-7000-8000-000000000002";
const aLetter = (id: string, recipientName: string): FollowUpView["letters"][number] => ({
  id,
  recipientName,
  recipientTitle: "MP",
  handedOverOn: "2026-11-02",
  report: null,
  answeredOn: null,
});
const aPage = (more: Partial<FollowUpView> = {}): FollowUpView => ({
  campaignSlug: "lanes",
  campaignTitle: "Protected bike lanes",
  stopped: false,
  wallPath: "/c/lanes/replies/new?letter=abc",
  today: "2026-11-16",
  letters: [aLetter(mp, "Ana Ruiz"), aLetter(mayor, "Bo <b>Chen</b>")],
  ...more,
});

const visit = (url: string, { page = aPage(), form }: { page?: FollowUpView | null; form?: Record<string, string> } = {}) => {
  const kept: Answer[][] = [];
  const source = aSource({
    followUp: async () => page,
    answerFollowUp: async ({ answers }) => {
      kept.push(answers);
      return true;
    },
    stopFollowUp: async () => true,
  });
  const method = form === undefined ? "GET" : "POST";
  const asked = {
    url,
    method,
    form: new URLSearchParams(form).toString(),
    nonce: "n",
    publicUrl: "https://act.example.org",
    source,
  } as const;
  return renderSite(asked).then((rendered) => ({ ...rendered, kept }));
};

describe("the question what became of a letter", () => {
  it("has the mail's answer chosen and its letter first, and keeps nothing by being opened", async () => {
    const { html, status, headers, kept } = await visit(`/ended/t?letter=${mayor}&answer=nothing`);
    expect(status).toBe(200);
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(kept).toEqual([]);
    expect(html.indexOf(`outcome-${mayor}`)).toBeLessThan(html.indexOf(`outcome-${mp}`));
    expect(html.match(/type="radio"[^>]*checked/g)).toHaveLength(1);
    expect(html).toMatch(
      new RegExp(`name="outcome-${mayor}"[^>]*checked=""[^>]*value="NOTHING"|checked=""[^>]*name="outcome-${mayor}"[^>]*value="NOTHING"`),
    );
    expect(html).toContain("Bo &lt;b&gt;Chen&lt;/b&gt;");
  });

  it("keeps what the form says, and leaves letters alone that it says nothing of", async () => {
    const form = { [`outcome-${mp}`]: "ANSWERED", [`day-${mp}`]: "2026-11-09", [`day-${mayor}`]: "2026-11-10" };
    const { status, headers, kept } = await visit("/fr/ended/t", { form });
    expect([status, headers?.["location"]]).toEqual([303, "/fr/ended/t?saved"]);
    expect(kept).toEqual([[{ letterId: mp, outcome: "ANSWERED", repliedOn: "2026-11-09" }]]);
  });

  it("keeps no day of a reply that did not come, and none out of time", async () => {
    const nothing = await visit("/ended/t", { form: { [`outcome-${mp}`]: "NOTHING", [`day-${mp}`]: "2026-11-09" } });
    expect(nothing.kept).toEqual([[{ letterId: mp, outcome: "NOTHING", repliedOn: null }]]);
    for (const day of ["2026-11-01", "2026-11-17", "soon"]) {
      const { status, kept, html } = await visit("/ended/t", { form: { [`outcome-${mp}`]: "ANSWERED", [`day-${mp}`]: day } });
      expect([status, kept]).toEqual([422, []]);
      expect(html).toContain("Choose a day between");
    }
    expect((await visit("/ended/t", { form: {} })).html).toContain("Choose at least one answer");
  });

  it("offers the wall after an answer, and is not cheerful after none", async () => {
    const said = (outcome: "ANSWERED" | "NOTHING") =>
      aPage({ letters: [{ ...aLetter(mp, "Ana Ruiz"), report: { outcome, repliedOn: null } }] });
    const answered = await visit("/ended/t?saved", { page: said("ANSWERED") });
    expect(answered.html).toContain('href="/c/lanes/replies/new?letter=abc"');
    const nothing = await visit("/ended/t?saved", { page: said("NOTHING") });
    expect(nothing.html).not.toContain("/replies/new");
    expect(nothing.html).toContain("That counts as much as an answer does");
  });

  it("stops by its button alone, and says where a link is dead", async () => {
    expect((await visit("/ended/t/stop")).html).toContain("Yes, no more mails");
    expect((await visit("/ended/t/stop", { form: { "List-Unsubscribe": "One-Click" } })).headers?.["location"]).toBe("/ended/t/stop?done");
    expect((await visit("/ended/t/again", { form: {} })).headers?.["location"]).toBe("/ended/t/again");
    expect((await visit("/ended/t", { page: null })).status).toBe(410);
  });
});
