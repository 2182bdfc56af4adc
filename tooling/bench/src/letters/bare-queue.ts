import { createPostgresBackend, Queue, withBackend, Worker } from "bullmq";
import { Redis } from "ioredis";

/** What a job of the reference holds: the finished mail, so that its worker asks nobody. */
export type BareMail = { from: string; replyTo: string; to: string; subject: string; text: string; html: string };

const name = "bare";
const OnPostgres = withBackend(createPostgresBackend);

type Send = (mail: BareMail) => Promise<void>;

/** BullMQ as its documentation starts it, with nothing of ours around it. `url` names Redis or PostgreSQL. */
export const bareQueue = (url: string) => {
  if (!url.startsWith("redis")) {
    const connection = { connectionString: url, migrate: true };
    return {
      queue: new OnPostgres.Queue<BareMail, void>(name, { connection }),
      work: (send: Send, concurrency: number) =>
        new OnPostgres.Worker<BareMail, void>(name, ({ data }) => send(data), { connection, concurrency }),
      close: async () => undefined,
    };
  }
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return {
    queue: new Queue<BareMail, void>(name, { connection }),
    work: (send: Send, concurrency: number) => new Worker<BareMail, void>(name, ({ data }) => send(data), { connection, concurrency }),
    close: () => connection.quit(),
  };
};
