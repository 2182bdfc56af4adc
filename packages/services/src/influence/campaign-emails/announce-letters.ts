import type { Deps } from "../../deps";

/** Screens are told at most so often about one campaign; the last change is always told. */
const everyMs = 1_000;

// Campaigns told within the last second, and whether something changed since. One book for each process (and each test).
type Book = Map<string, { again: boolean }>;
const books = new WeakMap<Deps["events"], Book>();

/** Says that letters of a campaign changed: at once, then at most once a second while they go on changing. */
export const announceLetters = async (deps: Pick<Deps, "events" | "logger">, campaignId: string): Promise<void> => {
  const book = books.get(deps.events) ?? new Map<string, { again: boolean }>();
  books.set(deps.events, book);
  const publish = () => deps.events.publish({ type: "letter.changed", campaignId });
  const lately = book.get(campaignId);
  if (lately !== undefined) {
    lately.again = true;
    return;
  }
  const entry = { again: false };
  book.set(campaignId, entry);
  setTimeout(() => {
    book.delete(campaignId);
    if (!entry.again) return;
    publish().catch((error: unknown) => deps.logger.debug({ error: String(error) }, "screens were not told about letters"));
  }, everyMs).unref();
  await publish();
};
