import type { Phone, PhoneState } from "./phone";

type Told = { id: string; unsent: number };

/** A captain who looks once a minute sees what is true; a door a minute is not told twice. */
const everyMs = 10_000;
const aliveMs = 60_000;

/** The walk this phone is on or was on last, and how many of its records the server does not have. Null before the first walk. */
export const heldOf = ({ ledger }: Pick<PhoneState, "ledger">): Told | null => {
  const start = ledger.find(({ payload }) => payload.kind === "start");
  if (start === undefined || start.state !== "sent") return null;
  return { id: start.id, unsent: ledger.filter(({ payload, state }) => payload.kind === "visit" && state !== "sent").length };
};

/**
 * Keeps the server informed of what this phone holds: when it changes, and every minute of a walk. What cannot be told now is told with
 * the next change; without signal nobody hears of it, which the captain sees by the hour of the last word.
 */
export const startTelling = (phone: Pick<Phone, "state" | "subscribe">, tell: (id: string, unsent: number) => Promise<void>) => {
  let told: (Told & { at: number }) | null = null;
  let next: number | undefined;
  let telling = false;
  const isDue = (held: Told, now: number): boolean => {
    if (told?.id !== held.id) return held.unsent > 0 || phone.state().walk !== null;
    return held.unsent !== told.unsent || (phone.state().walk !== null && now - told.at >= aliveMs);
  };
  const look = (): void => {
    const held = heldOf(phone.state());
    const now = Date.now();
    if (held === null || telling || !isDue(held, now)) return;
    window.clearTimeout(next);
    const wait = told === null ? 0 : told.at + everyMs - now;
    if (wait > 0) {
      next = window.setTimeout(look, wait);
      return;
    }
    telling = true;
    tell(held.id, held.unsent)
      .then(
        () => (told = { ...held, at: Date.now() }),
        // Told again with the next change or minute: the records themselves are safe here.
        () => undefined,
      )
      .finally(() => (telling = false));
  };
  const timer = window.setInterval(look, everyMs);
  const stopListening = phone.subscribe(look);
  look();
  return () => {
    stopListening();
    window.clearInterval(timer);
    window.clearTimeout(next);
  };
};
