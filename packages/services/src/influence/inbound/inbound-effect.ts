import type { AddressedLetter } from "@cml/db/influence";
import type { InboundMail, SortedMail } from "@cml/domain/influence";

export type InboundEffect = {
  /** Of the mail that came in. */
  id: string;
  letter: AddressedLetter;
  mail: Pick<InboundMail, "from" | "subject" | "text" | "attachments">;
  sorted: Pick<SortedMail, "kind" | "words">;
  at: Date;
  /** Whether the supporter gets it. */
  forwards: boolean;
  byUserId?: string | null;
};
