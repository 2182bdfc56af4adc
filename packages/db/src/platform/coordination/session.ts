import pg from "pg";

export type CoordinationLog = Record<"info" | "warn" | "error", (facts: Record<string, unknown>, message: string) => void>;

/**
 * One connection kept for what belongs to a connection: subscriptions and session locks. It comes back by itself after
 * the server was away; whoever has something at stake learns it through `onConnected`.
 */
export type Session = {
  query: (text: string, params: unknown[]) => Promise<pg.QueryResult<Record<string, unknown>>>;
  listen: (channel: string, heard: (payload: string) => void) => void;
  /** Called after every connect but the first. */
  onReconnected: (act: () => Promise<void>) => void;
  close: () => Promise<void>;
};

const reconnectDelaysMs = [100, 250, 500, 1000, 2000, 5000];

export const openSession = async (url: string, log: CoordinationLog): Promise<Session> => {
  const channels = new Map<string, (payload: string) => void>();
  const reconnected: (() => Promise<void>)[] = [];
  let closed = false;
  let connection: Promise<pg.Client>;
  // pg takes one query at a time on a connection.
  let last: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: "changemaker coordination" });
    const lost = (error?: Error) => {
      if (client !== current) return;
      current = null;
      if (closed) return;
      log.warn({ error: error?.message }, "the coordination connection dropped");
      connection = reconnect();
    };
    client.on("error", lost);
    client.on("end", () => lost());
    client.on("notification", ({ channel, payload }) => channels.get(channel)?.(payload ?? ""));
    await client.connect();
    current = client;
    for (const channel of channels.keys()) await client.query(`LISTEN ${channel}`);
    return client;
  };
  let current: pg.Client | null = null;

  const reconnect = async (): Promise<pg.Client> => {
    for (let attempt = 0; ; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, reconnectDelaysMs[Math.min(attempt, reconnectDelaysMs.length - 1)]).unref());
      if (closed) throw new Error("the coordination connection is closed");
      try {
        const client = await connect();
        log.info({ attempts: attempt + 1 }, "the coordination connection is back");
        queueMicrotask(() => void resume());
        return client;
      } catch (error) {
        log.warn({ error: String(error) }, "the coordination connection cannot be opened");
      }
    }
  };
  const resume = async () => {
    for (const act of reconnected)
      await act().catch((error: unknown) => log.error({ error: String(error) }, "something was not resumed after a reconnect"));
  };

  const query: Session["query"] = (text, params) => {
    const answer = last.then(async () => (await connection).query<Record<string, unknown>>(text, params));
    last = answer.catch(() => undefined);
    return answer;
  };

  connection = connect();
  await connection;
  return {
    query,
    listen: (channel, heard) => {
      channels.set(channel, heard);
      query(`LISTEN ${channel}`, []).catch((error: unknown) =>
        log.warn({ channel, error: String(error) }, "could not subscribe; the next connect does"),
      );
    },
    onReconnected: (act) => void reconnected.push(act),
    close: async () => {
      closed = true;
      const client = current;
      await client?.end();
    },
  };
};
