import { expect, it } from "vitest";
import { isOwnOrigin, type OriginFacts } from "./origin-rule";

const site = { publicUrl: "https://act.example.org", production: true };
const post = (facts: Partial<OriginFacts>): OriginFacts => ({
  method: "POST",
  origin: undefined,
  fetchSite: undefined,
  self: "http://localhost:4000",
  hasCookie: true,
  contentType: "application/json",
  hasOwnHeader: false,
  ...facts,
});

it.each<[string, Partial<OriginFacts>, boolean]>([
  ["our own page", { origin: "https://act.example.org", fetchSite: "same-origin" }, true],
  ["our own page in an older browser", { origin: "https://act.example.org" }, true],
  ["a program, which sends neither header", {}, true],
  ["JSON with cookies and neither header, which asks first in every browser", { contentType: "application/json; charset=utf-8" }, true],
  ["a piece of an upload", { method: "PATCH", contentType: "application/offset+octet-stream" }, true],
  ["the beginning of an upload, which carries a header of its own", { contentType: undefined, hasOwnHeader: true }, true],
  ["a form with cookies and neither header", { contentType: "application/x-www-form-urlencoded" }, false],
  ["a form with files, cookies and neither header", { contentType: "multipart/form-data; boundary=x" }, false],
  ["text with cookies and neither header", { contentType: "Text/Plain;charset=UTF-8" }, false],
  ["nothing at all with cookies and neither header", { contentType: undefined }, false],
  ["a form without cookies, which acts for nobody", { contentType: "application/x-www-form-urlencoded", hasCookie: false }, true],
  ["a form of ours that says so", { contentType: "application/x-www-form-urlencoded", fetchSite: "same-origin" }, true],
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
