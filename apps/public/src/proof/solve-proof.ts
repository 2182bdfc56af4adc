import type { ProofChallenge } from "@cml/domain/influence";

/** Solves an Altcha challenge in a worker; gives the proof as the server reads it, base64 of JSON. */
export const solveProof = async (challenge: ProofChallenge): Promise<string> => {
  const number = await inWorker(challenge);
  if (number === null) throw new Error("The challenge has no answer.");
  const { algorithm, salt, signature } = challenge;
  return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
};

const inWorker = (challenge: ProofChallenge): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
    const end = (act: () => void) => {
      worker.terminate();
      act();
    };
    worker.addEventListener("message", (event: MessageEvent<number | null>) => end(() => resolve(event.data)));
    worker.addEventListener("error", (event) => end(() => reject(new Error(event.message))));
    worker.postMessage(challenge);
  });
