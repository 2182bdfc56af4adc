import type { ImapConnection, StoredMail } from "./connection";

/** Answers one command of a client. */
export const answerCommand = (connection: ImapConnection, line: string): void => {
  if (connection.idling !== null) {
    if (line.toUpperCase() === "DONE") {
      connection.say(`${connection.idling} OK IDLE done`);
      connection.idling = null;
    }
    return;
  }
  const [tag = "*", ...words] = line.split(" ");
  const isUid = words[0]?.toUpperCase() === "UID";
  const name = (words[isUid ? 1 : 0] ?? "").toUpperCase();
  const rest = words.slice(isUid ? 2 : 1).join(" ");
  if (name === "IDLE") {
    connection.idling = tag;
    connection.say("+ idling");
    return;
  }
  const answer = commands[name];
  connection.say(`${tag} ${answer === undefined ? "BAD unknown command" : answer(connection, rest)}`);
  if (name === "LOGOUT") connection.end();
};

type Command = (connection: ImapConnection, rest: string) => string;

const systemFlags = "\\Answered \\Flagged \\Deleted \\Seen \\Draft";

const commands: Record<string, Command> = {
  CAPABILITY: ({ say }) => {
    say("* CAPABILITY IMAP4rev1 IDLE ID");
    return "OK done";
  },
  ID: ({ say }) => {
    say('* ID ("name" "test")');
    return "OK done";
  },
  NOOP: () => "OK done",
  LOGIN: (connection, rest) => {
    const { account, loginTrouble } = connection.state;
    const [user, pass] = stringsIn(rest);
    if (loginTrouble !== null) return `NO ${loginTrouble}`;
    if (user !== account.user || pass !== account.pass) return "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";
    connection.signedIn = true;
    return "OK signed in";
  },
  NAMESPACE: ({ say }) => {
    say('* NAMESPACE (("" "/")) NIL NIL');
    return "OK done";
  },
  LIST: ({ say, state }, rest) => {
    const [, pattern = ""] = stringsIn(rest);
    if (pattern === "") say('* LIST (\\Noselect) "/" ""');
    else if (pattern === "*" || pattern === state.folder) say(`* LIST (\\HasNoChildren) "/" ${JSON.stringify(state.folder)}`);
    return "OK done";
  },
  LSUB: () => "OK done",
  SELECT: (connection, rest) => {
    const { say, state, signedIn } = connection;
    if (!signedIn) return "BAD sign in first";
    if (stringsIn(rest)[0] !== state.folder) return "NO [NONEXISTENT] Unknown folder";
    connection.selected = true;
    say(`* ${state.mails.length} EXISTS`);
    say("* 0 RECENT");
    say(`* FLAGS (${systemFlags})`);
    say(`* OK [PERMANENTFLAGS (${systemFlags}${state.ownFlags ? " \\*" : ""})] flags`);
    say("* OK [UIDVALIDITY 7] valid");
    say(`* OK [UIDNEXT ${(state.mails.at(-1)?.uid ?? 0) + 1}] next`);
    return "OK [READ-WRITE] selected";
  },
  SEARCH: ({ say, state }, rest) => {
    const found = state.mails.filter((mail) => fits(mail, rest)).map(({ uid }) => uid);
    say(`* SEARCH ${found.join(" ")}`.trimEnd());
    return "OK done";
  },
  FETCH: ({ say, state }, rest) => {
    const uid = Number(rest.split(" ")[0]);
    const index = state.mails.findIndex((mail) => mail.uid === uid);
    const mail = state.mails[index];
    if (mail === undefined) return "OK nothing";
    const part = /BODY(?:\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/i.exec(rest);
    const facts = `UID ${uid} FLAGS (${[...mail.flags].join(" ")}) INTERNALDATE "${internalDate(mail.receivedAt)}" RFC822.SIZE ${mail.raw.length}`;
    if (part === null) {
      say(`* ${index + 1} FETCH (${facts})`);
      return "OK done";
    }
    const body = part[2] === undefined ? mail.raw : mail.raw.subarray(Number(part[1]), Number(part[1]) + Number(part[2]));
    const label = part[2] === undefined ? "BODY[]" : `BODY[]<${part[1]}>`;
    say(Buffer.concat([Buffer.from(`* ${index + 1} FETCH (${facts} ${label} {${body.length}}\r\n`), body, Buffer.from(")")]));
    return "OK done";
  },
  STORE: ({ say, state }, rest) => {
    const uids = (rest.split(" ")[0] ?? "").split(",").map(Number);
    const flags = (/\(([^)]*)\)/.exec(rest)?.[1] ?? "").split(" ").filter(Boolean);
    for (const [index, mail] of state.mails.entries()) {
      if (!uids.includes(mail.uid)) continue;
      for (const flag of flags) mail.flags.add(flag);
      if (!/\.SILENT/i.test(rest)) say(`* ${index + 1} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(" ")}))`);
    }
    return "OK done";
  },
  LOGOUT: ({ say }) => {
    say("* BYE see you");
    return "OK done";
  },
  CLOSE: () => "OK done",
};

const stringsIn = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s()]+)/g)].map((match) => match[1]?.replace(/\\(.)/g, "$1") ?? match[2] ?? "");

const fits = (mail: StoredMail, query: string): boolean => {
  const unKeyword = /UNKEYWORD (\S+)/i.exec(query)?.[1];
  const since = /\bSINCE (\S+)/i.exec(query)?.[1];
  if (unKeyword !== undefined && mail.flags.has(unKeyword)) return false;
  if (/\bUNSEEN\b/i.test(query) && mail.flags.has("\\Seen")) return false;
  return since === undefined || mail.receivedAt.getTime() >= new Date(`${since.replace(/"/g, "")} UTC`).getTime();
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");
const internalDate = (at: Date): string =>
  `${two(at.getUTCDate())}-${months[at.getUTCMonth()] ?? ""}-${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
