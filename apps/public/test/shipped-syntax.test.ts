import { describe, expect, it } from "vitest";
import { newerStylesThanPromised, newerThanPromised } from "../shipped-syntax";

describe("scripts for Chrome 108 and iOS 15.4", () => {
  it.each([
    "class A { static #count = 0; #at = 1; has(x) { return #at in x; } }",
    "const a = b?.c ?? (d ||= 1_000n); export { a };",
    "'a-b'.replaceAll('-', '+'); [1].at(-1); [1].findLast(Boolean);",
    "list.toSorted?.();",
    "/(?<year>\\d{4})/u.exec(text);",
  ])("takes %s", (code) => expect(newerThanPromised(code)).toEqual([]));

  it.each([
    ["class A { static { start(); } }", "static blocks"],
    ["/(?<=a)b/.test(x)", "looks behind"],
    ["/[\\p{L}--[a-z]]/v.test(x)", "grammar"],
    ["list.toSorted()", "toSorted()"],
    ["fetch(url, { signal: AbortSignal.timeout(5) })", "AbortSignal.timeout()"],
    ["using file = open();", "grammar"],
    ["import data from './a.json' with { type: 'json' };", "grammar"],
  ])("refuses %s", (code, complaint) => expect(newerThanPromised(code).join()).toContain(complaint));
});

describe("style sheets for the same", () => {
  it.each([
    ".a{color:rgb(0 0 0/50%);aspect-ratio:1}@media(min-width:900px){.a{gap:4px}.b>.c{order:1}}",
    "@media (prefers-reduced-motion:no-preference){.s{animation:1s b}@keyframes b{0%{opacity:1}to{opacity:.5}}}.t{top:0}",
    ".a{text-wrap:balance;field-sizing:content}",
  ])("takes %s", (css) => expect(newerStylesThanPromised(css)).toEqual([]));

  it.each([
    [".a:has(img){top:0}", ":has()"],
    [".a{color:color-mix(in srgb,red,blue)}", "colour functions"],
    [".a{height:100dvh}", "dvh"],
    [".a{color:red;.b{color:blue}}", "nested"],
    [".a{&:hover{color:blue}}", "nested"],
    ["@container (min-width:1px){.a{top:0}}", "container"],
    ["@media (width>=900px){.a{top:0}}", "ranges"],
  ])("refuses %s", (css, complaint) => expect(newerStylesThanPromised(css).join()).toContain(complaint));
});
