import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

it("keeps a password as a bcrypt hash of cost 12 that only it opens", async () => {
  const hash = await hashPassword("Correct-Horse-7");
  expect(hash).toMatch(/^\$2b\$12\$/);
  expect(await verifyPassword(hash, "Correct-Horse-7")).toBe(true);
  expect(await verifyPassword(hash, "correct-horse-7")).toBe(false);
  expect(await hashPassword("Correct-Horse-7")).not.toBe(hash);
});

it("takes the same password from a keyboard that types accents in two parts", async () => {
  const hash = await hashPassword("Élan-du-Québec9".normalize("NFC"));
  expect(await verifyPassword(hash, "Élan-du-Québec9".normalize("NFD"))).toBe(true);
});

it("does not take a longer password that only begins like the right one", async () => {
  const password = `Aa1${"x".repeat(69)}`;
  const hash = await hashPassword(password);
  expect(await verifyPassword(hash, `${password}y`)).toBe(false);
});

it("answers no for an account without a password, after a time of the same order", async () => {
  const hash = await hashPassword("Correct-Horse-7");
  const timeMs = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const known = await timeMs(() => verifyPassword(hash, "wrong"));
  const unknown = await timeMs(() => verifyPassword(null, "wrong"));
  expect(await verifyPassword(null, "")).toBe(false);
  // Other tests share the processor, so only the order is held: without the comparison it would be a thousandth.
  expect(unknown).toBeGreaterThan(known / 5);
});
