import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type MailboxEntry = { id: string; receivedAt: Date; from: string; to: string; subject: string; sizeBytes: number };
export type MailboxMessage = MailboxEntry & { html: string | null; text: string; headers: { name: string; value: string }[] };

export type MailboxFolder = {
  /** Newest first; `search` matches sender, recipient and subject. */
  list: (query: { search?: string; page: number; pageSize: number }) => Promise<{ items: MailboxEntry[]; total: number }>;
  read: (id: string) => Promise<MailboxMessage | null>;
  clear: () => Promise<void>;
};

const idPattern = /^\d{13}-[0-9a-f]{12}$/;
const maxMessageBytes = 10_000_000;

/** Reads the messages an embedded mailbox has kept in `folder`; any process of this machine may. */
export const openMailboxFolder = (folder: string): MailboxFolder => {
  // Messages never change, so what a listing needs is read from each file once.
  const known = new Map<string, MailboxEntry>();

  const entryOf = async (id: string): Promise<MailboxEntry | null> => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const message = await read(id);
    if (message === null) return null;
    const { receivedAt, from, to, subject, sizeBytes } = message;
    const entry = { id, receivedAt, from, to, subject, sizeBytes };
    known.set(id, entry);
    return entry;
  };

  const read = async (id: string): Promise<MailboxMessage | null> => {
    if (!idPattern.test(id)) return null;
    const raw = await readFile(path.join(folder, `${id}.eml`)).catch(ignoreMissing);
    if (raw === null) return null;
    const mail = await PostalMime.parse(raw);
    return {
      id,
      receivedAt: new Date(Number(id.slice(0, 13))),
      from: shown(mail.from),
      to: (mail.to ?? []).map(shown).join(", "),
      subject: mail.subject ?? "",
      sizeBytes: raw.length,
      html: mail.html ?? null,
      text: mail.text ?? "",
      headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    };
  };

  const list: MailboxFolder["list"] = async ({ search = "", page, pageSize }) => {
    const ids = await idsIn(folder);
    const start = (page - 1) * pageSize;
    const words = search.trim().toLowerCase();
    if (words === "") {
      const items = await Promise.all(ids.slice(start, start + pageSize).map(entryOf));
      return { items: items.filter((one) => one !== null), total: ids.length };
    }
    const found: MailboxEntry[] = [];
    for (const id of ids) {
      const entry = await entryOf(id);
      if (entry !== null && `${entry.from} ${entry.to} ${entry.subject}`.toLowerCase().includes(words)) found.push(entry);
    }
    return { items: found.slice(start, start + pageSize), total: found.length };
  };

  const clear = async (): Promise<void> => {
    for (const id of await idsIn(folder)) await rm(path.join(folder, `${id}.eml`), { force: true });
    known.clear();
  };

  return { list, read, clear };
};

/**
 * The embedded mailbox: an SMTP server on the loopback interface that keeps every message as a file. It answers 250 only
 * when the file is on the disk, and forgets the oldest beyond `maxMessages`. It delivers to nobody.
 */
export const startMailbox = async ({ folder, port = 0, maxMessages = 5_000 }: { folder: string; port?: number; maxMessages?: number }) => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = async (raw: Buffer): Promise<void> => {
    const id = `${String(Date.now()).padStart(13, "0")}-${randomBytes(6).toString("hex")}`;
    const partial = path.join(folder, `${id}.part`);
    const file = await open(partial, "wx", 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path.join(folder, `${id}.eml`));
    const ids = await idsIn(folder);
    for (const old of ids.slice(maxMessages)) await rm(path.join(folder, `${old}.eml`), { force: true });
  };

  const server = new SMTPServer({
    banner: "Changemaker mailbox: mail is kept here and delivered to nobody",
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    size: maxMessageBytes,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("message too large"), { responseCode: 552 }));
        store(Buffer.concat(chunks)).then(() => done(null, "kept in the mailbox of this computer"), done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", reject);
      // A client that hangs up mid-way is its own affair; without a listener it would end the process.
      server.on("error", () => undefined);
      resolve();
    });
  });
  const { port: actual } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { host: "127.0.0.1", port: actual, stop };
};

const idsIn = async (folder: string): Promise<string[]> => {
  const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
  return names
    .filter((name) => name.endsWith(".eml") && idPattern.test(name.slice(0, -4)))
    .map((name) => name.slice(0, -4))
    .sort()
    .reverse();
};

const ignoreMissing = (error: unknown): null => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
};

const shown = (who: { name?: string; address?: string } | undefined): string => {
  if (who === undefined) return "";
  const { name = "", address = "" } = who;
  return name === "" ? address : `${name} <${address}>`;
};
