import { expect, it } from "vitest";
import { combine } from "./combine";

it("answers each its own, in few flushes", async () => {
  const flushes: number[][] = [];
  const double = combine(async (items: number[]) => {
    flushes.push(items);
    await Promise.resolve();
    return items.map((n) => n * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(flushes).toEqual([[1, 2, 3], [4]]);
});

it("does not let one bad item spoil the others", async () => {
  const flush = combine(async (items: number[]) => {
    if (items.includes(13)) throw new Error("unlucky");
    return items;
  });
  const answers = await Promise.allSettled([1, 13, 2].map(flush));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

it("splits what is too much for one flush", async () => {
  const sizes: number[] = [];
  const flush = combine(
    async (items: number[]) => {
      sizes.push(items.length);
      return items;
    },
    { atMost: 2 },
  );
  await Promise.all([1, 2, 3, 4, 5].map(flush));
  expect(sizes).toEqual([2, 2, 1]);
});
