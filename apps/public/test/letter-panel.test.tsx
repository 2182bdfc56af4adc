import * as catalogues from "@cml/i18n/public";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LetterPanel } from "../src/features/campaigns/letter-panel/LetterPanel";
import { PanelRoot } from "../src/islands/PanelRoot";
import { aCampaign } from "./a-source";
import { aTarget, theTargets } from "./a-target";

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

const tel = [{ type: "constituency", tel: "416 555-0123", fax: "", postal: "" }];
const chi = aTarget("a", { name: "Chi Nguyen", salutation: "Dear Ms. Nguyen", offices: tel });
// A person of another level, without an address on file.
const olivia = aTarget("b", { name: "Olivia Chow", level: "MUNICIPAL", hasEmail: false, email: null, offices: tel });
const ausma = aTarget("c", { name: "Ausma Malik", level: "MUNICIPAL" });
const found = (targets = [chi, olivia], more: Parameters<typeof theTargets>[0] = {}) => ok(theTargets({ targets, ...more }));

const samples = [
  {
    name: "Alex Sample",
    email: "alex@sample.invalid",
    postalCode: "M5V3L9",
    street: "290 Bremner Boulevard",
    kind: "CITY" as const,
  },
];

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
        props: {
          campaign: { ...aCampaign(more), samples },
          address: "https://act.example.org/c/lanes",
          embeddedMail: false,
          fixed: null,
          embedded: false,
        },
      }}
    />,
  );

