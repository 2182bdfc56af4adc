export { readCertificate } from "./certificate";
export { type FetchedMail, type FetchResult, type ImapFolder, type ImapTarget, openImapFolder } from "./imap-folder";
export { parseMail } from "./parse-mail";
export { type ArrivedMail, openSmtpPort, type SmtpPort } from "./smtp-port";
