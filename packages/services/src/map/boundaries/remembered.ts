import type { Deps } from "../../deps";

type Kept = { at: number; answer: Promise<unknown> };

const keepMs = 86_400_000;
const mostKept = 500;
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * What the directory of boundaries answered, for a day in this process: somebody who types a name asks the same again and again. An answer
 * that did not come is asked for anew.
 */
export const remembered = <T>(deps: Pick<Deps, "represent" | "clock">, question: string, ask: () => Promise<T>): Promise<T> => {
  const mine = kept.get(deps.represent) ?? new Map<string, Kept>();
  kept.set(deps.represent, mine);
  const now = deps.clock.now().getTime();
  const known = mine.get(question);
  if (known !== undefined && now - known.at < keepMs) return known.answer as Promise<T>;
  const oldest = mine.size >= mostKept ? mine.keys().next().value : undefined;
  if (oldest !== undefined) mine.delete(oldest);
  const answer = ask();
  mine.set(question, { at: now, answer });
  answer.catch(() => mine.delete(question));
  return answer;
};
