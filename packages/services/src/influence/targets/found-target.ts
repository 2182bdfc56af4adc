import {
  type CustomRecipient,
  type FoundTarget,
  officeTitle,
  recipientKeyOf,
  type Representative,
  salutationOf,
} from "@cml/domain/influence";
import { type Locale, localized } from "@cml/domain/kernel";

/**
 * A supporter's own representative, ticked only where it is sure that she is: with several districts to choose from nobody
 * is written to unasked.
 */
export const fromRepresentative = (one: Representative, { locale, sure }: { locale: Locale; sure: boolean }): FoundTarget => ({
  id: one.id,
  ids: [one.id],
  recipientKey: recipientKeyOf(one),
  kind: "REPRESENTATIVE",
  group: null,
  name: one.isVacant ? "" : one.name,
  isVacant: one.isVacant,
  level: one.level,
  districtName: one.districtName,
  districtKey: one.districtKey,
  electedOffice: one.electedOffice,
  officeTitle: officeTitle(one.electedOffice, one.level, { gender: one.gender, locale }),
  salutation: salutationOf(one, locale),
  firstName: one.firstName,
  lastName: one.lastName,
  gender: one.gender,
  partyName: one.partyName,
  organization: null,
  url: one.url,
  contactUrl: one.contactUrl,
  photoUrl: one.photoKey === null ? null : `/files/${one.photoKey}`,
  offices: one.offices,
  email: one.isVacant ? null : one.email,
  preferredLocale: one.preferredLocale,
  ticked: sure,
});

/** Somebody on the campaign's own list. */
export const fromNamed = (one: CustomRecipient, locale: Locale): FoundTarget => {
  const title = localized(one, "recipientTitle", locale);
  const organization = localized(one, "recipientOrganization", locale);
  const hasOffice = one.phone !== null || one.postalAddress !== null;
  return {
    id: one.id,
    ids: [one.id],
    recipientKey: recipientKeyOf({ level: one.level, name: one.recipientName, districtName: "" }),
    kind: "NAMED",
    group: null,
    name: one.recipientName,
    isVacant: false,
    level: one.level,
    districtName: "",
    districtKey: one.areaSet === null || one.areaId === null ? null : `${one.areaSet}/${one.areaId}`,
    electedOffice: one.recipientTitle ?? "",
    officeTitle: title,
    salutation: salutationOf(addressee(one, title), locale),
    firstName: "",
    lastName: "",
    gender: one.gender,
    partyName: one.partyName,
    organization: organization === "" ? null : organization,
    url: null,
    contactUrl: one.contactUrl,
    photoUrl: null,
    offices: hasOffice ? [{ type: "", tel: one.phone ?? "", fax: "", postal: one.postalAddress ?? "" }] : [],
    email: one.recipientEmail,
    preferredLocale: one.preferredLocale,
    ticked: true,
  };
};

const addressee = ({ recipientName, gender, level }: CustomRecipient, electedOffice: string) => ({
  name: recipientName,
  firstName: "",
  lastName: "",
  gender,
  electedOffice,
  level,
});
