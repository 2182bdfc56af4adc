export { type ImapServer, startImapServer } from "./imap-server";
