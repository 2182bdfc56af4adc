import { saveRecipientInput } from "@cml/domain/influence";
import { expect, it } from "vitest";
import { inputOf, valuesOf } from "./person-form";

const campaignId = "019ab000-0000-7000-8000-00000000000c";

it("asks for nothing but a name and an address", () => {
  const values = { ...valuesOf(null, "fr"), recipientName: "Ada Minister", recipientEmail: "ada@gov.example" };
  const input = saveRecipientInput.parse({ id: null, campaignId, ...inputOf(values, "fr") });
  expect(input).toMatchObject({ recipientTitle: null, phone: null, areaSet: null, areaId: null, translations: null, isActive: true });
});

it("gives back what it was given", () => {
  const person = {
    ...{ id: campaignId, campaignId, sortOrder: 1, recipientName: "Ada", recipientEmail: "ada@gov.example", recipientTitle: "Minister" },
    ...{
      recipientOrganization: "Transport",
      notes: null,
      isActive: false,
      level: "FEDERAL" as const,
      phone: "613-555-0100",
      postalAddress: null,
    },
    ...{
      contactUrl: "https://gov.example/contact",
      partyName: null,
      gender: "F",
      preferredLocale: "fr" as const,
      areaSet: "wards",
      areaId: "7",
    },
    translations: { fr: { recipientTitle: "Ministre" } },
  };
  const { id: _id, campaignId: _campaign, sortOrder: _order, ...said } = person;
  expect(inputOf(valuesOf(person, "fr"), "fr")).toEqual(said);
});
