import type { AddOverrideInput, Representative, RepresentativeOverride } from "@cml/domain/influence";

/** What the form holds: every field is text, empty is "not known". */
export type OverrideDraft = {
  place: "code" | "district";
  postalCode: string;
  district: string;
  level: AddOverrideInput["level"];
  isVacant: boolean;
  name: string;
  email: string;
  electedOffice: string;
  districtName: string;
  partyName: string;
  phone: string;
  note: string;
};

export const draftOf = (override: RepresentativeOverride | null): OverrideDraft => ({
  place: (override?.district ?? null) === null ? "code" : "district",
  postalCode: override?.postalCode ?? "",
  district: override?.district ?? "",
  level: override?.level ?? "FEDERAL",
  isVacant: override !== null && override.name === null,
  name: override?.name ?? "",
  email: override?.email ?? "",
  electedOffice: override?.electedOffice ?? "",
  districtName: override?.districtName ?? "",
  partyName: override?.partyName ?? "",
  phone: override?.phone ?? "",
  note: override?.note ?? "",
});

/** A correction that begins with what the sources say of somebody: for her whole district where that is known. */
export const correctionOf = ({ postalCode, districtKey, level, name, electedOffice, districtName }: Representative): OverrideDraft => ({
  ...draftOf(null),
  place: districtKey === null ? "code" : "district",
  postalCode: districtKey === null ? postalCode : "",
  district: districtKey ?? "",
  level,
  name,
  electedOffice,
  districtName,
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const overrideInputOf = (draft: OverrideDraft): AddOverrideInput => ({
  postalCode: draft.place === "code" ? draft.postalCode : null,
  district: draft.place === "district" ? draft.district.trim() : null,
  level: draft.level,
  name: draft.isVacant ? null : orNull(draft.name),
  email: draft.isVacant ? null : orNull(draft.email),
  electedOffice: orNull(draft.electedOffice),
  districtName: orNull(draft.districtName),
  partyName: draft.isVacant ? null : orNull(draft.partyName),
  phone: draft.isVacant ? null : orNull(draft.phone),
  note: orNull(draft.note),
});
