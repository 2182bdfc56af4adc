import { expect, it } from "vitest";
import { catalogues, namespaces } from "./catalogues";
import { errorText, translate } from "./translate";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );

// French has a third plural form ("many", for millions) that English lacks; it is compared as English's "other".
const keysOf = (tree: Tree) => [...new Set(leaves(tree).map(([key]) => key.replace(/_many$/, "_other")))].sort();
const variablesOf = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort();

it.each(namespaces)("%s says the same things in English and French", (name) => {
  const { en, fr } = catalogues[name];
  expect(keysOf(fr)).toEqual(keysOf(en));
});

it.each(namespaces)("%s uses the same variables in both languages and leaves no text empty", (name) => {
  const french = new Map(leaves(catalogues[name].fr));
  for (const [key, text] of leaves(catalogues[name].en)) {
    expect(text.trim(), key).not.toBe("");
    const other = french.get(key);
    if (other !== undefined && !/_(one|zero)$/.test(key)) expect(variablesOf(other), key).toEqual(variablesOf(text));
  }
});

it("finds an error's sentence in whichever area holds it, and never shows a bare key", () => {
  expect(errorText("fr", "auth.signInFirst")).toBe("Veuillez d’abord vous connecter.");
  expect(errorText("en", "no.such.key", { requestId: "r-1" })).toContain("r-1");
  expect(translate("en", "kernel:fields.tooLong", { maximum: 200 })).toBe("Use at most 200 characters.");
});

it.each(namespaces)("%s is set with the apostrophe of French, not that of typewriters", (name) => {
  expect(leaves(catalogues[name].fr).filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
});
