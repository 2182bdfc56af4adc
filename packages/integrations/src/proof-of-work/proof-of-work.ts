import { type ProofChallenge, proofMaxNumber, proofMinutes } from "@cml/domain/influence";
import { createChallenge, extractParams, verifySolution } from "altcha-lib/v1";

/** A fresh Altcha challenge, signed with `key` and good until `proofMinutes` from `now`. */
export const newChallenge = async (key: string, now: Date): Promise<ProofChallenge> => {
  const expires = new Date(now.getTime() + proofMinutes * 60_000);
  const { challenge, salt, signature } = await createChallenge({ hmacKey: key, maxNumber: proofMaxNumber, expires });
  return { algorithm: "SHA-256", challenge, maxnumber: proofMaxNumber, salt, signature };
};

/**
 * The name of a solved challenge (its signature), to be accepted once; null for a proof that is no solution, not ours,
 * or too late. Never throws for what a stranger sent.
 */
export const solvedChallenge = async (proof: string, { key, now }: { key: string; now: Date }): Promise<string | null> => {
  const signature = signatureIn(proof);
  if (signature === null) return null;
  try {
    // The end stands in the signed salt; it is judged by the clock it was made with.
    const isInTime = Number(extractParams(proof)["expires"]) * 1_000 > now.getTime();
    return isInTime && (await verifySolution(proof, key, false)) ? signature : null;
  } catch {
    // The library throws for fields that are no text; whoever sent them has not solved anything.
    return null;
  }
};

const signatureIn = (proof: string): string | null => {
  try {
    const told: unknown = JSON.parse(Buffer.from(proof, "base64").toString("utf8"));
    if (typeof told !== "object" || told === null) return null;
    const { signature, algorithm } = told as { signature?: unknown; algorithm?: unknown };
    return typeof signature === "string" && /^[0-9a-f]{64}$/.test(signature) && algorithm === "SHA-256" ? signature : null;
  } catch {
    return null;
  }
};
