import { z } from "zod";
import { lineSchema } from "../kernel/text";
import { governmentLevels } from "./enums";

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
