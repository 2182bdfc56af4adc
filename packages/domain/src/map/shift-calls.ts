import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema, paragraphsSchema } from "../kernel/text";
import { daySchema } from "./day";
import { signupCallOutcomes } from "./enums";

/** Minutes a person stays with the caller who took them; then they are anybody's again. */
export const callClaimMinutes = 15;

const callStates = ["TO_CALL", "COMING", "CANNOT", "WRONG_NUMBER", "NO_PHONE"] as const;
export type CallState = (typeof callStates)[number];

/** Somebody who has a place and has not said that they come, as a caller needs them. */
const callPersonSchema = z.object({
  signupId: idSchema,
  shiftId: idSchema,
  shiftTitle: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  location: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  locale: localeSchema,
  state: z.enum(callStates),
  callCount: z.int(),
  callOutcome: z.enum(signupCallOutcomes).nullable(),
  calledAt: z.date().nullable(),
  note: z.string().nullable(),
  claim: z.object({ name: z.string(), isMine: z.boolean(), until: z.date() }).nullable(),
  /** A text message in the person's language, ready to send. */
  sms: z.string(),
});
export type CallPerson = z.infer<typeof callPersonSchema>;

export const callListSchema = z.object({
  day: daySchema,
  people: z.array(callPersonSchema),
  /** Everybody with a place that day, those who said by themselves that they come included. */
  places: z.int(),
  coming: z.int(),
  toCall: z.int(),
});
export type CallList = z.infer<typeof callListSchema>;

/** Null: tomorrow. */
export const callListInput = z.object({ day: daySchema.nullable().default(null) });
export type CallListInput = z.infer<typeof callListInput>;

/** `except`: whom the caller has just put back. */
export const claimNextCallInput = z.object({ day: daySchema, except: idSchema.nullable().default(null) });
export type ClaimNextCallInput = z.infer<typeof claimNextCallInput>;

export const recordCallInput = z.object({ id: idSchema, outcome: z.enum(signupCallOutcomes), note: paragraphsSchema(500).nullable() });
export type RecordCallInput = z.infer<typeof recordCallInput>;

type Called = Pick<CallPerson, "callOutcome" | "phone"> & { isConfirmed: boolean; isCancelled: boolean };

/** Where somebody stands on the list. What they said outlasts a number that is missing. */
export const callStateOf = ({ callOutcome, phone, isConfirmed, isCancelled }: Called): CallState => {
  if (isCancelled) return "CANNOT";
  if (isConfirmed) return "COMING";
  if (callOutcome === "WRONG_NUMBER") return "WRONG_NUMBER";
  return phone === null ? "NO_PHONE" : "TO_CALL";
};

/** A telephone number as `tel:` and `sms:` take it; an extension is left to the thumb. */
const dialled = (phone: string): string => {
  const [number = ""] = phone.split(/(?:ext|poste|x|#)/i);
  const digits = number.replace(/\D/g, "");
  if (number.trim().startsWith("+")) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith("1") ? `+${digits}` : digits;
};

export const telLink = (phone: string): string => `tel:${dialled(phone)}`;
/** Opens the phone's own messages with the words written; nothing is sent by itself. */
export const smsLink = (phone: string, words: string): string => `sms:${dialled(phone)}?body=${encodeURIComponent(words)}`;
