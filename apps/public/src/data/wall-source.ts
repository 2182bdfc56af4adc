import type { PublicApi, PublicInputs } from "@cml/api-client/public";
import type { OnWall, PendingResponse, PendingUpvoteView, PrefilledResponse, PublicReplyFacts, Wall } from "@cml/domain/influence";
import { orNotNow, orNull } from "../shell/failures";
import { refusalWords } from "./submit-plain";

type Inputs = PublicInputs["influence"]["responses"];
export type WallAsked = Inputs["wall"];
export type ReplySubmission = Inputs["submit"];
export type UpvoteAsked = Inputs["upvote"];

/** What the server refuses is a sentence for the form; every other failure is thrown. */
export type Refused = { kind: "refused"; status: number; words: string };

export type WallSource = {
  /** Null where the campaign has no wall. */
  wall: (asked: WallAsked) => Promise<Wall | null>;
  onWall: (asked: { campaignSlug: string; id: string }) => Promise<OnWall | null>;
  /** What became of the letters to each representative with enough of them. */
  replyFacts: (slug: string) => Promise<PublicReplyFacts[]>;
  prefilled: (asked: { receiptToken: string; mailId: string | null }) => Promise<PrefilledResponse | null>;
  submitReply: (submission: ReplySubmission) => Promise<{ kind: "CONFIRM" | "WAITING" | "PROVE" } | Refused>;
  pendingReply: (token: string) => Promise<PendingResponse | null>;
  confirmReply: (token: string) => Promise<{ campaignSlug: string } | null>;
  upvote: (asked: UpvoteAsked) => Promise<{ kind: "COUNTED" | "ASK" | "CONFIRM" | "PROVE" } | Refused>;
  pendingUpvote: (token: string) => Promise<PendingUpvoteView | null>;
  /** Where to go on to; null for a dead link. */
  confirmUpvote: (token: string) => Promise<{ campaignSlug: string; responseId: string } | null>;
  withdrawUpvote: (token: string) => Promise<{ campaignSlug: string; responseId: string } | null>;
};

export const wallSourceOf = ({ influence: { responses, replyFacts } }: PublicApi): WallSource => ({
  wall: (asked) => orNull(responses.wall(asked)),
  onWall: (asked) => orNull(responses.onWall(asked)),
  replyFacts: async (campaignSlug) => (await orNotNow(replyFacts.ofCampaign({ campaignSlug }))) ?? [],
  prefilled: (asked) => orNull(responses.prefill(asked)),
  submitReply: (submission) =>
    orRefused(
      responses.submit(submission).then(({ state }) => ({ kind: state })),
      submission.locale,
    ),
  pendingReply: (token) => orNull(responses.pending({ token })),
  confirmReply: (token) => orNull(responses.confirm({ token })),
  upvote: (asked) =>
    orRefused(
      responses.upvote(asked).then(({ state }) => ({ kind: state })),
      asked.locale,
    ),
  pendingUpvote: (token) => orNull(responses.pendingUpvote({ token })),
  confirmUpvote: (token) => orNull(responses.confirmUpvote({ token })),
  withdrawUpvote: (token) => orNull(responses.withdrawUpvote({ token })),
});

const orRefused = async <T>(answer: Promise<T>, locale: "en" | "fr"): Promise<T | Refused> => {
  try {
    return await answer;
  } catch (error) {
    const refused = refusalWords(error, locale);
    if (refused === null) throw error;
    return { kind: "refused", ...refused };
  }
};
