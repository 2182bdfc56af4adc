import MailComposer from "nodemailer/lib/mail-composer";

export type MailAddress = { name: string; address: string };
export type OutgoingMail = {
  from: MailAddress;
  to: MailAddress;
  cc?: MailAddress;
  replyTo?: MailAddress;
  envelopeFrom?: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers?: Record<string, string>;
};

const lineBreak = /[\r\n\0\u2028\u2029]/;

/** The message as bytes. Refuses line breaks in any header: they were checked before, this is the last door. */
export const composeMessage = async (mail: OutgoingMail): Promise<Buffer> => {
  const { from, to, cc, replyTo, subject, messageId, headers = {}, envelopeFrom = "" } = mail;
  const inHeaders = [
    from.name,
    from.address,
    to.name,
    to.address,
    cc?.name ?? "",
    cc?.address ?? "",
    replyTo?.name ?? "",
    replyTo?.address ?? "",
    subject,
    messageId,
    envelopeFrom,
  ];
  if ([...inHeaders, ...Object.entries(headers).flat()].some((text) => lineBreak.test(text)))
    throw new Error("a mail header holds a line break");
  const message = await new MailComposer({
    from,
    to,
    ...(cc === undefined ? {} : { cc }),
    ...(replyTo === undefined ? {} : { replyTo }),
    subject,
    messageId,
    headers,
    text: mail.text,
    ...(mail.html === "" ? {} : { html: mail.html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return withCrLf(message);
};

/**
 * Mail has CRLF at the end of every line (RFC 5322, 2.1). nodemailer would do the same in one more stream for each message, which
 * costs more than composing it; what it gives is ASCII with encoded words, so that a byte is a character here.
 */
const withCrLf = (message: Buffer): Buffer => Buffer.from(message.toString("latin1").replace(/\r?\n|\r/g, "\r\n"), "latin1");
