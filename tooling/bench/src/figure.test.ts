import { expect, it } from "vitest";
import { atLeastShare, atMost } from "./figure";

const measured = { bench: "start", figure: "ready", value: 4.98765, unit: "s" };

it("passes up to and including the most that is allowed, judged before rounding", () => {
  expect(atMost(measured, 5)).toEqual({ ...measured, value: 4.988, target: "<= 5", pass: true });
  expect(atMost({ ...measured, value: 5 }, 5).pass).toBe(true);
  expect(atMost({ ...measured, value: 5.00001 }, 5)).toMatchObject({ value: 5, pass: false });
});

it("compares with the reference of the same run", () => {
  expect(atLeastShare({ ...measured, value: 1000 }, { reference: 2000, share: 0.5 })).toMatchObject({
    pass: true,
    ratio: 0.5,
    reference: 2000,
  });
  expect(atLeastShare({ ...measured, value: 999 }, { reference: 2000, share: 0.5 })).toMatchObject({ pass: false, ratio: 0.4995 });
});
