import { maxPasswordBytes, normalizePassword } from "@cml/domain/auth";
import bcrypt from "bcrypt";

const cost = 12;

// The hash of a password nobody knows: comparing with it takes as long as comparing with a real one.
const nobodysHash = "$2b$12$ML/dis6NKzD/XOlCc6Vb6OT6a1axZxhYYZXQw1yDzhh8nI4NEbQmG";

/** bcrypt hash of a password that keeps the rules of domain/auth (the caller has checked them). */
export const hashPassword = (password: string): Promise<string> => bcrypt.hash(normalizePassword(password), cost);

/**
 * Whether `password` is the one behind `hash`. With no hash (unknown e-mail, no password chosen yet) the answer is no,
 * after the same time, so that nobody learns which addresses have an account.
 */
export const verifyPassword = async (hash: string | null, password: string): Promise<boolean> => {
  const normalized = normalizePassword(password);
  const fits = Buffer.byteLength(normalized) <= maxPasswordBytes;
  const same = await bcrypt.compare(normalized, hash ?? nobodysHash);
  return same && fits && hash !== null;
};
