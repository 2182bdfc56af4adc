import { expect, it } from "vitest";
import { addressIn, pathOf, prefixesOf } from "./addresses";

it.each([
  ["/", "/"],
  ["/fr", "/"],
  ["/fr/", "/"],
  ["/fr/c/velo", "/c/velo"],
  ["/en/c/velo/", "/c/velo"],
  ["/friends", "/friends"],
  ["/entry", "/entry"],
])("%s is the page %s", (pathname, path) => expect(pathOf(pathname)).toBe(path));

it("gives each language its own address", () => {
  const english = prefixesOf("en");
  expect(addressIn(english, "fr", "/")).toBe("/fr/");
  expect(addressIn(english, "fr", "/shifts")).toBe("/fr/shifts");
  expect(addressIn(english, "en", "/shifts")).toBe("/shifts");
});

it("puts English in a folder where the site itself is French", () => {
  expect(addressIn(prefixesOf("fr"), "en", "/shifts")).toBe("/en/shifts");
  expect(addressIn(prefixesOf("fr"), "fr", "/shifts")).toBe("/fr/shifts");
});
