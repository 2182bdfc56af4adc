// The reference of the figure "drain": a BullMQ worker that gives each job's mail to a pooled nodemailer transport.
import { createTransport } from "nodemailer";
import { bareQueue } from "./bare-queue";

const [url = "", port = "", concurrency = ""] = process.argv.slice(2);
const transport = createTransport({ host: "127.0.0.1", port: Number(port), pool: true, maxConnections: Number(concurrency) });
const { queue, work, close } = bareQueue(url);
const worker = work(async (mail) => {
  await transport.sendMail(mail);
}, Number(concurrency));

process.once("SIGTERM", () => {
  void worker
    .close()
    .then(() => queue.close())
    .then(close)
    .then(() => transport.close());
});
