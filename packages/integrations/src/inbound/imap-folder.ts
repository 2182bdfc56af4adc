import { inboundMaxBytes } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import { ImapFlow } from "imapflow";

export type ImapTarget = { host: string; port: number; secure: boolean; user: string; pass: string; folder: string };
/** A mail as the server keeps it; one larger than we take in comes without its end. */
export type FetchedMail = { raw: Buffer; receivedAt: Date };

export type FetchOptions = {
  /** Older mail than this is left alone. */
  since: Date;
  atMost: number;
  /** Keeps one mail for good; only then is it marked. What it throws leaves the mail for the next time. */
  keep: (mail: FetchedMail) => Promise<void>;
  signal?: AbortSignal | undefined;
};
export type FetchResult = { kept: number; failed: number; lastError: string | null };

export type ImapFolder = {
  messages: () => number;
  fetchNew: (options: FetchOptions) => Promise<FetchResult>;
  /** Resolves when mail came, `atMostMs` are over, the signal fires or the connection broke. */
  waitForMail: (options: { atMostMs: number; signal: AbortSignal }) => Promise<void>;
  close: () => Promise<void>;
};

// Written on each mail we have kept, so that a person who reads along in the same mailbox hides nothing from us.
const keptFlag = "ChangemakerKept";
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 120_000 };

/** Signs in and opens the folder. Throws AppError("UPSTREAM", "mail.serverSaid") with the server's words. */
export const openImapFolder = async ({ host, port, secure, user, pass, folder }: ImapTarget): Promise<ImapFolder> => {
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    maxLiteralSize: inboundMaxBytes * 2,
    ...timeouts,
  });
  // What breaks a connection reaches whoever waits for an answer on it; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(folder);
  } catch (error) {
    client.close();
    throw new AppError("UPSTREAM", "mail.serverSaid", { response: wordsOf(error) }, { cause: error });
  }
  return {
    messages: () => (client.mailbox === false ? 0 : client.mailbox.exists),
    fetchNew: (options) => fetchNew(client, options),
    waitForMail: (options) => waitForMail(client, options),
    close: () => client.logout().catch(() => client.close()),
  };
};

const fetchNew = async (client: ImapFlow, { since, atMost, keep, signal }: FetchOptions): Promise<FetchResult> => {
  const marks = client.mailbox === false ? undefined : client.mailbox.permanentFlags;
  const canMark = marks?.has("\\*") === true || marks?.has(keptFlag) === true;
  const found = await client.search({ since, ...(canMark ? { unKeyword: keptFlag } : { seen: false }) }, { uid: true });
  if (!found) throw lost(client);
  const result: FetchResult = { kept: 0, failed: 0, lastError: null };
  for (const uid of found.slice(0, atMost)) {
    if (signal?.aborted === true) break;
    const mail = await client.fetchOne(`${uid}`, { source: { maxLength: inboundMaxBytes }, internalDate: true }, { uid: true });
    if (!client.usable) throw lost(client);
    // Somebody moved or deleted it meanwhile.
    if (!mail || mail.source === undefined) continue;
    const kept = await keep({ raw: mail.source, receivedAt: new Date(mail.internalDate ?? Date.now()) }).then(
      () => true,
      (error: unknown) => {
        result.lastError = error instanceof Error ? error.message : String(error);
        return false;
      },
    );
    if (kept) await client.messageFlagsAdd(`${uid}`, canMark ? ["\\Seen", keptFlag] : ["\\Seen"], { uid: true });
    result[kept ? "kept" : "failed"] += 1;
  }
  return result;
};

const lost = ({ byeReason }: ImapFlow): AppError =>
  new AppError("UPSTREAM", "mail.serverSaid", { response: byeReason ?? "the connection to the mailbox was lost" });

const waitForMail = async (client: ImapFlow, { atMostMs, signal }: { atMostMs: number; signal: AbortSignal }): Promise<void> => {
  if (signal.aborted || !client.usable) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off("exists", done);
      client.off("close", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, atMostMs);
    client.once("exists", done);
    client.once("close", done);
    signal.addEventListener("abort", done);
    // Ends when the next command is given; a server without IDLE is asked by polling.
    client.idle().catch(done);
  });
};

type ImapFailure = { responseText?: string; response?: unknown; message?: string };

/** The server's own words, or the connection's failure; one line, at most 500 characters. */
const wordsOf = (error: unknown): string => {
  const { responseText, response, message } = error as ImapFailure;
  const words = responseText ?? (typeof response === "string" && response !== "" ? response : message);
  return (words ?? String(error)).replace(/\s+/g, " ").trim().slice(0, 500);
};
