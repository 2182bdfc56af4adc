import type { RepresentAnswer } from "@cml/domain/influence";

export type FakeRepresent = {
  /** Codes that were asked for, oldest first. */
  asked: string[];
  /** What is answered from now on; an Error is thrown, null means the code is unknown. */
  answers: Map<string, RepresentAnswer | Error | null>;
  lookUp: (postalCode: string) => Promise<RepresentAnswer | null>;
};

/** Knows only the codes it is given. */
export const fakeRepresent = (known: Record<string, RepresentAnswer | Error | null> = {}): FakeRepresent => {
  const asked: string[] = [];
  const answers: FakeRepresent["answers"] = new Map(Object.entries(known));
  return {
    asked,
    answers,
    lookUp: async (postalCode) => {
      asked.push(postalCode);
      const answer = answers.get(postalCode) ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
};
