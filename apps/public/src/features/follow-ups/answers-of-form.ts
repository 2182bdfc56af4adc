import { canBeReplyDay, type ReplyOutcome, replyOutcomes } from "@cml/domain/influence";
import type { Answer, AnswerProblem, FollowedLetter, FollowUpView } from "./model";

export const outcomeField = (letterId: string) => `outcome-${letterId}`;
export const dayField = (letterId: string) => `day-${letterId}`;

const outcomeOf = (text: string | null): ReplyOutcome | null => replyOutcomes.find((outcome) => outcome === text?.toUpperCase()) ?? null;

/** What a plain form told about the letters of a page; letters without a choice are left as they are. */
export const answersOfForm = (form: URLSearchParams, page: FollowUpView): { answers: Answer[] } | { problem: AnswerProblem } => {
  const answers = page.letters.flatMap(({ id }): Answer[] => {
    const outcome = outcomeOf(form.get(outcomeField(id)));
    const day = (form.get(dayField(id)) ?? "").trim();
    return outcome === null ? [] : [{ letterId: id, outcome, repliedOn: day === "" || outcome === "NOTHING" ? null : day }];
  });
  if (answers.length === 0) return { problem: "choose" };
  const wrong = answers.some(({ letterId, repliedOn }) => repliedOn !== null && !isPossible(repliedOn, letterId, page));
  return wrong ? { problem: "wrongDay" } : { answers };
};

const isPossible = (day: string, letterId: string, { letters, today }: FollowUpView): boolean => {
  const letter = letters.find(({ id }) => id === letterId);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && letter !== undefined && canBeReplyDay(day, { handedOverOn: letter.handedOverOn, today });
};

/** What stands in the form at first: what the mail's link chose for its letter, otherwise what was said before. */
export const chosenFor = (letter: FollowedLetter, search: URLSearchParams): { outcome: ReplyOutcome | null; day: string } => {
  const linked = search.get("letter") === letter.id ? outcomeOf(search.get("answer")) : null;
  return { outcome: linked ?? letter.report?.outcome ?? null, day: letter.report?.repliedOn ?? "" };
};

/** The letter a link is about comes first; the others follow in their order. */
export const linkedFirst = (letters: readonly FollowedLetter[], search: URLSearchParams): FollowedLetter[] => {
  const linked = search.get("letter");
  return [...letters.filter(({ id }) => id === linked), ...letters.filter(({ id }) => id !== linked)];
};
