import * as catalogues from "@cml/i18n/public";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { UpvoteButton } from "../src/features/responses/components/UpvoteButton";
import { PanelRoot } from "../src/islands/PanelRoot";
import { replyId } from "./a-reply";

type Call = { path: string; input: Record<string, unknown> };
let calls: Call[] = [];
let answers: Record<string, (input: Record<string, unknown>) => unknown> = {};

beforeEach(() => {
  calls = [];
  localStorage.clear();
  vi.stubGlobal("fetch", (url: string, options?: RequestInit) => {
    const address = new URL(url, "http://localhost");
    const paths = (address.pathname.split("/").at(-1) ?? "").split(",");
    const text = address.searchParams.get("input") ?? (typeof options?.body === "string" ? options.body : "{}");
    const batch = JSON.parse(text) as Record<string, { json: Record<string, unknown> }>;
    const told = paths.map((path, index) => {
      const input = batch[String(index)]?.json ?? {};
      calls.push({ path, input });
      return { result: { data: { json: answers[path]?.(input) } } };
    });
    return Promise.resolve(new Response(JSON.stringify(told), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = () =>
  render(
    <PanelRoot
      component={UpvoteButton}
      data={{
        locale: "en",
        organization: "Safe Streets",
        timeZone: "America/Toronto",
        prefixes: { en: "", fr: "/fr" },
        texts: { vote: catalogues.en.vote, form: catalogues.en.form },
        props: { slug: "lanes", responseId: replyId, name: "Noor Whitfield", upvotes: 12, mine: null },
      }}
    />,
  );
const button = () => screen.getByRole("button", { name: /Worth reading/ });

it("counts at one press where the browser is known, and takes it back at the next", async () => {
  answers = {
    "influence.responses.upvote": () => ({ state: "COUNTED", upvotes: 13 }),
    "influence.responses.takeBackUpvote": () => ({ upvotes: 12 }),
  };
  show();
  fireEvent.click(button());
  await waitFor(() => expect(button().getAttribute("aria-pressed")).toBe("true"));
  expect(button().textContent).toContain("13");
  fireEvent.click(button());
  await waitFor(() => expect(button().getAttribute("aria-pressed")).toBe("false"));
  const [given, back] = calls;
  expect(given?.input["device"]).toMatch(/^[0-9a-f]{64}$/);
  expect(back?.input).toEqual({ responseId: replyId, device: given?.input["device"] });
});

it("asks a browser nobody knows for an address once, and says that a mail is on its way", async () => {
  answers = {
    "influence.responses.upvote": ({ email }) =>
      email === null ? { state: "ASK" } : { state: "CONFIRM", expiresAt: "2026-11-25T15:00:00Z" },
  };
  show();
  fireEvent.click(button());
  const field = await screen.findByLabelText("Your e-mail address");
  fireEvent.change(field, { target: { value: "vic@example.com" } });
  fireEvent.click(screen.getByRole("button", { name: "Mail me the link" }));
  expect(await screen.findByRole("status")).toHaveProperty("textContent", expect.stringContaining("We sent you a mail"));
  expect(calls.at(-1)?.input).toMatchObject({ email: "vic@example.com", trap: "" });
  expect(button().textContent).toContain("12");
});

it("shows what this browser gave before", async () => {
  localStorage.setItem("confirmed-browser", "d".repeat(64));
  answers = { "influence.responses.myUpvotes": () => [replyId] };
  show();
  await waitFor(() => expect(button().getAttribute("aria-pressed")).toBe("true"));
  expect(calls).toEqual([{ path: "influence.responses.myUpvotes", input: { responseIds: [replyId], device: "d".repeat(64) } }]);
});
