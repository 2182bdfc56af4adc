import type { PublicApi } from "@cml/api-client/public";
import type { OfficeDoor, OfficePage, OfficeQuestion, WayIn } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import { orNull, orOutside } from "../shell/failures";
import { refusalWords } from "./submit-plain";

/** What the browser of an office holds, and whose page it is for. */
export type OfficeKey = { ref: string; ticket: string };
export type OfficeTicket = { ref: string; ticket: string; endsAt: Date };
export type OfficeRefusal = { status: number; words: string };

/** Null: done. Otherwise the sentence why not. */
type Done = Promise<OfficeRefusal | null>;

export type OfficeChange =
  | { kind: "outside"; letterId: string; isOutside: boolean }
  | { kind: "answer"; subject: string; text: string }
  | { kind: "reply"; responseId: string; text: string }
  | { kind: "digest"; on: boolean }
  | { kind: "contact"; name: string; email: string; phone: string }
  | { kind: "message"; text: string };

export type OfficeSource = {
  officeQuestion: (token: string) => Promise<OfficeQuestion | null>;
  answerOfficeQuestion: (answer: { token: string; answer: "CONFIRM" | "REPORT"; reason: string }, locale: Locale) => Done;
  officeDoor: (asked: { ref: string; ticket: string | null }) => Promise<OfficeDoor | null>;
  mailWayIn: (asked: { ref: string; locale: Locale }) => Done;
  wayIn: (asked: { ref: string; token: string }) => Promise<WayIn | null>;
  enterOffice: (asked: { ref: string; token: string }) => Promise<OfficeTicket | null>;
  /** Null for somebody who is not in, or no longer. */
  officePage: (key: OfficeKey, page: number) => Promise<OfficePage | null>;
  changeOffice: (key: OfficeKey, change: OfficeChange, locale: Locale) => Done;
};

export const officeSourceOf = ({ influence: { offices } }: PublicApi): OfficeSource => ({
  officeQuestion: (token) => orNull(offices.question({ token })),
  answerOfficeQuestion: (answer, locale) => refused(offices.answerQuestion(answer), locale),
  officeDoor: (asked) => orNull(offices.door(asked)),
  mailWayIn: (asked) => refused(offices.mailWayIn(asked), asked.locale),
  wayIn: (asked) => orNull(offices.wayIn(asked)),
  enterOffice: async ({ ref, token }) => {
    const entered = await orNull(offices.enter({ ref, token }));
    return entered === null ? null : { ref, ...entered };
  },
  officePage: (key, page) => orOutside(offices.page({ ...key, page })),
  changeOffice: (key, change, locale) => refused(changed(offices, { key, change, locale }), locale),
});

type Offices = PublicApi["influence"]["offices"];

const changed = (offices: Offices, { key, change, locale }: { key: OfficeKey; change: OfficeChange; locale: Locale }): Promise<unknown> => {
  switch (change.kind) {
    case "outside":
      return offices.markOutside({ ...key, letterId: change.letterId, isOutside: change.isOutside });
    case "answer":
      return offices.answer({ ...key, subject: change.subject, text: change.text, locale });
    case "reply":
      return offices.reply({ ...key, responseId: change.responseId, text: change.text });
    case "digest":
      return offices.setDigest({ ...key, on: change.on });
    case "contact":
      return offices.setContact({ ...key, name: change.name, email: change.email, phone: change.phone });
    case "message":
      return offices.writeToOrganisers({ ...key, text: change.text });
  }
};

const refused = async (answer: Promise<unknown>, locale: Locale): Done => {
  try {
    await answer;
    return null;
  } catch (error) {
    const words = refusalWords(error, locale);
    if (words === null) throw error;
    return words;
  }
};
