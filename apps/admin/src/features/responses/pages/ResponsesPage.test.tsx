import { type OddResponse, responseDesks, type ResponseView } from "@cml/domain/influence";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { App } from "../../../App";
import { queryClient } from "../../../api";
import { startLanguage } from "../../../language";
import { router } from "../../../routes";
import { aResponseView } from "../model/sample-response";
import { isOnPile } from "../model/walk";

const idOf = (place: number) => `0199c0de-0000-7000-8000-0000000001${String(place).padStart(2, "0")}`;
const me = {
  id: "0199c0de-0000-7000-8000-000000000001",
  email: "mo@example.org",
  name: "Mo Derator",
  phone: null,
  role: "INFLUENCE_ADMIN",
  permissions: { areas: {}, cutIds: null },
  granted: ["response.moderate", "campaign.view"],
  locale: null,
  mustChangePassword: false,
};
const site = {
  organizationName: "Neighbours",
  defaultLocale: "en",
  locales: ["en", "fr"],
  timeZone: "America/Toronto",
  embeddedMail: false,
  mailDiverted: false,
};

/** A server small enough to read: a pile of responses, decisions about them, and the one who refuses. */
let pile: ResponseView[];
let asked: { name: string; input: Record<string, unknown> }[];
let refusals: Set<string>;

const change = (id: unknown, changes: Partial<ResponseView>) => {
  pile = pile.map((one) => (one.id === id ? { ...one, ...changes } : one));
  return { response: pile.find((one) => one.id === id), changeId: id };
};

const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
  "auth.sessions.me": () => me,
  "settings.siteSettings.summary": () => site,
  "influence.campaigns.list": () => ({ items: [], total: 0, page: 1, pageSize: 30 }),
  "influence.responses.list": ({ desk, limit }) => {
    const counts = Object.fromEntries(responseDesks.map((one) => [one, pile.filter((response) => isOnPile(response, one)).length]));
    const items = pile.filter((one) => isOnPile(one, (desk ?? "PENDING") as "PENDING")).slice(0, Number(limit));
    return { items, next: null, total: items.length, isMore: false, counts };
  },
  "influence.responses.get": ({ id }) => ({ response: pile.find((one) => one.id === id), history: [], letter: null, mail: null }),
  "influence.responses.approve": ({ id }) => change(id, { status: "APPROVED" }),
  "influence.responses.reject": ({ id, reason }) => change(id, { status: "REJECTED", rejectReason: String(reason) }),
  "influence.responses.setProofSeen": ({ id, seen }) => change(id, { proofSeen: seen === true ? { at: new Date(), byName: "Mo" } : null }),
  "influence.responses.moderateOfficeReply": ({ id }) => {
    const reply = pile.find((one) => one.id === id)?.officeReply;
    return change(id, reply === null || reply === undefined ? {} : { officeReply: { ...reply, status: "APPROVED" } });
  },
  "influence.responses.undo": ({ changes }) => {
    const [{ id }] = changes as [{ id: string }];
    return { responses: [change(id, { status: "PENDING", rejectReason: null }).response], skipped: [] };
  },
  "influence.responses.oddResponses": () => ({ items: [odd], total: 1, page: 1, pageSize: 20 }),
  "influence.responses.takeOffUpvotes": () => {
    odd = { ...odd, upvotes: 9, networks: [], takenOff: [{ changeId: idOf(9), upvotes: 41, at: new Date(), byName: "Mo" }] };
    return { changeId: idOf(9), moved: 41, upvotes: 9 };
  },
  "influence.responses.putBackUpvotes": () => ({ changeId: idOf(8), moved: 41, upvotes: 50 }),
};

/** A response with 41 upvotes from one network. */
let odd: OddResponse;
const anOddResponse = (): OddResponse => ({
  id: idOf(1),
  campaignId: idOf(2),
  campaignTitle: "Safe streets",
  representativeName: "Noor Whitfield",
  representativeTitle: "MP",
  text: "Thank you.",
  locale: "en",
  status: "APPROVED",
  upvotes: 50,
  networks: [{ upvoteId: idOf(3), upvotes: 41, firstAt: new Date("2026-03-04T15:00:00Z"), lastAt: new Date("2026-03-04T15:10:00Z") }],
  takenOff: [],
});

const momentsIn = (value: unknown, at: string[] = []): [string, ["Date"]][] => {
  if (value instanceof Date) return [[at.join("."), ["Date"]]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => momentsIn(inner, [...at, key]));
};

const answerBatch = (address: string, init?: RequestInit): Response => {
  const url = new URL(address, "http://localhost");
  const names = url.pathname.replace("/trpc/admin/", "").split(",");
  const sent = JSON.parse((init?.body as string | undefined) ?? url.searchParams.get("input") ?? "{}") as Record<string, { json?: object }>;
  const body = names.map((name, at) => {
    const input = (sent[at]?.json ?? {}) as Record<string, unknown>;
    asked.push({ name, input });
    if (refusals.has(`${name} ${String(input["id"])}`))
      return {
        error: {
          json: {
            message: "Somebody has already decided this.",
            code: -32_009,
            data: { code: "CONFLICT", httpStatus: 409, messageKey: "response.decidedAlready", requestId: "r" },
          },
        },
      };
    const json = answers[name]?.(input) ?? null;
    return { result: { data: { json, meta: { values: Object.fromEntries(momentsIn(json)) } } } };
  });
  return new Response(JSON.stringify(body), { status: 207, headers: { "content-type": "application/json" } });
};

