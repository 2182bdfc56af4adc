import { newId } from "../../../shell/new-id";

type Named = { email: string; recipients: readonly string[]; method: string };
export type SubmissionIds = { of: (named: Named) => string; done: () => void; current: () => string };

/**
 * One id for one letter of one person: a double click, a retry after a lost answer or a proof asked in between keep it, so
 * that the server can tell them from a second letter. Somebody else, other people or another way make a new one.
 */
export const submissionIds = (): SubmissionIds => {
  let id = newId();
  let mark: string | null = null;
  return {
    of: ({ email, recipients, method }) => {
      const wanted = [email, method, ...[...recipients].sort()].join("\n");
      if (mark !== null && mark !== wanted) id = newId();
      mark = wanted;
      return id;
    },
    done: () => {
      id = newId();
      mark = null;
    },
    current: () => id,
  };
};
