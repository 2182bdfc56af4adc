import { errorMessage, failureOf } from "@cml/api-client";
import { createPublicClient } from "@cml/api-client/public";
import type { UpvoteInput } from "@cml/domain/influence";
import { useEffect, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { browserToken, rememberedBrowser } from "../../../shell/remembered-browser";
import { isUpvotedByMe } from "./my-upvotes";

export type UpvoteProps = { slug: string; responseId: string; name: string; upvotes: number; mine: boolean | null };
type State = { step: "ready" | "asking" | "mailed"; busy: boolean; upvotes: number; mine: boolean; problem: string | null };

/** One person's upvote of one reply, and what she does with it. */
export const useUpvote = ({ responseId, upvotes, mine }: UpvoteProps) => {
  const { t, locale } = usePage();
  const [state, setState] = useState<State>({ step: "ready", busy: false, upvotes, mine: mine === true, problem: null });
  const [openedAt] = useState(() => new Date());
  const change = (changes: Partial<State>) => setState((now) => ({ ...now, ...changes }));

  useEffect(() => {
    // Whoever is signed in was known on the server; otherwise only this browser's token tells.
    if (mine !== null || rememberedBrowser() === null) return;
    // Not knowing leaves the button as it was drawn; a second press counts nothing twice.
    void isUpvotedByMe(responseId, locale).then((isMine) => (isMine ? change({ mine: true }) : undefined));
  }, [mine, responseId, locale]);

  const trying = async (act: () => Promise<Partial<State>>) => {
    change({ busy: true, problem: null });
    try {
      change({ ...(await act()), busy: false });
    } catch (error) {
      change({ busy: false, problem: failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale) });
    }
  };

  const press = (email: string | null, trap: string) =>
    trying(async () => {
      const { responses } = createPublicClient({ locale: () => locale }).influence;
      const asked: UpvoteInput = { responseId, device: browserToken(), email, locale, proof: null, trap, openedAt };
      let answer = await responses.upvote.mutate(asked);
      if (answer.state === "PROVE") {
        const { solveProof } = await import("../../../proof/solve-proof");
        answer = await responses.upvote.mutate({ ...asked, proof: await solveProof(answer.challenge) });
      }
      switch (answer.state) {
        case "COUNTED":
          return { step: "ready", mine: true, upvotes: answer.upvotes };
        case "ASK":
          return { step: "asking" };
        case "CONFIRM":
          return { step: "mailed" };
        case "PROVE":
          throw new Error("The server did not take the proof of work.");
      }
    });

  const takeBack = () =>
    trying(async () => {
      const { responses } = createPublicClient({ locale: () => locale }).influence;
      const answer = await responses.takeBackUpvote.mutate({ responseId, device: rememberedBrowser() });
      return { mine: false, upvotes: answer.upvotes };
    });

  return { state, press, takeBack, close: () => change({ step: "ready", problem: null }) };
};
