type MailAddress = { name: string; address: string };
export type FakeMail = {
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
export type FakeSmtpTarget = { host: string; port: number; secure: boolean; user: string | null; pass: string | null };
export type FakeHandOver =
  | { outcome: "ACCEPTED"; response: string }
  | { outcome: "REFUSED"; temporary: boolean; response: string; blames?: "RECIPIENT" }
  | { outcome: "UNCERTAIN"; response: string };

export type FakeMailer = {
  /** Every message that reached the server's doorstep, with where it was sent and how it ended, oldest first. */
  handedOver: { mail: FakeMail; target: FakeSmtpTarget; answer: FakeHandOver }[];
  /** Targets that were checked with `verify`. */
  verified: FakeSmtpTarget[];
  /** The next hand-overs end so, in this order; afterwards every one is accepted again. An Error is thrown. */
  willAnswer: (...answers: (FakeHandOver | Error)[]) => void;
  handOver: (mail: FakeMail, options: { target: FakeSmtpTarget; onDataStart?: () => Promise<void> }) => Promise<FakeHandOver>;
  verify: (target: FakeSmtpTarget) => Promise<void>;
  /** The next `verify` fails with this error. */
  willFailToVerify: (error: Error) => void;
};

/** Accepts every message at once unless told otherwise. As with real SMTP, DATA starts unless the server refused before it. */
export const fakeMailer = (): FakeMailer => {
  const handedOver: FakeMailer["handedOver"] = [];
  const verified: FakeSmtpTarget[] = [];
  const answers: (FakeHandOver | Error)[] = [];
  let verifyError: Error | null = null;
  return {
    handedOver,
    verified,
    willAnswer: (...next) => void answers.push(...next),
    handOver: async (mail, { target, onDataStart }) => {
      const answer = answers.shift() ?? { outcome: "ACCEPTED", response: "250 2.0.0 kept by the fake" };
      if (answer instanceof Error) throw answer;
      if (answer.outcome !== "REFUSED") await onDataStart?.();
      handedOver.push({ mail, target, answer });
      return answer;
    },
    verify: async (target) => {
      verified.push(target);
      const error = verifyError;
      verifyError = null;
      if (error !== null) throw error;
    },
    willFailToVerify: (error) => {
      verifyError = error;
    },
  };
};
