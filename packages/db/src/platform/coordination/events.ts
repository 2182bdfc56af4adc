import { randomUUID } from "node:crypto";
import { unwrapEvent, wrapEvent, type DomainEvent } from "@cml/domain/platform";
import type { CoordinationLog, Session } from "./session";

const channel = "cml_events";

/** Events by LISTEN and NOTIFY. This process hears its own at once, whether or not the database can be reached. */
export const createPostgresEvents = (session: Session, log: CoordinationLog) => {
  const me = randomUUID();
  const listeners = new Set<(event: DomainEvent) => void>();
  const deliver = (event: DomainEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        log.error({ event: event.type, error: String(error) }, "a listener failed");
      }
    }
  };
  session.listen(channel, (text) => {
    const message = unwrapEvent(text);
    if (message !== null && message.from !== me) deliver(message.event);
  });
  return {
    publish: async (event: DomainEvent): Promise<void> => {
      deliver(event);
      try {
        await session.query("SELECT pg_notify($1, $2)", [channel, wrapEvent(me, event)]);
      } catch (error) {
        // An event may be lost by contract; what it was about is committed already.
        log.warn({ event: event.type, error: String(error) }, "an event did not leave this process");
      }
    },
    subscribe: (listener: (event: DomainEvent) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
