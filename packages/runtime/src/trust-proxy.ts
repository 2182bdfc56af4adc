import { isIP } from "node:net";
import { z } from "zod";

const names = ["loopback", "linklocal", "uniquelocal"];

/**
 * Which proxies' X-Forwarded-For is believed: `false` none, or a list of addresses and networks. "true" and a number of hops
 * are refused: whoever reaches the server beside the proxy could then choose the address that limits are counted by.
 */
export const parseTrustProxy = (given: string, context: z.RefinementCtx): false | string[] => {
  if (given === "false") return false;
  const parts = given.split(",").map((part) => part.trim());
  if (parts.every(isNetwork)) return parts;
  context.addIssue({ code: "custom" });
  return z.NEVER;
};

/** Whether a word names an address, a network, or a kind of network. */
export const isNetwork = (part: string): boolean => {
  const [address = "", bits, ...rest] = part.split("/");
  if (names.includes(part)) return true;
  return rest.length === 0 && isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= 128));
};
