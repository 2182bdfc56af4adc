import * as catalogues from "@cml/i18n/public";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LetterPanel } from "../src/features/campaigns/letter-panel/LetterPanel";
import { PanelRoot } from "../src/islands/PanelRoot";
import { aCampaign } from "./a-source";

type Call = { path: string; input: Record<string, unknown> };
let calls: Call[] = [];
let answers: Record<string, (input: Record<string, unknown>) => { status?: number; body: unknown }> = {};

const ok = (json: unknown, meta?: unknown) => ({ body: { result: { data: { json, ...(meta === undefined ? {} : { meta }) } } } });
const refused = (status: number, message: string) => ({
  status,
  body: {
    error: {
      json: {
        message,
        code: -32603,
        data: { code: "BAD_GATEWAY", httpStatus: status, messageKey: "represent.down", requestId: "r", fields: [] },
      },
    },
  },
});

// Two persons of different levels, one of whom has no address on file.
const target = (id: string, name: string, hasEmail = true) => ({
  id,
  name,
  level: "FEDERAL",
  districtName: "Spadina",
  electedOffice: "MP",
  partyName: null,
  url: null,
  photoUrl: null,
  offices: [{ type: "", tel: "416 555-0123", fax: "", postal: "" }],
  hasEmail,
  email: hasEmail ? "mp@example.org" : null,
});
const found = (targets = [target("a", "Chi Nguyen"), target("b", "Olivia Chow", false)], splitLevels: string[] = []) =>
  ok({ postalCode: "M5V3L9", city: "Toronto", province: "ON", targets, splitLevels, emptyLevels: [] });

const show = (more: Parameters<typeof aCampaign>[0] = {}, locale: "en" | "fr" = "en") =>
  render(
    <PanelRoot
      component={LetterPanel}
      data={{
        locale,
        organization: "Safe Streets",
        timeZone: "America/Toronto",
        prefixes: { en: "", fr: "/fr" },
        texts: catalogues[locale],
        props: { campaign: aCampaign(more), address: "https://act.example.org/c/lanes", embeddedMail: false },
      }}
    />,
  );

const write = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const toPeople = async (code = "m5v 3l9") => {
  write("Your postal code", code);
  press(/Find my representatives|Try again/);
  await screen.findByText("Your letter goes to everybody who is ticked.");
};
const toYou = async () => {
  await toPeople();
  press("Continue to the letter");
  press("Continue");
};

