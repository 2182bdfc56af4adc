import { buffer } from "node:stream/consumers";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { renderWalkSheet } from "./render-walk-sheet";
import type { WalkSheet, WalkSheetDoor } from "./walk-sheet";

const door = (place: number, given: Partial<WalkSheetDoor> = {}): WalkSheetDoor => ({
  place,
  unit: "",
  people: "Zoë Żółkiewska",
  last: "Not home, 3 May",
  support: null,
  flags: [],
  ...given,
});
const sheet = (given: Partial<WalkSheet> = {}): WalkSheet => ({
  locale: "en",
  paper: "LETTER",
  title: "Strathcona north",
  subtitle: "Safer Streets",
  facts: ["Saturday, May 17, 10:00–13:00", "Ana and Ben", "24 doors"],
  code: { text: "K7QM-2XWD", label: "Type this code to enter the sheet" },
  words: { unit: "Unit", people: "Who", last: "Last time", result: "Result", support: "Support", sign: "Sign", notes: "Notes" },
  outcomes: ["S", "N", "R", "M", "V", "L", "C", "W", "I", "O"].map((key) => ({ key, label: `Outcome ${key}` })),
  supportWords: ["Strong support", "Support", "Undecided", "Opposed"],
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  footer: "Return it to the table",
  links: [{ url: "https://example.org/lit", label: "Our platform" }],
  credits: ["Statistics Canada, National Address Register"],
  buildings: [
    { address: "1 Alexander St", notes: "", doors: [door(1, { support: 2 })] },
    {
      address: "100 Main St",
      notes: "Code 12 at the door",
      doors: [door(2, { unit: "101" }), door(3, { unit: "PH1", flags: ["Do not contact"] })],
    },
  ],
  ...given,
});

const read = async (given: WalkSheet) => {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(renderWalkSheet(given))));
  const { text } = await extractText(pdf, { mergePages: false });
  const page = await pdf.getPage(1);
  return { pages: text.map((one) => one.replace(/\s+/g, " ")), box: page.view };
};

describe("a walk sheet", () => {
  it("carries its doors in order, what is known, what may be circled, its code and where data comes from", async () => {
    const { pages } = await read(sheet());
    expect(pages).toHaveLength(1);
    const [page = ""] = pages;
    const words = [
      "Strathcona north", "Ana and Ben", "K7QM-2XWD", "1 Alexander St", "Zoë Żółkiewska", "Not home, 3 May", "100 Main St",
      "Code 12 at the door", "101", "PH1", "Do not contact", "Outcome S", "Strong support", "Our platform", "Page 1 of 1",
      "National Address Register", "Return it to the table",
    ]; // prettier-ignore
    for (const said of words) expect(page).toContain(said);
    expect(page.indexOf("1 Alexander St")).toBeLessThan(page.indexOf("100 Main St"));
  });

  it("comes on the paper that is asked for", async () => {
    expect((await read(sheet())).box).toEqual([0, 0, 612, 792]);
    expect((await read(sheet({ paper: "A4" }))).box.map(Math.round)).toEqual([0, 0, 595, 842]);
  });

  it("names itself, its code and the building on every page", async () => {
    const doors = Array.from({ length: 60 }, (_, n) => door(n + 1, { unit: String(101 + n) }));
    const { pages } = await read(sheet({ buildings: [{ address: "100 Main St", notes: "", doors }] }));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain("Strathcona north");
      expect(page).toContain("K7QM-2XWD");
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    expect(pages.filter((page) => page.includes("100 Main St"))).toHaveLength(pages.length);
    const printed = pages.join(" ");
    for (const { unit } of doors) expect(printed).toContain(unit);
  });

  it("cuts what is too long for its place instead of printing over its neighbour", async () => {
    const long = "Maximiliane-Wilhelmina von und zu Hohenstein-Oberlausitz";
    const { pages } = await read(sheet({ buildings: [{ address: "1 Alexander St", notes: "", doors: [door(1, { people: long })] }] }));
    expect(pages[0]).not.toContain(long);
    expect(pages[0]).toMatch(/Maximiliane.*…/);
  });

  it("gives a house one row with its address, and its notes where one writes", async () => {
    const houses = Array.from({ length: 20 }, (_, n) => ({
      address: `${n + 1} Alexander St`,
      notes: n === 3 ? "Dog" : "",
      doors: [door(n + 1)],
    }));
    const { pages } = await read(sheet({ buildings: houses, links: [] }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("20 Alexander St Zoë Żółkiewska · Not home, 3 May");
    expect(pages[0]).toContain("Dog");
  });

  it("leaves out what is not set", async () => {
    const { pages } = await read(sheet({ subtitle: "", links: [], footer: "", credits: [] }));
    expect(pages[0]).not.toContain("Our platform");
  });
});
