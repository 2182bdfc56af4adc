import { buffer } from "node:stream/consumers";
import { renderWalkSheet, type WalkSheet } from "@cml/integrations/pdf";
import { atMost, type Figure } from "../figure";
import { machine } from "../machine";

const rounds = 3;

/** A walk sheet of so many doors, houses and walk-ups in turn, as a PDF. */
export const walkSheet = async ({ rows = 500 }: { rows?: number | undefined } = {}): Promise<Figure[]> => {
  const sheet = sheetOf(rows);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await buffer(renderWalkSheet(sheet));
    best = Math.min(best, (performance.now() - begun) / 1_000);
  }
  return [
    atMost({ bench: "turf", figure: `walk sheet of ${rows} doors as a PDF, best of ${rounds} (${machine()})`, value: best, unit: "s" }, 3),
  ];
};

const sheetOf = (doors: number): WalkSheet => {
  const buildings: WalkSheet["buildings"] = [];
  for (let place = 1; place <= doors;) {
    const count = Math.min(buildings.length % 3 === 0 ? 6 : 1, doors - place + 1);
    const first = place;
    const units = Array.from({ length: count }, (_, n) => ({
      place: first + n,
      unit: count === 1 ? "" : String(101 + n),
      people: "Zoë Żółkiewska-Tremblay",
      last: n % 2 === 0 ? "Not home, May 3" : "",
      support: ([null, 1, 2, 3, 4] as const)[n % 5] ?? null,
      flags: n === 3 ? ["Do not contact"] : [],
    }));
    buildings.push({ address: `${first * 2} Alexander Street, Vancouver`, notes: count > 1 ? "Code 1234" : "", doors: units });
    place += count;
  }
  const keys = ["N", "S", "R", "C", "L", "M", "V", "W", "I", "O"];
  return {
    locale: "en",
    paper: "LETTER",
    title: "Strathcona north",
    subtitle: "Safer streets",
    facts: ["Saturday, May 17, 10:00–13:00", "Ana Nguyen, Ben Park", `${doors} doors`],
    code: { text: "K7QM-2XWD", label: "Scan or type this code to enter the sheet" },
    words: { unit: "Unit", people: "Who", last: "last time", result: "Result", support: "Support", sign: "Sign", notes: "Notes" },
    outcomes: keys.map((key) => ({ key, label: `Outcome ${key}` })),
    supportWords: ["Strong support", "Leans our way", "Undecided", "Opposed"],
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    footer: "Bring this sheet back to the table.",
    links: [{ url: "https://example.org/platform", label: "Our platform" }],
    credits: ["Statistics Canada, National Address Register"],
    buildings,
  };
};
