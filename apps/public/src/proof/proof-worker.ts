import type { ProofChallenge } from "@cml/domain/influence";
import { findNumber } from "./find-number";

// Counts away from the page, which stays alive under the finger meanwhile.
self.addEventListener("message", (event: MessageEvent<ProofChallenge>) => self.postMessage(findNumber(event.data)));
