import { expect, it } from "vitest";
import { isOwnOrigin, type OriginFacts } from "./origin-rule";

const site = { publicUrl: "https://act.example.org", production: true };
const post = (facts: Partial<OriginFacts>): OriginFacts => ({
  method: "POST",
  origin: undefined,
  fetchSite: undefined,
  self: "http://localhost:4000",
  ...facts,
});

it.each<[string, Partial<OriginFacts>, boolean]>([
  ["our own page", { origin: "https://act.example.org", fetchSite: "same-origin" }, true],
  ["our own page in an older browser", { origin: "https://act.example.org" }, true],
  ["a program, which sends neither header", {}, true],
  ["our own form on a page without a referrer", { origin: "null", fetchSite: "same-origin" }, true],
  ["reading from another site", { method: "GET", origin: "https://evil.example", fetchSite: "cross-site" }, true],
  ["another site", { origin: "https://evil.example", fetchSite: "cross-site" }, false],
  ["another site in an older browser", { origin: "https://evil.example" }, false],
  ["another host of our domain", { origin: "https://blog.example.org", fetchSite: "same-site" }, false],
  ["a sandboxed frame", { origin: "null" }, false],
  ["a sandboxed frame of another site", { origin: "null", fetchSite: "cross-site" }, false],
  ["our address over http", { origin: "http://act.example.org" }, false],
  [
    "the host header in production, which a proxy may pass on unchecked",
    { origin: "http://localhost:4000", fetchSite: "same-origin" },
    false,
  ],
])("%s", (_name, facts, own) => {
  expect(isOwnOrigin(post(facts), site)).toBe(own);
});

it("takes the address in use for our own while developing", () => {
  const facts = post({ origin: "http://127.0.0.1:4000", self: "http://127.0.0.1:4000" });
  expect(isOwnOrigin(facts, { publicUrl: "http://localhost:4000", production: false })).toBe(true);
});
