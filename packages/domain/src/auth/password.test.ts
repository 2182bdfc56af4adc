import { expect, it } from "vitest";
import { checkPassword, isGoodPassword, newPasswordSchema, normalizePassword } from "./password";

const brokenRules = (password: string) =>
  checkPassword(password)
    .filter(({ kept }) => !kept)
    .map(({ rule }) => rule);

it.each([
  ["Correct-Horse-7", []],
  ["Élan-du-Québec9", []],
  ["short7A", ["length"]],
  ["correct-horse-7", ["upper"]],
  ["CORRECT-HORSE-7", ["lower"]],
  ["Correct-Horse-Q", ["digit"]],
  ["", ["length", "upper", "lower", "digit"]],
  [`Aa1${"x".repeat(69)}`, []],
  [`Aa1${"x".repeat(70)}`, ["notTooLong"]],
  [`Aa1${"é".repeat(35)}`, ["notTooLong"]],
])("the password %j breaks %j", (password, broken) => {
  expect(brokenRules(password)).toEqual(broken);
  expect(isGoodPassword(password)).toBe(broken.length === 0);
});

it("counts letters a person sees, not the parts they are typed from", () => {
  const decomposed = "Aa1éééééé".normalize("NFD");
  expect(decomposed.length).toBeGreaterThanOrEqual(12);
  expect(brokenRules(decomposed)).toEqual(["length"]);
  expect(normalizePassword(decomposed)).toBe("Aa1éééééé".normalize("NFC"));
});

it("refuses what is not a text and what is far too long before looking closer", () => {
  expect(newPasswordSchema.safeParse(12).success).toBe(false);
  expect(newPasswordSchema.safeParse(`Aa1${"x".repeat(100_000)}`).success).toBe(false);
});
