import type { GovernmentLevel } from "./enums";
import type { Office } from "./represent";

type Addressee = { level: GovernmentLevel | null; electedOffice: string; organization: string | null; offices: readonly Office[] };

/** Mail to these places needs no stamp (Canada Post Corporation Act, s. 35). */
const freeOfPostage = /\bK1A\s?0A[246]\b/i;
const houseOfCommons = "House of Commons\nOttawa ON  K1A 0A6";
const senate = "The Senate of Canada\nOttawa ON  K1A 0A4";

/**
 * Where a letter on paper goes: members of the federal parliament to the Hill, where no stamp is needed, everybody else to
 * the office near their voters first. Null where no address is known.
 */
export const postalAddressFor = ({ level, electedOffice, organization, offices }: Addressee): string | null => {
  const known = offices
    .map(({ type, postal }) => ({ type: type.toLowerCase(), postal: postal.trim() }))
    .filter(({ postal }) => postal !== "");
  const onTheHill = known.find(({ postal }) => freeOfPostage.test(postal));
  if (onTheHill !== undefined) return onTheHill.postal;
  if (level === "FEDERAL" && /^(mp|senator|s[ée]nat)/i.test(electedOffice.trim()))
    return /^s/i.test(electedOffice.trim()) ? senate : houseOfCommons;
  const address = (known.find(({ type }) => type === "constituency") ?? known[0])?.postal ?? null;
  return address === null || organization === null ? address : `${organization}\n${address}`;
};

/** Whether a letter to this address goes without a stamp. */
export const needsNoStamp = (level: GovernmentLevel | null, address: string | null): boolean =>
  level === "FEDERAL" && address !== null && freeOfPostage.test(address);
