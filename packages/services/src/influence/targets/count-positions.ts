import { sameLetters } from "@cml/domain/kernel";
import { type CampaignTarget, type FoundTarget, type PositionCounts, type TargetPosition, targetPositions } from "@cml/domain/influence";

/** The same name at the same address is the same person, whatever else a list leaves out. */
export const twinKeyOf = (name: string, email: string | null): string => `${sameLetters(name)}|${(email ?? "").toLowerCase()}`;

/** The count of votes as far as it is known: everybody staff wrote down, and known targets nobody asked yet. */
export const countPositions = ({
  states,
  found,
}: {
  states: readonly Pick<CampaignTarget, "recipientKey" | "position">[];
  found: readonly Pick<FoundTarget, "recipientKey" | "isVacant">[];
}): PositionCounts => {
  const known = new Map<string, TargetPosition>();
  for (const { recipientKey, isVacant } of found) if (!isVacant) known.set(recipientKey, "UNKNOWN");
  for (const { recipientKey, position } of states) if (position !== "UNKNOWN" || known.has(recipientKey)) known.set(recipientKey, position);
  const counts: PositionCounts = { FOR: 0, LEANING: 0, AGAINST: 0, UNKNOWN: 0 };
  for (const position of targetPositions) counts[position] = [...known.values()].filter((one) => one === position).length;
  return counts;
};
