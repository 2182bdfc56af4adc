import { expect, it } from "vitest";
import { spanOf } from "./span-of";

const after = (minutes: number) => spanOf(new Date(0), new Date(minutes * 60_000));

it("says minutes, then hours, then days, and never less than a minute", () => {
  expect(after(0)).toEqual({ unit: "minutes", count: 1 });
  expect(after(9.5)).toEqual({ unit: "minutes", count: 10 });
  expect(after(91)).toEqual({ unit: "hours", count: 2 });
  expect(after(49 * 60)).toEqual({ unit: "days", count: 3 });
});