const write = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const writeLetter = (value: string) => fireEvent.change(screen.getByRole("textbox", { name: "Your letter" }), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const toPeople = async (code = "m5v 3l9") => {
  write("Your postal code", code);
  press(/Find my representatives|Try again/);
  await screen.findByText("Your letter goes to everybody who is ticked.");
};
const toLetter = async () => {
  press("Continue to the letter");
  await waitFor(() => expect(document.querySelector(".paper-subject")).not.toBeNull());
};
const toYou = async () => {
  await toPeople();
  await toLetter();
  press("Continue");
};
const sign = (name = "Robin", email = "robin@example.org") => {
  write("Your name", name);
  write("Your e-mail address", email);
};
const confirmIt = () => ok({ state: "CONFIRM", expiresAt: "2026-11-29T18:00:00.000Z" }, { values: { expiresAt: ["Date"] } });
const submissions = () => calls.filter(({ path }) => path === "influence.letters.submit").map(({ input }) => input);

/** What the server prepares: for each person the text that `textOf` says, closed with the open name and the place. */
const prepared = (
  { targetIds, name }: Record<string, unknown>,
  texts = [{ subject: "Protected lanes", body: "Dear {{REPRESENTATIVE_NAME}},\n\nPlease vote for the plan." }],
  textOf: (id: string) => number = () => 0,
) =>
  ok({
    letters: (targetIds as string[]).map((targetId) => {
      const text = texts[textOf(targetId)] ?? { subject: "", body: "" };
      const person = [chi, olivia, ausma].find(({ id }) => id === targetId);
      const message = text.body
        .replaceAll("{{REPRESENTATIVE_NAME}}", person?.name ?? "")
        .replaceAll("{{SALUTATION}}", person?.salutation ?? "")
        .replaceAll("{{SENDER_CITY}}", "Toronto");
      const closed = `${message}\n\n${String(name)}\nToronto  M5V 3L9`;
      return { targetId, recipientName: person?.name ?? "", subject: text.subject, message: closed, text: textOf(targetId) };
    }),
    texts,
  });

beforeEach(() => {
  calls = [];
  answers = {
    "influence.representatives.lookUp": () => found(),
    "influence.letters.captureInfo": () => ok({ captured: true }),
    "influence.letters.prepare": (input) => prepared(input),
  };
  sessionStorage.clear();
  localStorage.clear();
  window.history.replaceState(null, "");
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("fetch", async (url: string | URL | Request, options?: RequestInit) => {
    const address = new URL(typeof url === "string" ? url : url instanceof URL ? url.href : url.url, "http://localhost");
    const paths = (address.pathname.split("/").at(-1) ?? "").split(",");
    const batch = JSON.parse(address.searchParams.get("input") ?? (typeof options?.body === "string" ? options.body : "{}")) as Record<
      string,
      { json: Record<string, unknown> }
    >;
    const told = paths.map((path, index) => {
      const input = batch[String(index)]?.json ?? {};
      calls.push({ path, input });
      return answers[path]?.(input) ?? { status: 500, body: {} };
    });
    const status = told.length === 1 ? (told[0]?.status ?? 200) : 200;
    return new Response(JSON.stringify(told.map(({ body }) => body)), { status, headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the way through the panel", () => {
  it("goes from the postal code over people, letter and name to the mailbox, with every box unticked", async () => {
    answers["influence.letters.submit"] = confirmIt;
    show();
    await toYou();
    expect(screen.getAllByRole("checkbox").map((box) => (box as HTMLInputElement).checked)).toEqual([false, false]);
    sign("Robin Côté", " Robin@example.org ");
    press("Continue");
    expect(screen.getByText("Step 5 of 5", { exact: false })).toBeTruthy();
    press("Send my letter");
    await screen.findByText(/We sent a message to Robin@example.org/);
    expect(submissions()).toHaveLength(1);
    expect(submissions()[0]).toMatchObject({
      campaignSlug: "lanes",
      postalCode: "M5V3L9",
      targetIds: ["a"],
      method: "SMTP",
      subject: null,
      message: null,
      personal: null,
      street: null,
      name: "Robin Côté",
      email: "Robin@example.org",
      locale: "en",
      trap: "",
      proof: null,
      consents: { tellHowItEnds: false, newsletter: false },
    });
  });

  it("sends at once where there is one way only", async () => {
    answers["influence.letters.submit"] = confirmIt;
    show({ methods: ["SMTP"] });
    await toYou();
    sign();
    press("Send my letter");
    await screen.findByText(/We sent a message to/);
  });

  it("keeps the name as unfinished before a way is chosen, and nothing where the campaign collects nothing", async () => {
    show();
    await toYou();
    sign();
    press("Continue");
    await waitFor(() => expect(calls.some(({ path }) => path === "influence.letters.captureInfo")).toBe(true));
    cleanup();
    sessionStorage.clear();
    calls = [];
    show({ collectUserInfo: false, methods: ["MAILTO", "PRINT"] });
    await toYou();
    expect(screen.queryByLabelText("Your e-mail address")).toBeNull();
    write("Your name", "Robin");
    press("Continue");
    await screen.findByRole("button", { name: "Print it" });
    expect(calls.some(({ path }) => path === "influence.letters.captureInfo")).toBe(false);
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

  it("offers the campaign's own people while every source is down", async () => {
    answers["influence.representatives.lookUp"] = () =>
      found([aTarget("n", { kind: "NAMED", name: "Jo Ann" })], { sourcesDown: true, levels: [] });
    show();
    await toPeople();
    expect(screen.getByText(/The directory of representatives does not answer/)).toBeTruthy();
    await toLetter();
    expect(screen.getByRole("textbox", { name: "Your letter" })).toBeTruthy();
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

  it("lets the supporter choose the district where a code lies in two, or find it by the street", async () => {
    const districts = [
      { key: "fed/1", name: "Laurier" },
      { key: "fed/2", name: "Ville-Marie" },
    ];
    const split = [
      aTarget("a", { name: "Chi Nguyen", districtKey: "fed/1", ticked: false }),
      aTarget("c", { name: "Kevin Vuong", districtKey: "fed/2", ticked: false }),
    ];
    const choose = { level: "FEDERAL" as const, state: "CHOOSE" as const, districts, until: null, note: null };
    answers["influence.representatives.lookUp"] = (input) =>
      (input["districts"] as string[]).length === 0 ? found(split, { levels: [choose] }) : found([chi]);
    answers["influence.representatives.locate"] = () => refused(404, "We do not find this street.");
    answers["influence.representatives.districtShapes"] = () => ok({ type: "FeatureCollection", features: [] });
    show();
    write("Your postal code", "M5V3L9");
    press("Find my representatives");
    await screen.findByText("Which federal district do you live in?");
    expect(screen.queryByRole("button", { name: "Continue to the letter" })).toBeNull();
    write("Your street", "1 Nowhere");
    press("Find my district");
    await screen.findByText("We do not find this street.");
    press(/Ville-Marie/);
    await screen.findByRole("button", { name: "Continue to the letter" });
    // The map's outlines are asked for whenever the map has arrived.
    expect(calls.findLast(({ path }) => path === "influence.representatives.lookUp")?.input["districts"]).toEqual(["fed/2"]);
  });

  it.each([
    ["VACANT", "This seat is empty: Spadina."],
    ["NO_SITTING", "There are no sitting members right now (federal)."],
    ["NOBODY", "We know of nobody who represents this place (federal)."],
  ] as const)("explains a level that is %s", async (state, words) => {
    const level = { level: "FEDERAL" as const, state, districts: [{ key: "fed/1", name: "Spadina" }], until: null, note: null };
    answers["influence.representatives.lookUp"] = () => found([ausma], { levels: [level] });
    show();
    await toPeople();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it("ticks a whole council with one box", async () => {
    const council = ["1", "2", "3"].map((id) => aTarget(id, { kind: "COUNCIL", group: "City Council" }));
    answers["influence.representatives.lookUp"] = () => found(council);
    show();
    write("Your postal code", "M5V3L9");
    press("Find my representatives");
    await screen.findByText("City Council");
    const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "Everybody" });
    expect(all.checked).toBe(true);
    fireEvent.click(all);
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").some(({ checked }) => checked)).toBe(false);
    press("Continue to the letter");
    expect(screen.getByRole("alert").textContent).toBe("Tick at least one person.");
  });

  it("sends edited words with their open places, and only where editing is allowed", async () => {
    answers["influence.representatives.lookUp"] = () => found([chi, ausma]);
    answers["influence.letters.submit"] = () => ok({ state: "QUEUED", receiptToken: "r".repeat(40), letters: 2 });
    show({ methods: ["SMTP"] });
    await toPeople();
    await toLetter();
    const body = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" });
    expect(body.value).toContain("Dear [their name],");
    fireEvent.change(body, { target: { value: `${body.value}\n\nI ride here with my daughter.` } });
    press("Continue");
    sign();
    press("Send my 2 letters");
    await screen.findByRole("heading", { name: "Your letter is on its way" });
    expect(submissions().at(-1)?.["message"]).toBe(
      "Dear {{REPRESENTATIVE_NAME}},\n\nPlease vote for the plan.\n\nI ride here with my daughter.",
    );
    expect(screen.getByRole("link", { name: "Open my receipt" }).getAttribute("href")).toBe(`/receipt/${"r".repeat(40)}`);
  });

  it("fills the letter in live, with the supporter's own sentence in its place, for each person to look at", async () => {
    answers["influence.representatives.lookUp"] = () => found([chi, ausma]);
    const letter = { subject: "Lanes", body: "{{SALUTATION}},\n\nI live in {{SENDER_CITY}}.\n\n{{PERSONAL}}\n\nPlease vote." };
    answers["influence.letters.prepare"] = (input) => prepared(input, [letter]);
    show({ allowEditing: false, personalPrompt: "What happened to you?", letter });
    await toPeople();
    await toLetter();
    expect(screen.getByText(/\[a sentence of your own\]/)).toBeTruthy();
    write("What happened to you?", "I was hit at Main.");
    expect(screen.getByText(/Dear Ms. Nguyen,\s+I live in Toronto.\s+I was hit at Main./)).toBeTruthy();
    press("Ausma Malik");
    expect(screen.getByText(/Dear Person c,/)).toBeTruthy();
    expect(screen.getAllByRole("textbox")).toHaveLength(1);
  });

  it("shows each person's own text where a campaign has several, and makes one of them only when asked to", async () => {
    answers["influence.representatives.lookUp"] = () => found([chi, ausma]);
    const texts = [
      { subject: "To the House", body: "{{SALUTATION}},\n\nAsk the minister." },
      { subject: "To the council", body: "{{SALUTATION}},\n\nVote on Tuesday." },
    ];
    answers["influence.letters.prepare"] = (input) => prepared(input, texts, (id) => (id === "c" ? 1 : 0));
    answers["influence.letters.submit"] = confirmIt;
    show({ methods: ["SMTP"] });
    await toPeople();
    await toLetter();
    expect(screen.getByText(/2 letters, 2 texts/)).toBeTruthy();
    expect(screen.getByText(/Dear Ms. Nguyen,\s+Ask the minister.\s+\[your name\]\s+Toronto/)).toBeTruthy();
    press("Ausma Malik");
    expect(screen.getByText(/Dear Person c,\s+Vote on Tuesday./)).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "Your letter" })).toBeNull();
    // It begins as the text that is looked at.
    press("Write one text of my own for everybody");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" }).value).toContain("Vote on Tuesday.");
    writeLetter("[Dear …],\n\nPlease do what you can.");
    press("Bring back the original text");
    expect(screen.getByText(/2 letters, 2 texts/)).toBeTruthy();
    press("Continue");
    sign();
    press("Send my 2 letters");
    await screen.findByText(/We sent a message to/);
    expect(submissions()[0]).toMatchObject({ subject: null, message: null });
    // The name and the sentence are filled in on the page: the server was asked once.
    expect(calls.filter(({ path }) => path === "influence.letters.prepare")).toHaveLength(1);
  });

  it("sends no letter that could not be shown, and asks again", async () => {
    answers["influence.letters.prepare"] = () => refused(429, "Too many tries.");
    show();
    await toPeople();
    press("Continue to the letter");
    await screen.findByText("Too many tries.");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Continue" }).disabled).toBe(true);
    answers["influence.letters.prepare"] = (input) => prepared(input);
    press("Try again");
    await screen.findByRole("textbox", { name: "Your letter" });
  });

  it("shows an edited letter as it will leave, with the sentence that stands beside it", async () => {
    show({ personalPrompt: "What happened to you?" });
    await toPeople();
    await toLetter();
    writeLetter("Hello.\n\nPlease vote.\n\nThanks.");
    write("What happened to you?", "I was hit at Main.");
    expect(screen.getByText(/Hello.\s+Please vote.\s+I was hit at Main.\s+Thanks.\s+\[your name\]/)).toBeTruthy();
  });

  it("makes one letter of two presses, and of a press after a lost answer", async () => {
    let lost = true;
    answers["influence.letters.submit"] = () => {
      if (lost) throw new TypeError("connection reset");
      return confirmIt();
    };
    show({ methods: ["SMTP"] });
    await toYou();
    sign();
    press("Send my letter");
    fireEvent.submit(screen.getByLabelText("Your name").closest("form") as HTMLFormElement);
    await screen.findByText(/We cannot reach the server/);
    lost = false;
    press("Send my letter");
    await screen.findByText(/We sent a message to/);
    const ids = submissions().map((input) => input["submissionId"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("notices that the letter was confirmed elsewhere", async () => {
    answers["influence.letters.submit"] = confirmIt;
    answers["influence.letters.state"] = () => ok({ state: "QUEUED", receiptToken: "r".repeat(40), letters: 1, remember: "b".repeat(43) });
    show({ methods: ["SMTP"] });
    await toYou();
    sign();
    press("Send my letter");
    await screen.findByText(/We sent a message to/);
    document.dispatchEvent(new Event("visibilitychange"));
    await screen.findByRole("link", { name: "Open my receipt" });
    expect(localStorage.getItem("confirmed-browser")).toBe("b".repeat(43));
    expect(calls.find(({ path }) => path === "influence.letters.state")?.input["submissionId"]).toBe(submissions()[0]?.["submissionId"]);
  });

  it("brings the words and the code back after a reload, where the supporter was, never the name or the address", async () => {
    const { unmount } = show();
    await toPeople();
    await toLetter();
    fireEvent.change(screen.getByRole("textbox", { name: "Your letter" }), { target: { value: "My own words." } });
    press("Continue");
    write("Your name", "Robin");
    unmount();
    expect(JSON.stringify(sessionStorage)).not.toContain("Robin");
    show();
    await screen.findByRole("heading", { name: "Sign your letter" });
    press("Back");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" }).value).toBe("My own words.");
  });

  it("takes the browser's Back one step back in the letter", async () => {
    show();
    await toPeople();
    await toLetter();
    window.dispatchEvent(new PopStateEvent("popstate", { state: { letterStep: "people" } }));
    await screen.findByRole("heading", { name: "Your representatives" });
  });

  it("is played with invented supporters in a preview: nobody else is looked up, and nothing is sent", async () => {
    answers["influence.representatives.previewTargets"] = () => found();
    answers["influence.letters.previewPrepare"] = (input) => prepared(input);
    show({ isPreview: true, previewToken: "t".repeat(43), methods: ["SMTP"] });
    write("Your postal code", "K1A 0B1");
    press("Find my representatives");
    expect((await screen.findByRole("status")).textContent).toContain("This is a preview");
    expect(calls).toEqual([]);
    fireEvent.click(screen.getByRole("link", { name: "Alex Sample" }));
    await screen.findByText("Your letter goes to everybody who is ticked.");
    press("Continue to the letter");
    expect((await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Your letter" })).value).toContain("Dear Chi Nguyen");
    press("Continue");
    // The invented supporter signs with what is hers.
    expect(screen.getByLabelText<HTMLInputElement>("Your name").value).toBe("Alex Sample");
    press("Send my letter");
    expect((await screen.findByRole("status")).textContent).toContain("nothing is sent");
    expect(calls.map(({ path }) => path)).toEqual(["influence.representatives.previewTargets", "influence.letters.previewPrepare"]);
    expect(calls[0]?.input).toMatchObject({ slug: "lanes", token: "t".repeat(43), postalCode: "M5V3L9" });
  });

  it("shows the versions of a letter in a preview, made with the words that the preview shows", async () => {
    answers["influence.representatives.previewTargets"] = () => found([chi, ausma]);
    const texts = ["Dear {{REPRESENTATIVE_NAME}}, please.", "To the council, {{REPRESENTATIVE_NAME}}."];
    answers["influence.letters.previewPrepare"] = (input) =>
      prepared(
        input,
        texts.map((body) => ({ subject: "Lanes", body })),
        (id) => (id === "c" ? 1 : 0),
      );
    const letter = { subject: "Not stored", body: "Not stored yet." };
    show({ isPreview: true, previewToken: null, letter, askStreet: true });
    fireEvent.click(screen.getByRole("link", { name: "Alex Sample" }));
    await screen.findByText("Your letter goes to everybody who is ticked.");
    press("Continue to the letter");
    await screen.findByText(/Dear Chi Nguyen, please\./);
    press("Ausma Malik");
    await screen.findByText(/To the council, Ausma Malik\./);
    expect(calls.find(({ path }) => path === "influence.letters.previewPrepare")?.input).toMatchObject({
      ...{ slug: "lanes", token: null, postalCode: "M5V3L9", targetIds: ["a", "c"] },
      shown: { emailSubject: "Not stored", emailBody: "Not stored yet.", askStreet: true },
    });
  });

  it("asks an invented supporter for her street where districts meet, and finds the one it lies in", async () => {
    const districts = [
      { key: "fed/1", name: "Laurier" },
      { key: "fed/2", name: "Ville-Marie" },
    ];
    const choose = { level: "FEDERAL" as const, state: "CHOOSE" as const, districts, until: null, note: null };
    answers["influence.representatives.previewTargets"] = (input) =>
      (input["districts"] as string[]).length === 0 ? found([aTarget("a", { districtKey: "fed/1" })], { levels: [choose] }) : found([chi]);
    answers["influence.representatives.previewLocate"] = () => ok({ districts: ["fed/1"], place: "There", latitude: 1, longitude: 1 });
    answers["influence.representatives.districtShapes"] = () => ok({ type: "FeatureCollection", features: [] });
    show({ isPreview: true });
    fireEvent.click(screen.getByRole("link", { name: "Alex Sample" }));
    await screen.findByText("Which federal district do you live in?");
    expect(screen.getByLabelText<HTMLInputElement>("Your street").value).toBe("290 Bremner Boulevard");
    press("Find my district");
    await screen.findByRole("button", { name: "Continue to the letter" });
    const asked = calls.find(({ path }) => path === "influence.representatives.previewLocate")?.input;
    expect(asked).toMatchObject({ slug: "lanes", postalCode: "M5V3L9", street: "290 Bremner Boulevard" });
    expect(calls.some(({ path }) => path === "influence.representatives.locate")).toBe(false);
  });

  it("says what a preview of something not yet stored is waiting for", async () => {
    answers["influence.representatives.previewTargets"] = () => refused(404, "There is no such campaign.");
    show({ isPreview: true, needsPlace: false });
    expect((await screen.findByRole("status")).textContent).toContain("Save the campaign as a draft first");
  });

  it("speaks French on a French page", () => {
    show({}, "fr");
    expect(screen.getByRole("button", { name: "Trouver mes élus" })).toBeTruthy();
    expect(screen.getByText("Safe Streets mène cette campagne.")).toBeTruthy();
  });
});

describe("letters that leave by other hands", () => {
  const receiptToken = "r".repeat(43);

  it("open in the supporter's own mail program, and count only with a yes", async () => {
    const links = {
      mailto: "mailto:mp@example.org?subject=S",
      gmail: "https://mail.google.com/mail/?x",
      outlook: "https://outlook.example/",
    };
    const one = {
      id: "l1",
      targetId: "a",
      recipientName: "Chi Nguyen",
      recipientEmail: "mp@example.org",
      subject: "S",
      message: "M",
      ...links,
    };
    answers["influence.letters.submit"] = () =>
      ok({
        state: "OPENED",
        receiptToken,
        boxesMail: false,
        letters: [{ ...one, bodyFits: { mailto: true, gmail: true, outlook: true } }],
      });
    answers["influence.letters.answerSent"] = () => ok({ sent: 1, open: 0 });
    show();
    await toYou();
    sign();
    press("Continue");
    press("Use my own mail app");
    const link = await screen.findByRole("link", { name: "Open my mail app" });
    expect(screen.queryByText("Did you send it?")).toBeNull();
    fireEvent.click(link);
    press("Not yet");
    await screen.findByText(/Only a letter that left is counted/);
    expect(calls.at(-1)).toMatchObject({ path: "influence.letters.answerSent", input: { receiptToken, letterIds: ["l1"], sent: false } });
    fireEvent.click(link);
    press("Yes, I sent it");
    await screen.findByText("Thank you. It is counted.");
    expect(calls.at(-1)?.input["sent"]).toBe(true);
  });

  it("print with the office's address, without a stamp for Parliament", async () => {
    answers["influence.letters.submit"] = () =>
      ok({
        state: "PRINTED",
        receiptToken,
        boxesMail: false,
        pdfUrl: "/letters/print/x",
        letters: [{ id: "l1", targetId: "a", recipientName: "Chi Nguyen", pdfUrl: "/letters/print/x" }],
      });
    answers["influence.representatives.lookUp"] = () => found([aTarget("a")]);
    show();
    await toYou();
    write("Your name", "Robin");
    write("Your e-mail address", "robin@example.org");
    press("Continue");
    press("Print it");
    const pdf = await screen.findByRole("link", { name: "Open the letter as PDF" });
    expect(pdf.getAttribute("href")).toBe("/letters/print/x");
    expect(screen.getByText(/No stamp needed/)).toBeTruthy();
    fireEvent.click(pdf);
    expect(screen.getByText("Did you post it?")).toBeTruthy();
  });
});

describe("calls", () => {
  const person = {
    targetId: "a",
    name: "Chi Nguyen",
    officeTitle: "Member of Parliament",
    districtName: "Spadina",
    level: "FEDERAL",
    photoUrl: null,
    script: "Hello, my name is Robin.",
    numbers: ["416 555-0123", "613 992-2000"].map((number) => ({
      tel: number,
      dial: `tel:+1${number.replace(/\D/g, "")}`,
      officeType: "constituency",
      open: true,
      changesAt: null,
      timeZone: "America/Toronto",
    })),
  };

  it("show the number, the script and the code, and go on to the next number when a voicemail is full", async () => {
    answers["influence.calls.sheet"] = () => ok({ city: "Toronto", people: [person] });
    answers["influence.calls.record"] = (input) => ok({ outcome: input["outcome"], counted: false });
    show({ methods: [], allowCalls: true });
    write("Your postal code", "M5V3L9");
    press("Find my representatives");
    expect((await screen.findByRole("link", { name: "416 555-0123" })).getAttribute("href")).toBe("tel:+14165550123");
    expect(screen.getByText("Hello, my name is Robin.")).toBeTruthy();
    // Nobody wrote a name yet: the script shows its place instead of a gap.
    expect(calls.find(({ path }) => path === "influence.calls.sheet")?.input).toMatchObject({ name: "[your name]" });
    expect(screen.getByRole("img", { name: /Scan to dial/ })).toBeTruthy();
    press("Voicemail is full");
    await screen.findByText("Noted: the voicemail is full.");
    press("Undo");
    await waitFor(() => expect(screen.getByRole("button", { name: "No answer" })).toBeTruthy());
    press("Voicemail is full");
    press("Try the next number");
    await screen.findByRole("link", { name: "613 992-2000" });
    const told = calls.filter(({ path }) => path === "influence.calls.record").map(({ input }) => input);
    expect(told.map(({ outcome }) => outcome)).toEqual(["FULL", "NOT_NOW", "FULL"]);
    expect(new Set(told.map(({ clientId }) => clientId)).size).toBe(1);
  });

  it("are played in a preview with the script it shows, and nothing of them is recorded", async () => {
    answers["influence.representatives.previewTargets"] = () => found();
    answers["influence.calls.previewSheet"] = () => ok({ city: "Toronto", people: [person] });
    show({ methods: [], allowCalls: true, isPreview: true, callScript: "Not stored." });
    fireEvent.click(screen.getByRole("link", { name: "Alex Sample" }));
    await screen.findByRole("link", { name: "416 555-0123" });
    expect(screen.getByText(/try the buttons, nothing is counted/)).toBeTruthy();
    press("I talked to somebody");
    await screen.findByText("Tried in the preview, not counted: “I talked to somebody”");
    expect(screen.queryByText(/^Counted/)).toBeNull();
    press("Undo");
    press("Voicemail is full");
    await screen.findByText("Tried in the preview, not counted: “Voicemail is full”");
    expect(calls.map(({ path }) => path)).toEqual(["influence.representatives.previewTargets", "influence.calls.previewSheet"]);
    expect(calls[1]?.input).toMatchObject({ slug: "lanes", name: "Alex Sample", shown: { callScript: "Not stored." } });
  });
});
