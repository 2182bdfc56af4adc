import { expect, it } from "vitest";
import { refusalReasonOf } from "./refusal-reason";

it.each([
  ["550 5.1.1 <a@example.org>: Recipient address rejected: User unknown", "NO_SUCH_ADDRESS"],
  ["550 no such person", "NO_SUCH_ADDRESS"],
  ["552 5.2.2 mailbox full", "MAILBOX_FULL"],
  ["452 4.2.2 The email account that you tried to reach is over quota", "MAILBOX_FULL"],
  ["552 5.3.4 message too big", "TOO_LARGE"],
  ["554 5.7.1 Message rejected as spam by Content Filtering", "BLOCKED"],
  ["550 rejected: sender is on a blocklist", "BLOCKED"],
  ["451 4.3.0 try later", "SERVER_TROUBLE"],
  ["connect ECONNREFUSED 127.0.0.1:1", "SERVER_TROUBLE"],
  ["554 5.0.0 something", "UNKNOWN"],
  [null, "UNKNOWN"],
])("%s means %s", (words, reason) => expect(refusalReasonOf(words)).toBe(reason));

it("believes a given status code before the words", () => {
  expect(refusalReasonOf("some words", "5.1.1")).toBe("NO_SUCH_ADDRESS");
});
