import { z } from "zod";
import { foldWords } from "./street-words";

/** What a column of a list of people may mean. */
export const personColumns = [
  "externalId", "firstName", "lastName", "fullName", "phone", "mobile", "email", "language", "support", "sign", "doNotContact", "notes",
  "address", "addressLine2", "unitNumber", "civicNumber", "civicSuffix", "streetPrefix", "streetName", "streetType", "streetDirection",
  "municipality", "province", "postalCode",
] as const; // prettier-ignore
export type PersonColumn = (typeof personColumns)[number];

/** Field → header of the column it is read from. */
export const personMappingSchema = z.partialRecord(z.enum(personColumns), z.string().max(200));
export type PersonMapping = z.infer<typeof personMappingSchema>;

/** Where a list came from: which columns it has, and how it counts support. */
export const peoplePresets = ["van", "nationbuilder", "actionnetwork", "plain"] as const;
export type PeoplePreset = (typeof peoplePresets)[number];

/** How a list of people is read; null is found by looking. */
export const peopleReadingSchema = z.object({
  preset: z.enum(peoplePresets).nullable().default(null),
  mapping: personMappingSchema.nullable().default(null),
});
export type PeopleReading = z.infer<typeof peopleReadingSchema>;

type Spellings = Partial<Record<PersonColumn, readonly string[]>>;

/**
 * Headers of the exports as programs that read them name them, the first one present wins. Case, accents and signs do not matter. What
 * a score or a survey's answer means differs from list to list, so such columns are left for a person to choose.
 */
export const presetHeaders: Record<PeoplePreset, Spellings> = {
  van: {
    externalId: ["Voter File VANID", "VANID", "VAN ID", "MyCampaign ID", "My Campaign ID"],
    firstName: ["FirstName", "First Name", "First"],
    lastName: ["LastName", "Last Name", "Last"],
    phone: ["Preferred Phone", "PreferredPhone", "Pref Phone", "HomePhone", "Home Phone", "Phone", "Phone1"],
    mobile: ["CellPhone", "Cell Phone"],
    email: ["PreferredEmail", "Preferred Email", "Email", "Personal Email"],
    language: ["Language", "LanguageName", "Preferred Language", "Spoken Language"],
    support: ["Support", "Support Level", "SupportLevel", "Candidate Support"],
    sign: ["Lawn Sign", "LawnSign", "Sign", "Sign Request"],
    doNotContact: ["DoNotContact", "Do Not Contact", "DoNotWalk", "Do Not Walk", "NoContact"],
    notes: ["NoteText", "Notes", "Note"],
    civicNumber: ["StreetNo", "Street No"],
    civicSuffix: ["StreetNoHalf", "Street No Half"],
    streetPrefix: ["StreetPrefix", "Street Prefix"],
    streetName: ["StreetName", "Street Name"],
    streetType: ["StreetType", "Street Type"],
    streetDirection: ["StreetSuffix", "Street Suffix"],
    unitNumber: ["AptNo", "Apt No", "Unit"],
    address: ["Address", "Street Address", "vAddress", "mAddress"],
    municipality: ["City", "vCity", "mCity"],
    province: ["State", "Province", "vState", "mState"],
    postalCode: ["Zip", "Zip5", "PostalCode", "Postal Code", "vZip5", "mZip5"],
  },
  nationbuilder: {
    externalId: ["nationbuilder_id", "signup_nationbuilder_id"],
    firstName: ["first_name"],
    lastName: ["last_name"],
    fullName: ["full_name", "name"],
    phone: ["phone_number", "phone"],
    mobile: ["mobile_number", "mobile"],
    email: ["email", "email1"],
    language: ["language"],
    support: ["support_level"],
    sign: ["lawn_sign", "wants_lawn_sign"],
    doNotContact: ["do_not_contact"],
    notes: ["note", "notes", "background"],
    address: ["primary_address1", "registered_address1", "home_address1", "address_address1", "user_submitted_address1", "mailing_address1"],
    addressLine2: ["primary_address2", "registered_address2", "home_address2", "address_address2", "user_submitted_address2", "mailing_address2"],
    municipality: ["primary_city", "registered_city", "home_city", "address_city", "user_submitted_city", "mailing_city"],
    province: ["primary_state", "registered_state", "home_state", "address_state", "user_submitted_state", "mailing_state"],
    postalCode: ["primary_zip", "registered_zip", "home_zip", "address_zip", "user_submitted_zip", "mailing_zip"],
  },
  actionnetwork: {
    externalId: ["uuid"],
    firstName: ["first_name"],
    lastName: ["last_name"],
    phone: ["can2_phone", "Phone", "Phone Number", "Home_Phone"],
    mobile: ["Cell Phone Number", "Mobile Number", "Mobile"],
    email: ["email"],
    language: ["language", "can2_language", "language_spoken"],
    support: ["support_level", "support"],
    sign: ["lawn_sign", "sign"],
    doNotContact: ["do_not_contact"],
    notes: ["notes", "can2_notes"],
    address: ["can2_user_address", "street", "address"],
    municipality: ["can2_user_city", "city"],
    province: ["can2_state_abbreviated", "can2_user_state", "can2_state", "state"],
    postalCode: ["zip_code", "postal_code"],
  },
  plain: {
    externalId: ["External ID", "Person ID", "Member ID", "Contact ID", "ID", "Identifiant", "No de membre"],
    firstName: ["First name", "Firstname", "Given name", "Prenom"],
    lastName: ["Last name", "Lastname", "Surname", "Family name", "Nom de famille"],
    fullName: ["Full name", "Name", "Nom complet", "Nom"],
    phone: ["Phone", "Phone number", "Telephone", "Home phone", "Tel"],
    mobile: ["Mobile", "Cell", "Cell phone", "Mobile phone", "Cellulaire"],
    email: ["Email", "E-mail", "Email address", "Courriel", "Adresse courriel"],
    language: ["Language", "Preferred language", "Langue"],
    support: ["Support", "Support level", "Appui", "Niveau d'appui"],
    sign: ["Sign", "Lawn sign", "Pancarte", "Affiche"],
    doNotContact: ["Do not contact", "No contact", "Ne pas contacter"],
    notes: ["Notes", "Note", "Comments", "Remarques", "Commentaires"],
    address: ["Address", "Street address", "Full address", "Address line 1", "Address 1", "Civic address", "Adresse"],
    addressLine2: ["Address line 2", "Address 2", "Adresse 2"],
    unitNumber: ["Unit", "Unit number", "Apt", "Apartment", "Suite", "Appartement", "App", "Unite"],
    civicNumber: ["Civic number", "House number", "Street number", "Numero civique", "No civique"],
    streetName: ["Street name", "Street", "Nom de rue", "Rue"],
    streetType: ["Street type", "Type de rue"],
    streetDirection: ["Street direction", "Direction"],
    municipality: ["City", "Municipality", "Town", "Ville", "Municipalite"],
    province: ["Province", "Prov", "State"],
    postalCode: ["Postal code", "Postcode", "Zip", "Code postal"],
  },
}; // prettier-ignore

