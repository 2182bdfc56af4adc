import { buffer } from "node:stream/consumers";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, it } from "vitest";
import type { LetterSheet } from "./letter-sheet";
import { renderLetterSheets } from "./render-letter-sheets";

const sheet = (given: Partial<LetterSheet> = {}): LetterSheet => ({
  date: "November 22, 2026",
  from: ["Zoë Żółkiewska", "12 Main Street", "Montréal  H2X 1Y4"],
  to: ["Joëlle Exemple-Côté", "House of Commons", "Ottawa ON  K1A 0A6"],
  noStamp: "No stamp needed",
  subject: "Safe streets",
  body: "Dear Ms. Exemple-Côté,\n\nplease make our streets safe.",
  closing: ["Zoë Żółkiewska", "Montréal  H2X 1Y4"],
  footer: "Written with the help of Better Streets",
  ...given,
});

const read = async (sheets: LetterSheet[], options: Parameters<typeof renderLetterSheets>[1] = { locale: "en" }) => {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(renderLetterSheets(sheets, options))));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
};

it("prints a letter on one page with sender, office, words and the place of the stamp", async () => {
  const [page, ...others] = await read([sheet()]);
  expect(others).toEqual([]);
  for (const words of [
    "Zoë Żółkiewska",
    "12 Main Street",
    "Ottawa ON K1A 0A6",
    "No stamp needed",
    "November 22, 2026",
    "please make our streets safe.",
    "Better Streets",
  ])
    expect(page).toContain(words);
});

it("prints the names people have", async () => {
  const names = [
    "Čeněk Łukasz Śliwiński",
    "Ayşe Gülbahar İnanç Öğüt",
    "Ilinniaqti Aŋmalik Ḡ",
    "Œuvré Àçïs Ÿ",
    "Nguyễn Thị Hồng",
    "Олександр",
    "Ελένη",
  ];
  const [page] = await read([sheet({ closing: names })]);
  for (const name of names) expect(page).toContain(name);
});

it("prints syllabics, between Latin words too", async () => {
  const [page] = await read([
    sheet({
      from: ["ᐊᓪᓇ ᐃᓄᒃᓱᒃ", "ᓄᓇᕗᑦ"],
      subject: "ᐃᓄᒃᑎᑐᑦ",
      body: "Qujannamiik, ᖁᔭᓐᓇᒦᒃ. ᓀᐦᐃᔭᐍᐏᐣ (Plains Cree), ᣞ.",
      closing: ["ᐊᓪᓇ ᐃᓄᒃᓱᒃ"],
    }),
  ]);
  for (const words of ["ᐊᓪᓇ ᐃᓄᒃᓱᒃ", "ᓄᓇᕗᑦ", "ᐃᓄᒃᑎᑐᑦ", "Qujannamiik, ᖁᔭᓐᓇᒦᒃ.", "ᓀᐦᐃᔭᐍᐏᐣ (Plains Cree), ᣞ."]) expect(page).toContain(words);
});

it("says with a sign that a character could not be printed", async () => {
  const [page] = await read([sheet({ body: "I am happy 😀 today" })]);
  expect(page).toMatch(/I am happy . today/);
});

it("lets a long letter flow over numbered pages, its closing together", async () => {
  const body = Array.from(
    { length: 60 },
    (_one, index) => `Paragraph ${index} says that our streets need to be made safe for everybody.`,
  ).join("\n\n");
  const pages = await read([sheet({ body })]);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages[1]).toContain(`2 / ${pages.length}`);
  expect(pages.join(" ")).toContain("Paragraph 59");
  expect(pages.at(-1)).toContain("Zoë Żółkiewska Montréal H2X 1Y4");
});

it("breaks a word that is wider than the page, and loses none of it", async () => {
  const word = `https://example.org/${"a1b2".repeat(60)}`;
  const pages = await read([sheet({ body: word })]);
  expect(pages.join("").replaceAll(" ", "")).toContain(word);
});

it("puts a cover page before the letters", async () => {
  const cover = {
    title: "Letters about item 7.2",
    subtitle: "Better Streets",
    facts: [{ label: "Letters", value: "2" }],
    note: "For the clerk.",
  };
  const pages = await read([sheet(), sheet({ subject: "Second" })], { locale: "fr", title: "Item 7.2", cover });
  expect(pages).toHaveLength(3);
  expect(pages[0]).toContain("Letters about item 7.2");
  expect(pages[2]).toContain("Second");
});

it("reads letters only as fast as the PDF is taken away", async () => {
  let made = 0;
  const many = function* () {
    for (; made < 3_000; made += 1) yield sheet({ body: `Letter ${made}` });
  };
  const pdf = renderLetterSheets(many(), { locale: "en" });
  // Nobody reads: it stops long before the end.
  await expect.poll(() => pdf.readableLength, { timeout: 10_000 }).toBeGreaterThan(10_000);
  expect(made).toBeLessThan(200);
  pdf.destroy();
});

it("ends with the error that reading the letters ended with", async () => {
  const failing = async function* () {
    yield sheet();
    await Promise.reject(new Error("no more letters"));
  };
  await expect(buffer(renderLetterSheets(failing(), { locale: "en" }))).rejects.toThrow("no more letters");
});
