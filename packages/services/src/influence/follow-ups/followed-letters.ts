import type { Db } from "@cml/db";
import { listFollowedLetters } from "@cml/db/influence";
import type { FollowedLetter } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { getMailTransport } from "../../settings/get-mail-transport";

/**
 * The letters of a submission as the question sees them. What this computer kept while it sent nothing was read by nobody, and
 * nobody is asked about it; except while everything stays here, where the question does too and can be tried out.
 */
export const followedLetters = async (deps: Deps, db: Db, submissionId: string): Promise<{ name: string; letters: FollowedLetter[] }> => {
  const [{ name, letters }, transport] = await Promise.all([listFollowedLetters(db, submissionId), getMailTransport(deps)]);
  const isTrial = transport.source === "mailbox";
  return { name, letters: letters.map((letter) => ({ ...letter, keptLocally: letter.keptLocally && !isTrial })) };
};
