import { describe, expect, it } from "vitest";
import { areFactsPublic, medianOfDays, mergeHistograms, replyShare } from "./reply-facts";

describe("medians of days", () => {
  it.each([
    [{}, null],
    [{ "4": 1 }, 4],
    [{ "4": 1, "10": 1 }, 7],
    [{ "2": 2, "10": 5 }, 10],
    [{ "10": 1, "2": 1, "3": 1 }, 3],
    [{ "0": 3, "20": 3 }, 10],
  ])("of %j is %s", (histogram, median) => {
    expect(medianOfDays(histogram)).toBe(median);
  });
  it("weigh each letter the same over what is merged", () => {
    expect(mergeHistograms([{ "1": 2 }, { "1": 1, "5": 4 }, {}])).toEqual({ "1": 3, "5": 4 });
  });
});

it("shows facts from ten letters that arrived", () => {
  expect(areFactsPublic({ handedOver: 12, returned: 2 })).toBe(true);
  expect(areFactsPublic({ handedOver: 12, returned: 3 })).toBe(false);
});

it("gives the share of letters with a reply among those that arrived", () => {
  expect(replyShare({ handedOver: 12, returned: 2, replies: 5 })).toBe(0.5);
  expect(replyShare({ handedOver: 2, returned: 2, replies: 0 })).toBeNull();
});