beforeAll(async () => {
  await startLanguage();
});
beforeEach(() => {
  asked = [];
  refusals = new Set();
  odd = anOddResponse();
  pile = [1, 2, 3].map((place) => aResponseView({ id: idOf(place), representativeName: `Person ${place}`, text: `Answer ${place}` }));
  vi.stubGlobal("fetch", async (address: string | URL, init?: RequestInit) => answerBatch(String(address), init));
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const open = async (to = "/responses") => {
  render(<App />);
  await act(() => router.navigate({ to }));
};
const person = (name: string) => screen.findByRole("heading", { level: 2, name });
const press = (key: string, init: object = {}) => fireEvent.keyDown(document.body, { key, ...init });
const left = () => screen.getByTestId("left").textContent;
const calls = (name: string) => asked.filter((one) => one.name === `influence.responses.${name}`).map(({ input }) => input);

it("goes from one to the next by keys, the queue going down at once, and back by U", async () => {
  await open();
  await person("Person 1");
  await waitFor(() => expect(left()).toBe("3 wait"));
  press("a");
  // Before any server has answered.
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Person 2");
  await waitFor(() => expect(left()).toBe("2 wait"));
  press("r");
  fireEvent.keyDown(await screen.findByRole("button", { name: /This does not seem to be a reply/ }), { key: "2" });
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Reason" }), { key: "Enter", ctrlKey: true });
  await person("Person 3");
  await waitFor(() => expect(left()).toBe("1 waits"));
  await waitFor(() => expect(calls("reject")).toEqual([{ id: idOf(2), reason: expect.stringMatching(/^We could not tell/) as string }]));
  press("u");
  await person("Person 2");
  await waitFor(() => expect(calls("undo")).toEqual([{ changes: [{ id: idOf(2), changeId: idOf(2) }] }]));
  await waitFor(() => expect(left()).toBe("2 wait"));
  expect(calls("approve")).toEqual([{ id: idOf(1) }]);
});

it("walks without deciding, says when nothing waits any more, and still takes the last one back", async () => {
  await open();
  await person("Person 1");
  press("j");
  await person("Person 2");
  press("k");
  press("k");
  await person("Person 1");
  for (const name of ["Person 1", "Person 2", "Person 3"]) {
    await person(name);
    press("a");
  }
  expect(await screen.findByRole("heading", { level: 3, name: "Nothing waits" })).toBeTruthy();
  press("u");
  await person("Person 3");
});

it("brings a response back with a word of why when the server refuses", async () => {
  refusals.add(`influence.responses.approve ${idOf(1)}`);
  await open();
  await person("Person 1");
  press("a");
  await person("Person 2");
  expect(await screen.findByText(/Person 1 is back here: Somebody has already decided this/)).toBeTruthy();
  await person("Person 1");
  await waitFor(() => expect(left()).toBe("3 wait"));
});

it("asks for the proof before a disputed one goes back on the wall", async () => {
  pile = [aResponseView({ status: "APPROVED", disputedAt: new Date(), disputeReason: "Not ours." })];
  await open("/responses?pile=DISPUTED");
  await person("Noor Whitfield");
  press("a");
  expect(calls("approve")).toEqual([]);
  press("p");
  await waitFor(() => expect(calls("setProofSeen")).toHaveLength(1));
  press("a");
  await waitFor(() => expect(calls("approve")).toHaveLength(1));
});

it("does not say that a moderator rejected what its office reported", async () => {
  const decided = { status: "REJECTED", moderatedAt: new Date("2026-03-05T15:00:00Z"), moderatedByName: "Sam Li" } as const;
  pile = [aResponseView({ ...decided, disputedAt: new Date("2026-03-06T15:00:00Z"), disputeReason: "Not ours." })];
  await open("/responses?pile=DISPUTED");
  await screen.findByText(/Not ours\./);
  expect(screen.queryByText(/Rejected by Sam Li/)).toBeNull();
});

it("decides about an office's reply and leaves the response as it is", async () => {
  pile = [aResponseView({ status: "APPROVED", officeReply: { text: "Thank you all.", at: new Date(), status: "PENDING" } })];
  await open("/responses?pile=OFFICE_REPLY");
  expect(await screen.findByRole("region", { name: "Public reply of the office" })).toBeTruthy();
  press("a");
  await waitFor(() => expect(calls("moderateOfficeReply")).toEqual([{ id: pile[0]?.id, decision: "APPROVED", reason: null }]));
  expect(calls("approve")).toEqual([]);
});

it("shows its keys, and stops listening to them when told so", async () => {
  await open();
  await person("Person 1");
  press("?");
  fireEvent.click(await screen.findByRole("switch", { name: /Single keys decide/ }));
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  press("a");
  expect(calls("approve")).toEqual([]);
  await person("Person 1");
});

it("says in plain words which upvotes look odd, takes them off, and puts them back", async () => {
  await open("/responses?view=upvotes");
  expect(await screen.findByText("41 of 50 from one network within 10 minutes")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Take 41 off" }));
  await waitFor(() => expect(calls("takeOffUpvotes")).toEqual([{ responseId: idOf(1), upvoteId: idOf(3) }]));
  expect(await screen.findByText("41 were taken off and do not count")).toBeTruthy();
  expect(screen.getByText("9 upvotes")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Put 41 back" }));
  await waitFor(() => expect(calls("putBackUpvotes")).toEqual([{ responseId: idOf(1), changeId: idOf(9) }]));
});
