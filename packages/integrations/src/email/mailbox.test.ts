import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailboxFolder, startMailbox } from "./mailbox";
import { createMailer } from "./mailer";

let folder: string;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const mailer = createMailer();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mailbox-"));
  mailbox = await startMailbox({ folder, maxMessages: 3 });
});
afterAll(async () => {
  mailer.close();
  await mailbox.stop();
  await rm(folder, { recursive: true });
});

const send = (subject: string, html = "<p>é</p>") =>
  mailer.handOver(
    {
      from: { name: "A", address: "a@example.org" },
      to: { name: "B", address: "b@example.org" },
      subject,
      html,
      text: "é",
      messageId: `<${subject}@x>`,
    },
    { target: { host: mailbox.host, port: mailbox.port, secure: false, user: null, pass: null } },
  );

it("keeps what it accepted, newest first, and forgets the oldest beyond its limit", async () => {
  for (const subject of ["one", "two", "three", "four"]) expect((await send(subject)).outcome).toBe("ACCEPTED");
  const { items, total } = await openMailboxFolder(folder).list({ page: 1, pageSize: 10 });
  expect(total).toBe(3);
  expect(items.map((one) => one.subject)).toEqual(["four", "three", "two"]);
  expect(items[0]).toMatchObject({ from: "A <a@example.org>", to: "B <b@example.org>" });
});

it("finds by subject, opens one, and knows nothing of names it did not give", async () => {
  const box = openMailboxFolder(folder);
  const { items } = await box.list({ search: "THREE", page: 1, pageSize: 10 });
  expect(items).toHaveLength(1);
  expect(await box.read(items[0]?.id ?? "")).toMatchObject({ subject: "three", text: "é", html: expect.stringContaining("é") });
  expect(await box.read("../../etc/passwd")).toBeNull();
  expect(await box.read("1700000000000-000000000000")).toBeNull();
});

it("is empty after it was cleared", async () => {
  const box = openMailboxFolder(folder);
  await box.clear();
  expect(await box.list({ page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
});
