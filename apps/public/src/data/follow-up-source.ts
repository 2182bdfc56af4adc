import type { PublicApi } from "@cml/api-client/public";
import type { Answer, FollowUpView } from "../features/follow-ups/model";
import { orNotNow, orNull } from "../shell/failures";

/** The question what became of letters, as its pages read and answer it. */
export type FollowUpSource = {
  /** Null for a link that is forged or too old. */
  followUp: (token: string) => Promise<FollowUpView | null>;
  /** False where nothing could be kept. */
  answerFollowUp: (asked: { token: string; answers: Answer[] }) => Promise<boolean>;
  stopFollowUp: (asked: { token: string; stop: boolean }) => Promise<boolean>;
};

export const followUpSourceOf = (api: PublicApi): FollowUpSource => ({
  followUp: async (token) => {
    const found = await orNull(api.influence.followUps.get({ token }));
    if (found === null) return null;
    return { ...found, letters: found.letters.map((letter) => ({ ...letter, recipientTitle: letter.recipientTitle ?? "" })) };
  },
  answerFollowUp: async (asked) => (await orNotNow(api.influence.followUps.answer(asked))) !== null,
  stopFollowUp: async (asked) => (await orNull(api.influence.followUps.stop(asked))) !== null,
});