beforeEach(() => {
  calls = [];
  answers = { "influence.representatives.lookUp": () => found() };
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("fetch", async (url: string | URL | Request, options?: RequestInit) => {
    const address = new URL(typeof url === "string" ? url : url instanceof URL ? url.href : url.url, "http://localhost");
    const path = address.pathname.split("/").at(-1) ?? "";
    const batch = JSON.parse(address.searchParams.get("input") ?? (typeof options?.body === "string" ? options.body : "{}")) as Record<
      string,
      { json: Record<string, unknown> }
    >;
    const input = batch["0"]?.json ?? {};
    calls.push({ path, input });
    const answer = answers[path]?.(input) ?? { status: 500, body: {} };
    return new Response(JSON.stringify([answer.body]), { status: answer.status ?? 200, headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the way through the panel", () => {
  it("goes from the postal code over people, letter and name to the mailbox, with every box unticked", async () => {
    answers["influence.letters.submit"] = () =>
      ok({ state: "CONFIRM", expiresAt: "2026-11-29T18:00:00.000Z" }, { values: { expiresAt: ["Date"] } });
    show();
    await toYou();
    expect(screen.getAllByRole("checkbox").map((box) => (box as HTMLInputElement).checked)).toEqual([false, false]);
    write("Your name", "Robin Côté");
    write("Your e-mail address", " Robin@example.org ");
    press("Send my letter");
    await screen.findByText(/We sent a message to Robin@example.org/);
    const sent = calls.at(-1);
    expect(sent?.path).toBe("influence.letters.submit");
    expect(sent?.input).toMatchObject({
      campaignSlug: "lanes",
      postalCode: "M5V3L9",
      representativeIds: ["a"],
      subject: null,
      message: null,
      name: "Robin Côté",
      locale: "en",
      consents: { tellHowItEnds: false, newsletter: false },
    });
  });

  it("refuses what cannot be a postal code without asking the server", () => {
    show();
    write("Your postal code", "90210");
    press("Find my representatives");
    expect(screen.getByRole("alert").textContent).toContain("Canadian postal code");
    expect(calls).toEqual([]);
  });

  it("keeps the code and offers another try when the directory does not answer", async () => {
    answers["influence.representatives.lookUp"] = () => refused(502, "The directory does not answer right now.");
    show();
    write("Your postal code", "M5V 3L9");
    press("Find my representatives");
    await screen.findByText("The directory does not answer right now.");
    expect(screen.getByLabelText<HTMLInputElement>("Your postal code").value).toBe("M5V 3L9");
    answers["influence.representatives.lookUp"] = () => found();
    press("Try again");
    await screen.findByText("Chi Nguyen");
  });

  it("says so and keeps everything when there is no connection", async () => {
    show();
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
    write("Your postal code", "M5V3L9");
    press("Find my representatives");
    await screen.findByText(/We cannot reach the server/);
  });

  it("shows a person without an address on file with the telephone, and does not write to her", async () => {
    show();
    await toPeople();
    expect(screen.getByText("No e-mail address on file")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Call 416 555-0123/ }).getAttribute("href")).toBe("tel:4165550123");
    expect(screen.getAllByRole("checkbox").map((box) => [(box as HTMLInputElement).checked, (box as HTMLInputElement).disabled])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("asks which district is theirs where a code lies in two", async () => {
    answers["influence.representatives.lookUp"] = () => found([target("a", "Chi Nguyen"), target("c", "Kevin Vuong")], ["FEDERAL"]);
    show();
    await toPeople();
    expect(screen.getByText(/more than one district \(federal\)/)).toBeTruthy();
    press("Continue to the letter");
    expect(screen.getByRole("alert").textContent).toBe("Tick at least one person.");
  });

  it("sends edited words with their open places, and only where editing is allowed", async () => {
    answers["influence.representatives.lookUp"] = () => found([target("a", "Chi Nguyen"), target("c", "Ausma Malik")]);
    answers["influence.letters.submit"] = () => ok({ state: "QUEUED", receiptToken: "r".repeat(40), letters: 2 });
    show();
    await toPeople();
    press("Continue to the letter");
    const body = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" });
    expect(body.value).toContain("Dear [their name],");
    fireEvent.change(body, { target: { value: `${body.value}\n\nI ride here with my daughter.` } });
    press("Continue");
    write("Your name", "Robin");
    write("Your e-mail address", "robin@example.org");
    press("Send my 2 letters");
    await screen.findByRole("heading", { name: "Your letter is on its way" });
    expect(calls.at(-1)?.input["message"]).toBe(
      "Dear {{REPRESENTATIVE_NAME}},\n\nPlease vote for the plan.\n\nI ride here with my daughter.",
    );
    expect(screen.getByRole("link", { name: "Open my receipt" }).getAttribute("href")).toBe(`/receipt/${"r".repeat(40)}`);
  });

  it("fills a single recipient's name in live and offers no editing where it is not allowed", async () => {
    show({ allowEditing: false });
    await toPeople();
    press("Continue to the letter");
    expect(screen.getByText(/Dear Chi Nguyen,/)).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("makes one letter of two presses, and of a press after a lost answer", async () => {
    let lost = true;
    answers["influence.letters.submit"] = () => {
      if (lost) throw new TypeError("connection reset");
      return ok({ state: "CONFIRM", expiresAt: "2026-11-29T18:00:00.000Z" }, { values: { expiresAt: ["Date"] } });
    };
    show();
    await toYou();
    write("Your name", "Robin");
    write("Your e-mail address", "robin@example.org");
    press("Send my letter");
    fireEvent.submit(screen.getByLabelText("Your name").closest("form") as HTMLFormElement);
    await screen.findByText(/We cannot reach the server/);
    lost = false;
    press("Send my letter");
    await screen.findByText(/We sent a message to/);
    const ids = calls.filter(({ path }) => path === "influence.letters.submit").map(({ input }) => input["submissionId"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("brings the words and the code back after a reload, never the name or the address", async () => {
    const { unmount } = show();
    await toPeople();
    press("Continue to the letter");
    fireEvent.change(screen.getByRole("textbox", { name: "Your letter" }), { target: { value: "My own words." } });
    press("Continue");
    write("Your name", "Robin");
    unmount();
    expect(JSON.stringify(sessionStorage)).not.toContain("Robin");
    show();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Your postal code").value).toBe("m5v 3l9"));
    await toPeople();
    press("Continue to the letter");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" }).value).toBe("My own words.");
  });

  it("speaks French on a French page", () => {
    show({}, "fr");
    expect(screen.getByRole("button", { name: "Trouver mes élus" })).toBeTruthy();
    expect(screen.getByText("Safe Streets mène cette campagne.")).toBeTruthy();
  });
});
