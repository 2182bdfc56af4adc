import { describe, expect, it } from "vitest";
import { callStateOf, smsLink, telLink } from "./shift-calls";

describe("a telephone number", () => {
  it.each([
    ["604 555 0100", "tel:+16045550100"],
    ["1 (604) 555-0100", "tel:+16045550100"],
    ["+33 6 12 34 56 78", "tel:+33612345678"],
    ["604-555-0100 poste 12", "tel:+16045550100"],
    ["604-555-0100 x12", "tel:+16045550100"],
    ["555-0100", "tel:5550100"],
  ])("%s dials %s", (typed, link) => {
    expect(telLink(typed)).toBe(link);
  });

  it("carries the words of a text message whole", () => {
    expect(smsLink("604 555 0100", "Hé Zoé & co?")).toBe("sms:+16045550100?body=H%C3%A9%20Zo%C3%A9%20%26%20co%3F");
  });
});

it("keeps what somebody said before anything else", () => {
  const person = { callOutcome: null, phone: "604 555 0100", isConfirmed: false, isCancelled: false } as const;
  expect(callStateOf(person)).toBe("TO_CALL");
  expect(callStateOf({ ...person, callOutcome: "NO_ANSWER" })).toBe("TO_CALL");
  expect(callStateOf({ ...person, callOutcome: "WRONG_NUMBER" })).toBe("WRONG_NUMBER");
  expect(callStateOf({ ...person, phone: null })).toBe("NO_PHONE");
  expect(callStateOf({ ...person, phone: null, isConfirmed: true })).toBe("COMING");
  expect(callStateOf({ ...person, isConfirmed: true, isCancelled: true })).toBe("CANNOT");
});
