import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { Permission } from "@cml/domain/auth";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { App } from "./App";
import { queryClient } from "./api";
import { startLanguage } from "./language";
import { router } from "./routes";

type Answer = { result: unknown } | { refusal: { status: number; messageKey: string; message: string } };

const permissionsOf = { writer: ["campaign.view", "campaign.edit"], reader: ["campaign.view"] } satisfies Record<string, Permission[]>;

const me = (granted: Permission[]) => ({
  id: "0199c0de-0000-7000-8000-000000000001",
  email: "ana@example.org",
  name: "Ana Roy",
  phone: null,
  role: "USER",
  permissions: { areas: {}, cutIds: null },
  granted,
  locale: null,
  mustChangePassword: false,
});
const site = {
  organizationName: "Neighbours",
  defaultLocale: "en",
  locales: ["en", "fr"],
  timeZone: "America/Toronto",
  embeddedMail: false,
  mailDiverted: false,
};

let answers: Record<string, Answer>;
const asked: string[] = [];

/** The admin surface as the wire shows it: one answer for each call of a batch. */
const answerBatch = (address: string): Response => {
  const names = new URL(address, "http://localhost").pathname.replace("/trpc/admin/", "").split(",");
  asked.push(...names);
  const body = names.map((name) => {
    const answer = answers[name] ?? { result: { items: [], total: 0, page: 1, pageSize: 50 } };
    if ("result" in answer) return { result: { data: { json: answer.result } } };
    const { status, messageKey, message } = answer.refusal;
    return { error: { json: { message, code: -32_600, data: { code: "BAD_REQUEST", httpStatus: status, messageKey, requestId: "r-1" } } } };
  });
  return new Response(JSON.stringify(body), { status: 207, headers: { "content-type": "application/json" } });
};

beforeAll(async () => {
  await startLanguage();
});
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (address: string | URL) => answerBatch(String(address)));
  vi.stubGlobal("scrollTo", () => undefined);
  // A phone: the drawn preview beside the editor is for wider screens, and this document draws no frames.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  // Growing text fields listen for fonts, which this document has not.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const open = async (to: string, granted: Permission[], said: Partial<typeof site> = {}) => {
  answers = {
    "auth.sessions.me": { result: me(granted) },
    "settings.siteSettings.summary": { result: { ...site, ...said } },
    "influence.campaigns.owners": { result: [] },
  };
  const view = render(<App />);
  await act(() => router.navigate({ to }));
  return view;
};

it("asks for an own password before anything else of the app, and opens the page once it is chosen", async () => {
  answers = {
    "auth.sessions.me": { result: { ...me(permissionsOf.reader), mustChangePassword: true } },
    "settings.siteSettings.summary": { result: site },
    "influence.campaigns.owners": { result: [] },
  };
  render(<App />);
  await act(() => router.navigate({ to: "/campaigns" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Choose your own password" })).toBeTruthy();
  expect(screen.queryByRole("navigation", { name: "Areas" })).toBeNull();
  expect(asked.filter((name) => name.startsWith("influence.campaigns.list"))).toEqual([]);
  fireEvent.change(screen.getByLabelText(/^Current password/), { target: { value: "Made-For-Me-2026" } });
  fireEvent.change(screen.getByLabelText(/^New password/), { target: { value: "Chosen-By-Me-2026" } });
  answers["auth.sessions.changePassword"] = { result: null };
  answers["auth.sessions.me"] = { result: me(permissionsOf.reader) };
  fireEvent.click(screen.getByRole("button", { name: "Change password" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Campaigns" })).toBeTruthy();
});

it("shows in the rail only what the account may use", async () => {
  await open("/campaigns", permissionsOf.reader);
  expect(await screen.findByRole("heading", { level: 1, name: "Campaigns" })).toBeTruthy();
  const rail = screen.getByRole("navigation", { name: "Areas" });
  expect([...rail.querySelectorAll("a")].map(({ textContent }) => textContent)).toEqual(["Home", "Campaigns"]);
  expect(screen.queryByRole("link", { name: "New campaign" })).toBeNull();
});

it("refuses a page by its address before asking for what stands there", async () => {
  await open("/settings", permissionsOf.reader);
  expect(await screen.findByText("This page is not part of your account")).toBeTruthy();
  expect(asked).not.toContain("settings.siteSettings.get");
});

it("keeps what was typed in the campaign editor when saving fails, on the page and after opening it again", async () => {
  const { unmount } = await open("/campaigns/new", permissionsOf.writer);
  const title = await screen.findByLabelText<HTMLInputElement>(/^Title/);
  answers["influence.campaigns.create"] = {
    refusal: { status: 400, messageKey: "input.invalid", message: "Some fields need another look." },
  };
  fireEvent.change(title, { target: { value: "Trees on Main Street" } });
  fireEvent.submit(title.closest("form")!);
  expect(await screen.findByText("Some fields need another look.")).toBeTruthy();
  expect(title.value).toBe("Trees on Main Street");
  await waitFor(() => expect(screen.getByText("Not saved. Your text is still here.")).toBeTruthy());
  unmount();
  await open("/campaigns/new", permissionsOf.writer);
  expect((await screen.findByLabelText<HTMLInputElement>(/^Title/)).value).toBe("Trees on Main Street");
});

it("says on every page to everybody that test mode diverts all mail, and who may change it finds where", async () => {
  const words = "Test mode: every mail goes to the test address and reaches no one else.";
  const { unmount } = await open("/people", permissionsOf.reader, { mailDiverted: true });
  const banner = await screen.findByText(words);
  expect(banner.closest("[role=status]")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Change in the settings" })).toBeNull();
  await act(() => router.navigate({ to: "/settings" }));
  expect(await screen.findByText("This page is not part of your account")).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
  unmount();
  queryClient.clear();
  const second = await open("/people", ["campaign.view", "settings.edit"], { mailDiverted: true });
  const way = await screen.findByRole<HTMLAnchorElement>("link", { name: "Change in the settings" });
  expect(new URL(way.href).hash).toBe("#mail");
  second.unmount();
  queryClient.clear();
  await open("/settings", permissionsOf.reader);
  expect(await screen.findByText("This page is not part of your account")).toBeTruthy();
  expect(screen.queryByText(words)).toBeNull();
});
