import { sameLetters } from "../kernel/same-letters";
import type { FoundTarget } from "./target";

/**
 * One target for each person, however many rules found her, in the order first found. The same recipient key is the same
 * person; so is the same name at the same address, because a list of named people often leaves level and district out.
 * A named person's key wins: a supporter elsewhere, who sees only the list, knows her by that one.
 */
export const mergeTargets = (found: readonly FoundTarget[]): FoundTarget[] => {
  const merged: FoundTarget[] = [];
  for (const one of found) {
    const at = merged.findIndex((other) => isSamePerson(one, other));
    const known = merged[at];
    if (known === undefined) merged.push(one);
    else merged[at] = together(known, one);
  }
  return merged;
};

const isSamePerson = (one: FoundTarget, other: FoundTarget): boolean =>
  one.recipientKey === other.recipientKey ||
  (!one.isVacant && one.email !== null && sameAddress(one.email, other.email) && sameLetters(one.name) === sameLetters(other.name));

const sameAddress = (one: string, other: string | null): boolean => other !== null && one.toLowerCase() === other.toLowerCase();

// Most is known where a source described the person; the list adds what it says and knows her by its own key.
const together = (known: FoundTarget, added: FoundTarget): FoundTarget => {
  const [rich, plain] = known.kind === "NAMED" && added.kind !== "NAMED" ? [added, known] : [known, added];
  const named = known.kind === "NAMED" ? known : added.kind === "NAMED" ? added : null;
  return {
    ...rich,
    recipientKey: (named ?? known).recipientKey,
    ids: [...new Set([rich.id, ...known.ids, ...added.ids])],
    group: known.group ?? added.group,
    email: named?.email ?? rich.email ?? plain.email,
    organization: rich.organization ?? plain.organization,
    contactUrl: rich.contactUrl ?? plain.contactUrl,
    offices: rich.offices.length > 0 ? rich.offices : plain.offices,
    preferredLocale: named?.preferredLocale ?? rich.preferredLocale ?? plain.preferredLocale,
    ticked: known.ticked || added.ticked,
  };
};
