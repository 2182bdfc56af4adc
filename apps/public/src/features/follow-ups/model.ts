import type { FollowUpPage, ReplyOutcome } from "@cml/domain/influence";

type ApiLetter = FollowUpPage["letters"][number];

/** A letter one is asked about; days as YYYY-MM-DD. */
export type FollowedLetter = Omit<ApiLetter, "report" | "recipientTitle"> & {
  recipientTitle: string;
  report: { outcome: ReplyOutcome; repliedOn: string | null } | null;
};

export type FollowUpView = Omit<FollowUpPage, "letters"> & { letters: FollowedLetter[] };

/** What the form says of one letter; an empty day is none. */
export type Answer = { letterId: string; outcome: ReplyOutcome; repliedOn: string | null };

/** Why nothing was kept. */
export type AnswerProblem = "choose" | "wrongDay" | "failed";
