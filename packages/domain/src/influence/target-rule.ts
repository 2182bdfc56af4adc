import { z } from "zod";
import { sameLetters } from "../kernel/same-letters";
import { lineSchema } from "../kernel/text";
import { type GovernmentLevel, governmentLevels } from "./enums";

const level = z.enum(governmentLevels);
/** Offices as the sources write them (MP, MPP, Mayor, Councillor …); an empty list is every office of the levels. */
const offices = z.array(lineSchema(100)).max(20).default([]);

/** Who a campaign writes to; a person named by several rules is one target. */
export const targetRuleSchema = z.discriminatedUnion("kind", [
  /** The supporter's own representatives of these levels. */
  z.strictObject({ kind: z.literal("MY_REPRESENTATIVES"), levels: z.array(level).min(1).max(4), offices }),
  /** Everybody on the supporter's own council, in one group, all ticked. */
  z.strictObject({ kind: z.literal("MY_COUNCIL"), offices }),
  /** All members of one council, whoever writes: a representative set. */
  z.strictObject({
    kind: z.literal("WHOLE_COUNCIL"),
    setSlug: lineSchema(200),
    setName: lineSchema(200),
    level: level.default("MUNICIPAL"),
    offices,
  }),
  /** The campaign's own list: ministers, senators, clerks, band councils, trustees. */
  z.strictObject({ kind: z.literal("NAMED_PEOPLE") }),
]);
export type TargetRule = z.output<typeof targetRuleSchema>;
export const targetRulesSchema = z.array(targetRuleSchema).max(12);

/** The rules that hold: a campaign without any writes to the supporter's own representatives of its levels. */
type Aims = { targets: TargetRule[]; targetGovernmentLevels: GovernmentLevel[] };
export const rulesOf = ({ targets, targetGovernmentLevels }: Aims): TargetRule[] =>
  targets.length > 0 ? targets : [{ kind: "MY_REPRESENTATIVES", levels: targetGovernmentLevels, offices: [] }];

/** Levels at which the supporter's own representatives are looked up. */
export const ownLevelsOf = (rules: readonly TargetRule[]): GovernmentLevel[] =>
  inOrder(rules.flatMap((rule) => (rule.kind === "MY_REPRESENTATIVES" ? rule.levels : rule.kind === "MY_COUNCIL" ? ["MUNICIPAL"] : [])));

/** Levels of government that rules reach, for filters and lists; empty where they name people only. */
export const levelsOfRules = (rules: readonly TargetRule[]): GovernmentLevel[] =>
  inOrder([...ownLevelsOf(rules), ...rules.flatMap((rule) => (rule.kind === "WHOLE_COUNCIL" ? [rule.level] : []))]);

const inOrder = (levels: readonly GovernmentLevel[]): GovernmentLevel[] => governmentLevels.filter((one) => levels.includes(one));

/** Whether the targets depend on where a supporter lives. */
export const rulesNeedPlace = (rules: readonly TargetRule[]): boolean =>
  rules.some(({ kind }) => kind === "MY_REPRESENTATIVES" || kind === "MY_COUNCIL");

/** Offices are compared without case and accents; an empty list is every office. */
export const isOfficeWanted = (wanted: readonly string[], electedOffice: string): boolean =>
  wanted.length === 0 || wanted.some((office) => sameLetters(office) === sameLetters(electedOffice));
