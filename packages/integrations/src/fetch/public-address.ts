import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries: everything that is not the open internet.
const notPublic = new BlockList();
const v4: [string, number][] = [
  ["0.0.0.0", 8], // "this network"
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8],
  ["169.254.0.0", 16], // link-local, cloud metadata
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
for (const [network, prefix] of v4) notPublic.addSubnet(network, prefix, "ipv4");

// Of IPv6 only 2000::/3 is public, less what tunnels to an IPv4 address or documents.
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
const v6: [string, number][] = [
  ["2001::", 23], // protocol assignments, Teredo
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];
for (const [network, prefix] of v6) notPublic.addSubnet(network, prefix, "ipv6");

/** Whether an IP address belongs to the open internet: not to this computer, its network, or a reserved range. */
export const isPublicAddress = (address: string): boolean => {
  // A zone (fe80::1%eth0) only exists on links of our own.
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  if (family === 4) return !notPublic.check(address, "ipv4");
  return publicV6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
};
