import { expect, it } from "vitest";
import { guessRecipientColumns, readRecipientRow } from "./recipient-import";

it("guesses English and French headers, nothing twice", () => {
  expect(guessRecipientColumns(["Full Name", "E-mail", "Title", "Ministry", "Phone"])).toEqual({
    recipientName: "Full Name",
    recipientEmail: "E-mail",
    recipientTitle: "Title",
    recipientOrganization: "Ministry",
    phone: "Phone",
  });
  expect(guessRecipientColumns(["Prénom", "Nom", "Courriel", "Fonction", "Langue"])).toEqual({
    firstName: "Prénom",
    lastName: "Nom",
    recipientEmail: "Courriel",
    recipientTitle: "Fonction",
    preferredLocale: "Langue",
  });
  expect(guessRecipientColumns(["Nom", "Courriel"])).toEqual({ recipientName: "Nom", recipientEmail: "Courriel" });
});

const mapping = guessRecipientColumns(["Prénom", "Nom de famille", "Courriel", "Palier", "Langue", "Site web"]);

it("reads a row in whatever words", () => {
  const row = {
    Prénom: "Zoë",
    "Nom de famille": "Żółć",
    Courriel: "mailto:Zoe@Example.ORG",
    Palier: "fédéral",
    Langue: "français",
    "Site web": "",
  };
  expect(readRecipientRow(row, mapping).person).toMatchObject({
    recipientName: "Zoë Żółć",
    recipientEmail: "zoe@example.org",
    level: "FEDERAL",
    preferredLocale: "fr",
    contactUrl: null,
  });
});

it.each([
  [{ Courriel: "a@example.org" }, "noName"],
  [{ Prénom: "Zoë" }, "noEmail"],
  [{ Prénom: "Zoë", Courriel: "zoe at example" }, "badEmail"],
  [{ Prénom: "Zoë", Courriel: "a@example.org", "Site web": "javascript:alert(1)" }, "badWebAddress"],
  [{ Prénom: "x".repeat(300), Courriel: "a@example.org" }, "tooLong"],
])("says why %j is not taken", (row, problem) => {
  expect(readRecipientRow(row, mapping).problem).toBe(problem);
});

it("keeps line breaks out of what becomes a mail's header", () => {
  const { person } = readRecipientRow({ Prénom: "Zoë\r\nBcc: x@example.org", Courriel: "a@example.org" }, mapping);
  expect(person?.recipientName).toBe("Zoë Bcc: x@example.org");
});
