import type { ProofChallenge } from "@cml/domain/influence";
import { sha256 } from "./sha256";

/** The number whose hash with the salt is the challenge; null where there is none up to the largest one. */
export const findNumber = ({ challenge, salt, maxnumber }: Pick<ProofChallenge, "challenge" | "salt" | "maxnumber">): number | null => {
  const wanted = Array.from({ length: 8 }, (_word, index) => Number.parseInt(challenge.slice(index * 8, index * 8 + 8), 16) | 0);
  for (let number = 0; number <= maxnumber; number += 1) {
    const found = sha256(`${salt}${number}`);
    if (found[0] === wanted[0] && wanted.every((word, index) => word === found[index])) return number;
  }
  return null;
};
