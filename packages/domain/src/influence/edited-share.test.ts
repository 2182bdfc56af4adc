import { expect, it } from "vitest";
import { editedShare } from "./edited-share";

it.each([
  ["nothing changed", "Dear Pat, safe streets now!", "Dear Pat, safe streets now!", 0],
  ["moved and shouted", "SAFE STREETS NOW. Dear Pat", "Dear Pat, safe streets now!", 0],
  ["words left out", "Dear Pat", "Dear Pat, safe streets now!", 0],
  ["one own sentence of four words in eight", "one two three four my child was hurt", "one two three four", 0.5],
  ["a slogan repeated", "now now now now", "now", 0.75],
  ["all its own, in French", "Chère Mme Côté, l’école attend", "Dear Pat", 1],
  ["an empty letter", "", "Dear Pat", 0],
])("%s", (_what, sent, campaign, share) => expect(editedShare(sent, campaign)).toBe(share));
