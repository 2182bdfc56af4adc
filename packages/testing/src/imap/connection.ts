export type StoredMail = { uid: number; flags: Set<string>; receivedAt: Date; raw: Buffer };
export type ImapState = {
  account: { user: string; pass: string };
  folder: string;
  mails: StoredMail[];
  /** Whether clients may make up flags of their own. */
  ownFlags: boolean;
  /** Answered to LOGIN instead of asking for the password; null is good behaviour. */
  loginTrouble: string | null;
};

export type ImapConnection = {
  state: ImapState;
  say: (line: string | Buffer) => void;
  signedIn: boolean;
  selected: boolean;
  /** Tag of the IDLE in hand. */
  idling: string | null;
  end: () => void;
};
