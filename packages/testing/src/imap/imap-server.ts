import { createServer, type AddressInfo, type Socket } from "node:net";
import { answerCommand } from "./commands";
import type { ImapConnection, ImapState, StoredMail } from "./connection";
import { createLineReader } from "./line-reader";

export type ImapServer = {
  target: { host: string; port: number; secure: false; user: string; pass: string; folder: string };
  mails: StoredMail[];
  /** Puts a mail into the folder; whoever idles is told. */
  deliver: (raw: Buffer | string, options?: { receivedAt?: Date; flags?: string[] }) => StoredMail;
  /** Cuts every connection without a word. */
  drop: () => void;
  /** Connections so far. */
  connections: () => number;
  /** Clients that wait in IDLE now. */
  idlers: () => number;
  refuseLogin: (words: string | null) => void;
  stop: () => Promise<void>;
};

type Options = { ownFlags?: boolean };

/**
 * A small IMAP4rev1 server on the loopback interface (RFC 3501 as far as a client that reads one folder needs it: LOGIN,
 * SELECT, UID SEARCH, FETCH and STORE, IDLE, LOGOUT), with one account and one folder.
 */
export const startImapServer = async ({ ownFlags = true }: Options = {}): Promise<ImapServer> => {
  const account = { user: "letters@example.org", pass: "p4ss word" };
  const state: ImapState = { account, folder: "INBOX", mails: [], ownFlags, loginTrouble: null };
  const open = new Map<Socket, ImapConnection>();
  let connected = 0;

  const server = createServer((socket) => {
    connected += 1;
    const connection: ImapConnection = {
      state,
      say: (line) => void socket.write(Buffer.concat([Buffer.from(line), Buffer.from("\r\n")])),
      signedIn: false,
      selected: false,
      idling: null,
      end: () => socket.end(),
    };
    open.set(socket, connection);
    const read = createLineReader({ onLine: (line) => answerCommand(connection, line), onLiteral: () => connection.say("+ go on") });
    socket.on("data", read);
    socket.on("close", () => open.delete(socket));
    // A client that hangs up is its own affair.
    socket.on("error", () => undefined);
    connection.say("* OK [CAPABILITY IMAP4rev1 IDLE ID] ready");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const drop = () => {
    for (const socket of open.keys()) socket.destroy();
  };
  return {
    target: { host: "127.0.0.1", port, secure: false, ...account, folder: state.folder },
    mails: state.mails,
    deliver: (raw, { receivedAt = new Date(), flags = [] } = {}) => {
      const mail = { uid: (state.mails.at(-1)?.uid ?? 0) + 1, flags: new Set(flags), receivedAt, raw: Buffer.from(raw) };
      state.mails.push(mail);
      for (const connection of open.values()) if (connection.idling !== null) connection.say(`* ${state.mails.length} EXISTS`);
      return mail;
    },
    drop,
    connections: () => connected,
    idlers: () => [...open.values()].filter(({ idling }) => idling !== null).length,
    refuseLogin: (words) => {
      state.loginTrouble = words;
    },
    stop: () =>
      new Promise((resolve) => {
        drop();
        server.close(() => resolve());
      }),
  };
};
