import type { CustomRecipient, SaveRecipientInput } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";

/** The form's own values: texts are never null, an area is set/id. */
export type PersonValues = {
  recipientName: string;
  recipientEmail: string;
  recipientTitle: string;
  titleOther: string;
  recipientOrganization: string;
  level: CustomRecipient["level"];
  partyName: string;
  gender: "F" | "M" | null;
  preferredLocale: Locale | null;
  phone: string;
  postalAddress: string;
  contactUrl: string;
  area: string;
  notes: string;
  isActive: boolean;
};

export const valuesOf = (person: CustomRecipient | null, other: Locale): PersonValues => ({
  recipientName: person?.recipientName ?? "",
  recipientEmail: person?.recipientEmail ?? "",
  recipientTitle: person?.recipientTitle ?? "",
  titleOther: person?.translations?.[other]?.["recipientTitle"] ?? "",
  recipientOrganization: person?.recipientOrganization ?? "",
  level: person?.level ?? null,
  partyName: person?.partyName ?? "",
  gender: person?.gender === "F" || person?.gender === "M" ? person.gender : null,
  preferredLocale: person?.preferredLocale ?? null,
  phone: person?.phone ?? "",
  postalAddress: person?.postalAddress ?? "",
  contactUrl: person?.contactUrl ?? "",
  area: person === null || person.areaSet === null || person.areaId === null ? "" : `${person.areaSet}/${person.areaId}`,
  notes: person?.notes ?? "",
  isActive: person?.isActive ?? true,
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const inputOf = ({ area, titleOther, ...values }: PersonValues, other: Locale): Omit<SaveRecipientInput, "id" | "campaignId"> => {
  const [areaSet = "", areaId = ""] = area.split("/");
  return {
    ...values,
    recipientTitle: orNull(values.recipientTitle),
    recipientOrganization: orNull(values.recipientOrganization),
    partyName: orNull(values.partyName),
    phone: orNull(values.phone),
    postalAddress: orNull(values.postalAddress),
    contactUrl: orNull(values.contactUrl),
    notes: orNull(values.notes),
    areaSet: orNull(areaSet),
    areaId: orNull(areaId),
    translations: titleOther.trim() === "" ? null : { [other]: { recipientTitle: titleOther.trim() } },
  };
};
