import { expect, it } from "vitest";
import { closingLines, withClosing, withoutGaps, withPersonal } from "./letter-closing";

const lines = closingLines({ name: "Zoë Roy", street: "12 Main Street", city: "Montréal", postalCode: "H2X 1Y4" });

it("closes a letter with name, street and place", () => {
  expect(withClosing("Dear Ms. Chow,\n\nplease.\n", lines)).toBe("Dear Ms. Chow,\n\nplease.\n\nZoë Roy\n12 Main Street\nMontréal  H2X 1Y4");
});

it("leaves out what is not known", () => {
  expect(closingLines({ name: "Zoë Roy", street: null, city: "", postalCode: "H2X 1Y4" })).toEqual(["Zoë Roy", "H2X 1Y4"]);
});

it("says nothing twice that stands at the end already", () => {
  expect(withClosing("Please.\n\nSincerely,\nZoe Roy", lines)).toBe("Please.\n\nSincerely,\nZoe Roy\n12 Main Street\nMontréal  H2X 1Y4");
  const whole = `Please.\n\n${lines.join("\n")}`;
  expect(withClosing(whole, lines)).toBe(whole);
  expect(withClosing(withClosing("Please.", lines), lines)).toBe(whole);
});

it("still names a writer whose name stands only inside a sentence", () => {
  expect(withClosing("I, Zoë Roy, ask you.", ["Zoë Roy"])).toBe("I, Zoë Roy, ask you.\n\nZoë Roy");
});

it("puts a personal sentence after the first paragraph, once, and leaves texts with a place for it alone", () => {
  const text = "Dear Ms. Chow,\n\nplease act.\n\nThank you.";
  const with_ = "Dear Ms. Chow,\n\nplease act.\n\nMy child walks there.\n\nThank you.";
  expect(withPersonal(text, "My child walks there.")).toBe(with_);
  expect(withPersonal(with_, "My child walks there.")).toBe(with_);
  expect(withPersonal(text, "")).toBe(text);
  expect(withPersonal("Dear,\n\n{{ PERSONAL }}\n\nBye", "Mine.")).toBe("Dear,\n\n{{ PERSONAL }}\n\nBye");
  expect(withPersonal("One paragraph.", "Mine.")).toBe("One paragraph.\n\nMine.");
});

it("closes the gap an empty place left", () => {
  expect(withoutGaps("Dear,\n\n\n\nBye\n")).toBe("Dear,\n\nBye");
});
