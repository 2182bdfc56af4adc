import type { RepresentAnswer } from "@cml/domain/influence";

/** The Represent API (or a server that replays it): one postal code, upper case without a space. */
export type RepresentClient = {
  /** Null when Represent does not know the code. Throws AppError("UPSTREAM") when it cannot answer. */
  lookUp: (postalCode: string) => Promise<RepresentAnswer | null>;
};
