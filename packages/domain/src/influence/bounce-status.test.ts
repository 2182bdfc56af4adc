import { expect, it } from "vitest";
import { statusFromWords } from "./bounce-status";
import { refusalReasonOf } from "./refusal-reason";

it.each([
  ["550 5.1.10 RESOLVER.ADR.RecipientNotFound", "5.1.10", "NO_SUCH_ADDRESS"],
  ["Sorry, no mailbox here by that name.", "5.1.1", "NO_SUCH_ADDRESS"],
  ["Le destinataire inconnu", "5.1.1", "NO_SUCH_ADDRESS"],
  ["The recipient's mailbox is full and can't accept messages now.", "5.2.2", "MAILBOX_FULL"],
  ["552 message size limit exceeded", "5.3.4", "TOO_LARGE"],
  ["rejected because it was considered spam", "5.7.1", "BLOCKED"],
  ["You do not have permission to send to this recipient", "5.7.2", "BLOCKED"],
  ["I'm afraid I wasn't able to deliver: connection timed out", "4.4.1", "SERVER_TROUBLE"],
  ["it has been in the queue too long", "4.4.7", "SERVER_TROUBLE"],
  ["too many hops", "5.4.6", "SERVER_TROUBLE"],
  ["something else altogether at 5.45.2.17", "5.0.0", "UNKNOWN"],
])("finds the code behind %s, and the plain reason behind the code", (words, code, reason) => {
  expect(statusFromWords(words)).toBe(code);
  expect(refusalReasonOf(`${code} ${words}`)).toBe(reason);
});
