import { describe, expect, it } from "vitest";
import { genderOf, officeTitle, salutationOf } from "./office-title";

const title = (office: string, gender: string | null, locale: "en" | "fr", level: "FEDERAL" | "PROVINCIAL" | "MUNICIPAL" = "MUNICIPAL") =>
  officeTitle(office, level, { gender, locale });

describe("an office's title", () => {
  it.each([
    ["MP", "F", "MP", "députée"],
    ["MNA", "M", "MNA", "député"],
    ["MLA", null, "MLA", "député ou députée"],
    ["Maire", "F", "Mayor", "mairesse"],
    ["Mayor", null, "Mayor", "maire ou mairesse"],
    ["Deputy Mayor", "F", "Deputy Mayor", "mairesse suppléante"],
    ["Conseiller de la ville", "F", "City Councillor", "conseillère de la ville"],
    ["Maire d’arrondissement", "M", "Borough Mayor", "maire d’arrondissement"],
    ["Alderman", null, "Alderperson", "échevin ou échevine"],
    ["  councillor ", "female", "Councillor", "conseillère"],
    ["Grand Chief", "F", "Grand Chief", "Grand Chief"],
  ])("%s of %s is %s and %s", (office, gender, en, fr) => {
    expect([title(office, gender, "en"), title(office, gender, "fr")]).toEqual([en, fr]);
  });

  it("reads only what plainly names a gender", () => {
    expect(["F", "Female", "femme", "M", "male", "Homme", "X", "", null].map(genderOf)).toEqual([
      "F",
      "F",
      "F",
      "M",
      "M",
      "M",
      null,
      null,
      null,
    ]);
  });
});

describe("a salutation", () => {
  const jane = { name: "Jane Doe", firstName: "Jane", lastName: "Doe", gender: "F", electedOffice: "MP", level: "FEDERAL" as const };
  it.each([
    [jane, "Dear Ms. Doe", "Madame la députée"],
    [{ ...jane, gender: "" }, "Dear Jane Doe", "Bonjour Jane Doe"],
    [{ ...jane, electedOffice: "Mayor", gender: "M" }, "Dear Mayor Doe", "Monsieur le maire"],
    [{ ...jane, electedOffice: "Mayor", gender: null }, "Dear Mayor Doe", "Bonjour Jane Doe"],
    [{ ...jane, electedOffice: "Alderman", gender: "F" }, "Dear Alderwoman Doe", "Madame l’échevine"],
    [{ ...jane, electedOffice: "Grand Chief" }, "Dear Ms. Doe", "Bonjour Jane Doe"],
    [{ ...jane, lastName: "" }, "Dear Jane Doe", "Madame la députée"],
    [{ ...jane, name: "", lastName: "", gender: null }, "Hello", "Bonjour"],
  ])("%# opens as %s and %s", (person, en, fr) => {
    expect([salutationOf(person, "en"), salutationOf(person, "fr")]).toEqual([en, fr]);
  });
});