// How headers begin that nobody else has.
const signatures: readonly (readonly [PeoplePreset, readonly string[]])[] = [
  ["van", ["VOTER FILE VANID", "VANID", "VAN ID", "MYCAMPAIGN ID", "VHHID"]],
  ["nationbuilder", ["NATIONBUILDER ID", "SIGNUP NATIONBUILDER ID", "PRIMARY ADDRESS1", "REGISTERED ADDRESS1", "USER SUBMITTED ADDRESS1"]],
  ["actionnetwork", ["CAN2 "]],
];

/** Whose export a file is, by headers only it has; a plain spreadsheet otherwise. */
export const detectPreset = (headers: readonly string[]): PeoplePreset => {
  const folded = headers.map(fold);
  return signatures.find(([, own]) => own.some((start) => folded.some((header) => header.startsWith(start))))?.[0] ?? "plain";
};

const fold = (header: string): string => foldWords(header.replaceAll("_", " "));

/** Which column holds which field; nothing is used twice. Columns a preset does not know are looked for by their plain names. */
export const suggestPeopleMapping = (headers: readonly string[], preset: PeoplePreset): PersonMapping => {
  const byFold = new Map([...headers].reverse().map((header) => [fold(header), header]));
  const taken = new Set<string>();
  const mapping: PersonMapping = {};
  for (const spellings of preset === "plain" ? [presetHeaders.plain] : [presetHeaders[preset], presetHeaders.plain]) {
    for (const field of personColumns) {
      if (mapping[field] !== undefined) continue;
      const header = (spellings[field] ?? []).map((spelling) => byFold.get(fold(spelling))).find((found) => found !== undefined && !taken.has(found)); // prettier-ignore
      if (header === undefined) continue;
      mapping[field] = header;
      taken.add(header);
    }
  }
  return mapping;
};

export type PeopleMappingProblem = { problem: "noPersonColumn" | "noAddressColumn" | "unknownColumn"; column: string };

/** What keeps a mapping from being used with these headers; null when it will do. */
export const peopleMappingProblem = (mapping: PersonMapping, headers: readonly string[]): PeopleMappingProblem | null => {
  const unknown = Object.values(mapping).find((column) => !headers.includes(column));
  if (unknown !== undefined) return { problem: "unknownColumn", column: unknown };
  const { firstName, lastName, fullName, email, phone, mobile } = mapping;
  if ([firstName, lastName, fullName, email, phone, mobile].every((column) => column === undefined))
    return { problem: "noPersonColumn", column: "" };
  if (mapping.address === undefined && mapping.streetName === undefined) return { problem: "noAddressColumn", column: "" };
  return null;
};
