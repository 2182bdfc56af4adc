import { describe, expect, it } from "vitest";
import { createQueryClient } from "./browser";
import { createTokenStore, errorMessage, failureOf, fieldErrors, isRefused } from "./index";

const refusal = {
  message: "Some fields need another look.",
  data: {
    code: "BAD_REQUEST",
    httpStatus: 400,
    messageKey: "input.invalid",
    requestId: "r-7",
    fields: [
      { path: "title", message: "Please fill this in." },
      { path: "title", message: "Use one line." },
      { path: "letter.subject", message: "Too long." },
    ],
  },
};

describe("errors", () => {
  it("shows the server's own sentence and keeps the request id", () => {
    expect(errorMessage(refusal)).toBe("Some fields need another look.");
    expect(failureOf(refusal).requestId).toBe("r-7");
  });

  it("says in the person's language that the server cannot be reached", () => {
    expect(errorMessage(new TypeError("fetch failed"), "fr")).toMatch(/serveur est injoignable/);
    expect(errorMessage(undefined, "en")).toMatch(/cannot be reached/);
  });

  it("never shows the raw text of an answer that is not ours, such as a proxy's error page", () => {
    const proxy = { message: "Unexpected token < in JSON", data: { httpStatus: 502 } };
    expect(errorMessage(proxy)).toMatch(/went wrong on our side/);
  });

  it("gives forms the first sentence of each field by its path", () => {
    expect(fieldErrors(refusal)).toEqual({ title: "Please fill this in.", "letter.subject": "Too long." });
    expect(fieldErrors(new Error("x"))).toEqual({});
  });
});

describe("asking again", () => {
  const retry = createQueryClient().getDefaultOptions().queries?.retry as (count: number, error: unknown) => boolean;

  it("never repeats what the server refused, and a lost connection twice at most", () => {
    expect(isRefused(refusal)).toBe(true);
    expect(retry(0, refusal)).toBe(false);
    expect(retry(0, new TypeError("fetch failed"))).toBe(true);
    expect(retry(2, new TypeError("fetch failed"))).toBe(false);
  });

  it("tells the app once the session is gone", async () => {
    let signedOut = 0;
    const client = createQueryClient({ onSignedOut: () => (signedOut += 1) });
    const gone = { message: "Please sign in first.", data: { httpStatus: 401, messageKey: "auth.signInFirst" } };
    await expect(client.query({ queryKey: ["me"], queryFn: () => Promise.reject(gone as unknown as Error), retry: false })).rejects.toBe(
      gone,
    );
    expect(signedOut).toBe(1);
  });
});

describe("tokens of a program", () => {
  const pair = (name: string, expiresAt: number) => ({
    accessToken: name,
    refreshToken: `${name}-refresh`,
    expiresAt: new Date(expiresAt),
  });

  it("exchanges an ending token once for calls that come together, and hands the new pair on", async () => {
    const asked: string[] = [];
    const kept: string[] = [];
    const store = createTokenStore({
      tokens: pair("old", 10_000),
      now: () => 0,
      refresh: async (token) => (asked.push(token), pair("new", 900_000)),
      onTokens: ({ accessToken }) => kept.push(accessToken),
    });
    await expect(Promise.all([store.accessToken(), store.accessToken()])).resolves.toEqual(["new", "new"]);
    await expect(store.accessToken()).resolves.toBe("new");
    expect(asked).toEqual(["old-refresh"]);
    expect(kept).toEqual(["new"]);
  });
});
