/** 128 bits in lower-case hexadecimal: mail servers may fold the case of a local part, and this survives it. */
const tokenForm = /^[0-9a-f]{32}$/;
const localForm = /^([lb])\.([0-9a-f]{32})$/;

export type LetterAddresses = {
  /** Where answers come: the letter is from this address and is answered to it. */
  reply: string;
  /** Return-Path of this letter alone (VERP): whatever comes back names its letter. */
  returnPath: string;
};

export type LetterAddress = { role: "REPLY" | "RETURN"; token: string };

/** A letter's reply token from a random text of at least 128 bits in hexadecimal. Throws a RangeError for anything shorter. */
export const replyTokenOf = (randomHex: string): string => {
  const token = randomHex.slice(0, 32).toLowerCase();
  if (!tokenForm.test(token)) throw new RangeError("a reply token takes 32 hexadecimal digits");
  return token;
};

/** The two addresses of one letter at the inbound domain. */
export const letterAddressesOf = ({ token, domain }: { token: string; domain: string }): LetterAddresses => ({
  reply: `l.${token}@${domain.toLowerCase()}`,
  returnPath: `b.${token}@${domain.toLowerCase()}`,
});

/** Which letter an address belongs to, however its case was folded; null for every other address. */
export const readLetterAddress = (address: string, domain: string): LetterAddress | null => {
  const at = address.lastIndexOf("@");
  if (at < 0 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null;
  const match = localForm.exec(address.slice(0, at).toLowerCase());
  return match === null ? null : { role: match[1] === "l" ? "REPLY" : "RETURN", token: match[2] ?? "" };
};
