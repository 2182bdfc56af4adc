import { expect, it } from "vitest";
import { letterAddressesOf, readLetterAddress, replyTokenOf } from "./letter-addresses";

const token = "0123456789abcdef0123456789abcdef";
const domain = "reply.example.org";

it("gives each letter an address for answers and one for what comes back", () => {
  expect(letterAddressesOf({ token, domain: "Reply.Example.org" })).toEqual({
    reply: `l.${token}@reply.example.org`,
    returnPath: `b.${token}@reply.example.org`,
  });
});

it("knows the letter again when a server on the way folded the case", () => {
  const { reply, returnPath } = letterAddressesOf({ token, domain });
  expect(readLetterAddress(reply.toUpperCase(), domain)).toEqual({ role: "REPLY", token });
  expect(readLetterAddress(returnPath, "REPLY.example.org")).toEqual({ role: "RETURN", token });
});

it.each([
  ["another domain", `l.${token}@example.org`],
  ["a domain that only ends alike", `l.${token}@evil-reply.example.org`],
  ["a shorter token", `l.${token.slice(1)}@${domain}`],
  ["another role", `x.${token}@${domain}`],
  ["a route", `l.${token}@${domain}@elsewhere.example`],
  ["something before it", `<l.${token}@${domain}`],
  ["no address", token],
  ["nothing", ""],
])("takes %s for no letter's address", (_name, address) => {
  expect(readLetterAddress(address, domain)).toBeNull();
});

it("makes tokens of 128 bits and refuses less", () => {
  expect(replyTokenOf(`${token.toUpperCase()}ffff`)).toBe(token);
  expect(() => replyTokenOf("abc")).toThrow(RangeError);
});
