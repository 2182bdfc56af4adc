import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { timeZoneSchema } from "../settings/update-site-settings";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "afterFrom" })
  .nullable();
/** When an office answers its telephone, Monday first; null is a closed day. */
export const officeWeekSchema = z.array(day).length(7);
export type OfficeWeek = z.infer<typeof officeWeekSchema>;

const nineToHalfPastFour = { from: "09:00", to: "16:30" };
/** Until somebody sets another: weekdays from nine to half past four. */
export const ordinaryOfficeWeek: OfficeWeek = [...Array.from({ length: 5 }, () => nineToHalfPastFour), null, null];

/** Hours of one office that differ from the site's. */
export const officeHoursSchema = z.object({
  id: idSchema,
  recipientKey: z.string().max(400),
  name: z.string(),
  timeZone: z.string(),
  week: officeWeekSchema,
});
export type OfficeHours = z.infer<typeof officeHoursSchema>;

export const officeHoursListSchema = z.object({ week: officeWeekSchema, offices: z.array(officeHoursSchema) });
export type OfficeHoursList = z.infer<typeof officeHoursListSchema>;
export const setDefaultOfficeHoursInput = z.strictObject({ week: officeWeekSchema });
export type SetDefaultOfficeHoursInput = z.infer<typeof setDefaultOfficeHoursInput>;
export const saveOfficeHoursInput = z.strictObject({
  recipientKey: lineSchema(400),
  name: lineSchema(200),
  timeZone: timeZoneSchema,
  week: officeWeekSchema,
});
export type SaveOfficeHoursInput = z.infer<typeof saveOfficeHoursInput>;
export const removeOfficeHoursInput = z.strictObject({ id: idSchema });
export type RemoveOfficeHoursInput = z.infer<typeof removeOfficeHoursInput>;
export const findOfficesInput = z.strictObject({ search: z.string().trim().min(2).max(100) });
export type FindOfficesInput = z.infer<typeof findOfficesInput>;
export const foundOfficesSchema = z.array(z.object({ recipientKey: z.string(), name: z.string(), about: z.string() }));
export type FoundOffices = z.infer<typeof foundOfficesSchema>;

/**
 * Whether somebody answers now, and when that changes; `changesAt` is null where the office never opens. Reckoned on the
 * office's own clock, across changes to and from summer time.
 */
export const officeStateAt = (
  now: Date,
  { week, timeZone }: Pick<OfficeHours, "week" | "timeZone">,
): { open: boolean; changesAt: Date | null } => {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const date = here.toPlainDate().add({ days: ahead });
    const hours = week[date.dayOfWeek - 1] ?? null;
    if (hours === null) continue;
    const at = (time: string) => date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    const [from, to] = [at(hours.from), at(hours.to)];
    if (now.getTime() < from) return { open: false, changesAt: new Date(from) };
    if (now.getTime() < to) return { open: true, changesAt: new Date(to) };
  }
  return { open: false, changesAt: null };
};

const zoneOfFirstLetter: Record<string, string> = {
  A: "America/St_Johns",
  B: "America/Halifax",
  C: "America/Halifax",
  E: "America/Moncton",
  G: "America/Toronto",
  H: "America/Toronto",
  J: "America/Toronto",
  K: "America/Toronto",
  L: "America/Toronto",
  M: "America/Toronto",
  N: "America/Toronto",
  P: "America/Toronto",
  R: "America/Winnipeg",
  S: "America/Regina",
  T: "America/Edmonton",
  V: "America/Vancouver",
  X: "America/Edmonton",
  Y: "America/Whitehorse",
};

/** The zone of an office by the postal code in its address (the province's main zone), else null. */
export const zoneOfAddress = (postal: string): string | null => {
  const code = /\b([A-Z])\d[A-Z][ -]?\d[A-Z]\d\b/i.exec(postal);
  return zoneOfFirstLetter[code?.[1]?.toUpperCase() ?? ""] ?? null;
};

/** A number as it is dialled: +1 and ten digits, an extension after a comma (a pause); null where nothing can be dialled. */
export const dialled = (tel: string): string | null => {
  const [main = "", extension] = tel.split(/(?:ext|x|poste|#)\.?\s*(?=\d+\s*$)/i);
  const digits = main.replace(/\D/g, "");
  const ten = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (ten.length !== 10) return null;
  return `tel:+1${ten}${extension === undefined ? "" : `,${extension.replace(/\D/g, "")}`}`;
};
