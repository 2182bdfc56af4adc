import type { ProofChallenge } from "@cml/domain/influence";
import type { LetterCalls, Submission } from "./letter-calls";
import type { Outcome } from "./letter-flow";

type Way = { send: LetterCalls["send"]; onProof: () => void };

/** Sends; where the server asks for a proof of work first, finds it in a worker and sends the same again with it. */
export const submitWithProof = async (submission: Submission, { send, onProof }: Way): Promise<Outcome> => {
  const answer = await send(submission);
  if (answer.kind !== "prove") return answer;
  onProof();
  const again = await send({ ...submission, proof: await prove(answer.challenge) });
  if (again.kind !== "prove") return again;
  // A challenge that ran out while it was solved is asked for once more; after that something else is wrong.
  const last = await send({ ...submission, proof: await prove(again.challenge) });
  if (last.kind === "prove") throw new Error("The server did not take the proof of work.");
  return last;
};

/** Loaded only when it is asked for: nobody's first letter needs it. */
const prove = async (challenge: ProofChallenge): Promise<string> => {
  const { solveProof } = await import("../../../proof/solve-proof");
  return solveProof(challenge);
};
