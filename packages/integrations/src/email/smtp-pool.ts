import SMTPConnection from "nodemailer/lib/smtp-connection";

export type SmtpTarget = { host: string; port: number; secure: boolean; user: string | null; pass: string | null };
export type SmtpTimeouts = { connectMs: number; replyMs: number };

/** A signed-in connection, used by one message at a time. */
export type Lease = { connection: SMTPConnection; reused: boolean };

const idleMs = 15_000;
const messagesPerConnection = 100;
const idlePerTarget = 8;

type Idle = { connection: SMTPConnection; timer: NodeJS.Timeout };

/** Keeps signed-in connections for a few seconds, so that a run of letters greets the server once. */
export const createSmtpPool = (timeouts: SmtpTimeouts) => {
  const idle = new Map<string, Idle[]>();
  const used = new WeakMap<SMTPConnection, number>();

  const take = async (target: SmtpTarget): Promise<Lease> => {
    const waiting = idle.get(keyOf(target)) ?? [];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      clearTimeout(one.timer);
      if (!one.connection.destroyed) return { connection: one.connection, reused: true };
    }
    return { connection: await open(target, timeouts), reused: false };
  };

  const giveBack = (target: SmtpTarget, { connection }: Lease): void => {
    const count = (used.get(connection) ?? 0) + 1;
    used.set(connection, count);
    const key = keyOf(target);
    const waiting = idle.get(key) ?? [];
    if (connection.destroyed || count >= messagesPerConnection || waiting.length >= idlePerTarget) {
      connection.quit();
      return;
    }
    const timer = setTimeout(() => {
      idle.set(
        key,
        (idle.get(key) ?? []).filter((one) => one.connection !== connection),
      );
      connection.quit();
    }, idleMs);
    timer.unref();
    idle.set(key, [...waiting, { connection, timer }]);
  };

  const close = (): void => {
    for (const one of [...idle.values()].flat()) {
      clearTimeout(one.timer);
      one.connection.close();
    }
    idle.clear();
  };

  return { take, giveBack, close };
};

/** Connects, greets and signs in; rejects with nodemailer's error, which carries the server's words. */
export const open = (target: SmtpTarget, timeouts: SmtpTimeouts): Promise<SMTPConnection> =>
  new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: target.host,
      port: target.port,
      secure: target.secure,
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.connectMs,
      socketTimeout: timeouts.replyMs,
      dnsTimeout: timeouts.connectMs,
      logger: false,
    });
    const fail = (error: Error) => {
      connection.close();
      reject(error);
    };
    // The listener stays for the connection's life: an idle one that breaks must not throw; sends report their own error.
    connection.on("error", fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (target.user === null || target.user === "") return resolve(connection);
      connection.login({ user: target.user, pass: target.pass ?? "" }, (refused) => (refused ? fail(refused) : resolve(connection)));
    });
  });

const keyOf = ({ host, port, secure, user, pass }: SmtpTarget): string => JSON.stringify([host, port, secure, user, pass]);
