import { expect, it } from "vitest";
import { detectPreset, peopleMappingProblem, type PeoplePreset, type PersonMapping, suggestPeopleMapping } from "./people-columns";

// Headers as the three programs write them, and what each must become.
const van =
  "Voter File VANID,Sex,LastName,FirstName,MiddleName,Suffix,Preferred Phone,Cell Phone,Home Phone,Party,Age,WorkPhone, WorkPhoneExt,StreetNo,StreetNoHalf,StreetPrefix,StreetName,StreetType,StreetSuffix,AptType,AptNo,City,State,Zip5,Zip4";
const vanLabels = "Account,Voter File VANID,FirstName,LastName,Fullname,Phone1,Phone2,vAddress,Adress2,City,State,Zip5,Age,Sex,Party,Type";
const nationbuilder =
  "nationbuilder_id,first_name,middle_name,last_name,email,phone_number,mobile_number,support_level,note,do_not_contact,primary_address1,primary_address2,primary_city,primary_state,primary_zip,tag_list";
const nationbuilderPart = "first_name,last_name,mobile_number,email,primary_address1,primary_address2,primary_city,primary_zip";
const actionnetwork =
  "uuid,first_name,last_name,email,Phone Number,can2_user_address,can2_user_city,can2_user_state,zip_code,County,can2_user_tags,can2_subscription_status,can2_sms_status";
const actionnetworkReport = "first_name,last_name,email,can2_phone,Home_Phone,can2_user_address,can2_state_abbreviated,zip_code,language";

it.each<[PeoplePreset, string, PersonMapping]>([
  [
    "van",
    van,
    {
      externalId: "Voter File VANID", firstName: "FirstName", lastName: "LastName", phone: "Preferred Phone", mobile: "Cell Phone",
      civicNumber: "StreetNo", civicSuffix: "StreetNoHalf", streetPrefix: "StreetPrefix", streetName: "StreetName", streetType: "StreetType",
      streetDirection: "StreetSuffix", unitNumber: "AptNo", municipality: "City", province: "State", postalCode: "Zip5",
    },
  ],
  ["van", vanLabels, { externalId: "Voter File VANID", firstName: "FirstName", phone: "Phone1", address: "vAddress", postalCode: "Zip5" }],
  [
    "nationbuilder",
    nationbuilder,
    {
      externalId: "nationbuilder_id", firstName: "first_name", lastName: "last_name", phone: "phone_number", mobile: "mobile_number", email: "email",
      support: "support_level", notes: "note", doNotContact: "do_not_contact", address: "primary_address1", addressLine2: "primary_address2",
      municipality: "primary_city", province: "primary_state", postalCode: "primary_zip",
    },
  ],
  ["nationbuilder", nationbuilderPart, { firstName: "first_name", mobile: "mobile_number", address: "primary_address1", municipality: "primary_city" }],
  [
    "actionnetwork",
    actionnetwork,
    {
      externalId: "uuid", email: "email", phone: "Phone Number", address: "can2_user_address", municipality: "can2_user_city",
      province: "can2_user_state", postalCode: "zip_code",
    },
  ],
  ["actionnetwork", actionnetworkReport, { phone: "can2_phone", address: "can2_user_address", province: "can2_state_abbreviated", language: "language" }],
])("an export of %s is known by its headers, and its columns are found", (preset, line, expected) => {
  const headers = line.split(",").map((header) => header.trim());
  expect(detectPreset(headers)).toBe(preset);
  const mapping = suggestPeopleMapping(headers, preset);
  expect(mapping).toMatchObject(expected);
  expect(peopleMappingProblem(mapping, headers)).toBeNull();
  expect(new Set(Object.values(mapping)).size).toBe(Object.values(mapping).length);
}); // prettier-ignore

it("takes no score and no other id for an answer about support", () => {
  const mapping = suggestPeopleMapping(["VANID", "LastName", "Address", "ID", "SupportScore", "ResponseName"], "van");
  expect(mapping.support).toBeUndefined();
  expect(mapping.externalId).toBe("VANID");
});

it("is a plain spreadsheet otherwise, in either language", () => {
  const headers = ["Prénom", "Nom de famille", "Adresse courriel", "Adresse", "Appartement", "Ville", "Code postal", "Appui"];
  expect(detectPreset(headers)).toBe("plain");
  expect(suggestPeopleMapping(headers, "plain")).toMatchObject({
    firstName: "Prénom", lastName: "Nom de famille", email: "Adresse courriel", address: "Adresse", unitNumber: "Appartement", municipality: "Ville",
    postalCode: "Code postal", support: "Appui",
  }); // prettier-ignore
});
