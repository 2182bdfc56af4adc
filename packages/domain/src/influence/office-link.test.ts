import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { officeIdOf, officeRefOf, withoutOfficeLinks } from "./office-link";

const id = "019aab3e-5f00-7c11-8f9a-0123456789ab";
const sign = (text: string) => createHmac("sha256", "a key").update(text).digest("hex");
const ref = officeRefOf(id, sign);

it("names an office and nothing else", () => {
  expect(ref).toMatch(/^[A-Za-z0-9_-]{22}\.[0-9a-f]{24}$/);
  expect(officeIdOf(ref, sign)).toBe(id);
});

it.each([
  ["another id under the same signature", officeRefOf("019aab3e-5f00-7c11-8f9a-0123456789ac", sign).slice(0, 22) + ref.slice(22)],
  ["another signature", `${ref.slice(0, -1)}${ref.endsWith("0") ? "1" : "0"}`],
  ["no signature", ref.slice(0, 22)],
  ["another spelling of the last bits", `${ref.slice(0, 21)}${String.fromCharCode(ref.charCodeAt(21) + 1)}${ref.slice(22)}`],
  ["words", "../../etc/passwd"],
  ["nothing", ""],
])("refuses %s", (_what, forged) => {
  expect(officeIdOf(forged, sign)).toBeNull();
});

it.each([
  ["plain", `> For your office: https://act.example.org/office/${ref}`, "> For your office: […]"],
  ["in French", `https://act.example.org/fr/office/${ref}.`, "[…]"],
  ["in brackets", `<https://act.example.org/office/${ref}>`, "[…]"],
  ["rewritten by a gateway", `https://safe.example/?url=https%3A%2F%2Fact.example.org%2Foffice%2F${ref}&data=1 end`, "[…] end"],
])("takes a link out of a reply: %s", (_how, text, left) => {
  expect(withoutOfficeLinks(text)).toBe(left);
});

it("leaves other words alone", () => {
  const text = "Our office/branch is open. See https://example.org/office/hours";
  expect(withoutOfficeLinks(text)).toBe(text);
});
