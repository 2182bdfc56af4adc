import { z } from "zod";
import { idSchema } from "../kernel/text";
import { sameLetters } from "../kernel/same-letters";
import { governmentLevels } from "./enums";
import { recipientKeyOf } from "./recipient-key";
import type { Representative } from "./representative";

/** CHANGED: somebody else sits there; VACANT: nobody; EMAIL_CHANGED and EMAIL_GONE: the same person, another address or none. */
export const representativeAlertKinds = ["CHANGED", "VACANT", "EMAIL_CHANGED", "EMAIL_GONE"] as const;

export const representativeChangeSchema = z.object({
  kind: z.enum(representativeAlertKinds),
  /** Of the person as she was. */
  recipientKey: z.string(),
  level: z.enum(governmentLevels),
  districtName: z.string(),
  electedOffice: z.string(),
  before: z.string(),
  after: z.string().nullable(),
  emailBefore: z.string().nullable(),
  emailAfter: z.string().nullable(),
});
export type RepresentativeChange = z.infer<typeof representativeChangeSchema>;

export const representativeAlertSchema = representativeChangeSchema.extend({
  id: idSchema,
  campaignId: idSchema.nullable(),
  campaignTitle: z.string().nullable(),
  createdAt: z.date(),
  seenAt: z.date().nullable(),
});
export type RepresentativeAlert = z.infer<typeof representativeAlertSchema>;

type Seat = Pick<Representative, "name" | "level" | "districtName" | "electedOffice" | "email" | "isVacant">;

const seatOf = ({ level, districtName, electedOffice }: Seat): string =>
  [level, sameLetters(districtName), sameLetters(electedOffice)].join("|");
const isSamePerson = (a: Seat, b: Seat): boolean => !b.isVacant && seatOf(a) === seatOf(b) && sameLetters(a.name) === sameLetters(b.name);

/** What became of the people of an earlier answer: each who left is paired with somebody new in the same seat, if there is one. */
export const changesBetween = (before: readonly Seat[], after: readonly Seat[]): RepresentativeChange[] => {
  const sat = before.filter(({ isVacant }) => !isVacant);
  const arrived = after.filter((one) => !one.isVacant && !sat.some((old) => isSamePerson(old, one)));
  return sat.flatMap((old): RepresentativeChange[] => {
    const { level, districtName, electedOffice } = old;
    const facts = { recipientKey: recipientKeyOf(old), level, districtName, electedOffice, before: old.name, emailBefore: old.email };
    const same = after.find((one) => isSamePerson(old, one));
    if (same !== undefined) {
      if (old.email === null || old.email === same.email) return [];
      const kind = same.email === null ? "EMAIL_GONE" : "EMAIL_CHANGED";
      return [{ ...facts, kind, after: same.name, emailAfter: same.email }];
    }
    const place = arrived.findIndex((one) => seatOf(one) === seatOf(old));
    const [successor] = place === -1 ? [] : arrived.splice(place, 1);
    return [
      {
        ...facts,
        kind: successor === undefined ? "VACANT" : "CHANGED",
        after: successor?.name ?? null,
        emailAfter: successor?.email ?? null,
      },
    ];
  });
};
