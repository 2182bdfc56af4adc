import type { Source } from "./data/source";
import { confirmByForm } from "./features/responses";

/**
 * A button of a mailed page pressed without JavaScript: acts, and gives the path to go on to; null where nothing could be
 * done. What such a button means stands wholly in its address.
 */
export const actByForm = async (path: string, search: URLSearchParams, source: Source): Promise<string | null> => {
  for (const { pattern, act } of actions) {
    const token = pattern.exec(path)?.[1];
    if (token !== undefined) return act(source, token, search);
  }
  return null;
};

type Action = { pattern: RegExp; act: (source: Source, token: string, search: URLSearchParams) => Promise<string | null> };

/** Erases what is kept about somebody, from her receipt or from the page a mail led to. */
const erasing =
  (page: string): Action["act"] =>
  async (source, token, search) => {
    const done = await source.erase({ token, alsoWaiting: search.get("waiting") !== "leave" });
    return done ? `${page}/${token}?erased#about` : null;
  };

const actions: Action[] = [
  {
    pattern: /^\/confirm\/([^/]+)$/,
    act: async (source, token) => {
      const confirmed = await source.confirmLetters(token);
      if (confirmed === null) return null;
      return confirmed.receiptToken === null ? "/confirmed" : `/receipt/${confirmed.receiptToken}?confirmed`;
    },
  },
  { pattern: /^\/replies\/confirm\/([^/]+)$/, act: confirmByForm },
  {
    pattern: /^\/receipt\/([^/]+)\/sent$/,
    act: async (source, token, search) => {
      const letterId = search.get("letter") ?? "";
      const done = await source.answerSent({ receiptToken: token, letterId, sent: search.get("sent") === "yes" });
      return done ? `/receipt/${token}` : null;
    },
  },
  { pattern: /^\/receipt\/([^/]+)\/erase$/, act: erasing("/receipt") },
  { pattern: /^\/kept\/([^/]+)\/erase$/, act: erasing("/kept") },
];
