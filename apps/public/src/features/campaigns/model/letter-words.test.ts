import { en, fr } from "@cml/i18n/public";
import { expect, it } from "vitest";
import { textsOf } from "../../../texts/texts";
import { hasOpenWords, letterWords, readable, writable } from "./letter-words";

const words = letterWords(textsOf(en, "en"));
const template = "Dear {{REPRESENTATIVE_TITLE}} {{ REPRESENTATIVE_NAME }},\n\nI live in {{SENDER_CITY}}.\n\n{{SENDER_NAME}}";

it("fills what is known and shows the rest as words, never as code", () => {
  const text = readable(template, { SENDER_CITY: "Toronto", REPRESENTATIVE_NAME: "Ada $& Lee" }, words);
  expect(text).toContain("I live in Toronto.");
  expect(text).toContain("Ada $& Lee");
  expect(text).not.toMatch(/[{}]/);
  expect(hasOpenWords(text, words)).toBe(true);
});

it("gives back the variables for whatever is still open", () => {
  const normal = template.replace("{{ REPRESENTATIVE_NAME }}", "{{REPRESENTATIVE_NAME}}");
  expect(writable(readable(template, {}, words), words)).toBe(normal);
});

it.each([en, fr])("has a word of its own for each variable", (catalogue) => {
  const all = Object.values(catalogue.panel.words);
  expect(new Set(all).size).toBe(all.length);
});
