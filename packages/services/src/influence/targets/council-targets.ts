import { type FoundTarget, isOfficeWanted, type LookUp, type Representative, type TargetRule } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { listCouncil } from "../representatives/list-council";
import { fromRepresentative } from "./found-target";

type CouncilRule = Extract<TargetRule, { kind: "MY_COUNCIL" | "WHOLE_COUNCIL" }>;

/** Everybody on the councils a rule means, under the council's name, all ticked. */
export const councilTargets = async (
  deps: Deps,
  rule: CouncilRule,
  { lookUp, locale }: { lookUp: LookUp | null; locale: Locale },
): Promise<FoundTarget[]> => {
  if (rule.kind === "WHOLE_COUNCIL")
    return grouped(await listCouncil(deps, rule.setSlug), rule, { group: rule.setName, sure: true, locale });
  const own = (lookUp?.representatives ?? []).filter(({ level }) => level === "MUNICIPAL");
  const councils = [...new Set(own.map(({ setSlug, representativeSetName }) => setSlug ?? representativeSetName))];
  // Two councils at an unsettled place: which of them is the supporter's is hers to say.
  const sure = councils.length === 1 || lookUp?.splitLevels.includes("MUNICIPAL") !== true;
  const found = await Promise.all(
    councils.map(async (council) => {
      const seen = own.filter((one) => (one.setSlug ?? one.representativeSetName) === council);
      const listed = (seen[0]?.setSlug ?? null) === null ? [] : await listCouncil(deps, council);
      return grouped(listed.length > 0 ? withOwnIds(listed, seen) : seen, rule, {
        group: seen[0]?.representativeSetName ?? council,
        sure,
        locale,
      });
    }),
  );
  return found.flat();
};

type Told = { group: string; sure: boolean; locale: Locale };

const grouped = (people: readonly Representative[], rule: CouncilRule, { group, sure, locale }: Told): FoundTarget[] =>
  people
    .filter(({ electedOffice }) => isOfficeWanted(rule.offices, electedOffice))
    .map((one) => ({ ...fromRepresentative(one, { locale, sure }), kind: "COUNCIL", group }));

// The look-up knows a supporter's own councillor better: her face, and the row a page may have been opened with.
const withOwnIds = (council: readonly Representative[], own: readonly Representative[]): Representative[] =>
  council.map(
    (member) =>
      own.find(
        (one) => one.name === member.name && one.electedOffice === member.electedOffice && one.districtName === member.districtName,
      ) ?? member,
  );
