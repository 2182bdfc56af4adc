import type { PrefilledResponse, Target } from "@cml/domain/influence";
import type { Choice } from "./share-fields";
import { knownChoice, letterChoice } from "./share-fields";

/** What the form is drawn from, on the server and in the browser. */
export type ShareForm = {
  slug: string;
  submissionId: string;
  choices: Choice[];
  /** The form asks for a postal code, because who represents whom depends on it. */
  needsPlace: boolean;
  code: string;
  codeProblem: "badCode" | "notFound" | null;
  /** The receipt's token; empty without one. */
  letter: string;
  mail: string;
  pictureKey: string;
  /** Proved by the receipt: not asked for. */
  knownEmail: string | null;
  today: string;
  /** What stands in the fields, by their names. */
  values: Record<string, string>;
  problem: string | null;
};

export const choiceOfTarget = ({ recipientKey, name, officeTitle, districtName, organization, partyName, photoUrl, level, hasEmail }: Target): Choice => ({
  value: knownChoice(recipientKey),
  name,
  facts: [officeTitle, organization ?? "", districtName, partyName ?? ""].filter((fact) => fact !== "").join(" · "),
  photoUrl,
  asksLevel: level === null,
  canAskOffice: hasEmail,
}); // prettier-ignore

export const choiceOfLetter = (letter: PrefilledResponse["letters"][number]): Choice => ({
  value: letterChoice(letter.id),
  name: letter.recipientName,
  facts: [letter.recipientTitle ?? "", letter.partyName ?? ""].filter((fact) => fact !== "").join(" · "),
  photoUrl: null,
  asksLevel: letter.level === null,
  canAskOffice: letter.canAskOffice,
});

/** People once each, vacant seats left out. */
export const choicesOf = (targets: readonly Target[]): Choice[] => {
  const known = new Map(targets.filter(({ isVacant }) => !isVacant).map((target) => [target.recipientKey, choiceOfTarget(target)]));
  return [...known.values()];
};
