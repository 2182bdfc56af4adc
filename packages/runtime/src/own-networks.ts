import { BlockList, isIP } from "node:net";
import { z } from "zod";
import { isNetwork } from "./trust-proxy";

const named: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Networks of one's own as a test of addresses; as `TRUST_PROXY` writes them. */
export const parseOwnNetworks = (given: string, context: z.RefinementCtx): ((address: string) => boolean) => {
  const parts = given.split(",").map((part) => part.trim());
  if (!parts.every(isNetwork)) {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
  const networks = new BlockList();
  for (const part of parts.flatMap((one) => named[one] ?? [one])) {
    const [address = "", bits] = part.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    networks.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return (address) => networks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
};
