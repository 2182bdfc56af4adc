import { printHead } from "./print-head";
import { ink, margin, printCut, rule, type Sheet } from "./sheet-page";
import { printSupportMark } from "./support-mark";
import type { WalkSheet, WalkSheetBuilding, WalkSheetDoor } from "./walk-sheet";

const rowHeight = 25;
const buildingHeight = 19;

/** Where each column begins; notes take what is left. */
const columnsOf = ({ right }: Sheet, outcomes: number) => {
  const keys = Math.min(150, outcomes * 15);
  const place = margin;
  const unit = place + 22;
  const people = unit + 40;
  const result = people + 128;
  const support = result + keys + 6;
  const sign = support + 62;
  const notes = sign + 26;
  return { place, unit, people, result, support, sign, notes, keyWidth: keys / outcomes, right };
};
type Columns = ReturnType<typeof columnsOf>;

/** All doors, building by building; a building's heading never stands alone at the foot of a page. Gives the next free `y`. */
export const printDoors = (page: Sheet, sheet: WalkSheet): number => {
  const columns = columnsOf(page, sheet.outcomes.length);
  let y = printColumnHeads(page, { sheet, columns, y: printHead(page, sheet, true) });
  const nextPage = () => printColumnHeads(page, { sheet, columns, y: printHead(page, sheet, false) });
  for (const building of sheet.buildings) {
    const house = houseOf(building);
    if (house !== null) {
      if (y + rowHeight > page.bottom) y = nextPage();
      printDoor(page, { door: house, house: building, sheet, columns, y });
      y += rowHeight;
      continue;
    }
    if (y + buildingHeight + rowHeight > page.bottom) y = nextPage();
    printBuilding(page, building, y);
    y += buildingHeight;
    for (const door of building.doors) {
      if (y + rowHeight > page.bottom) {
        y = nextPage();
        printBuilding(page, building, y);
        y += buildingHeight;
      }
      printDoor(page, { door, sheet, columns, y });
      y += rowHeight;
    }
  }
  return y;
};

/** The only door of a house: its address stands in its row, and a street of houses takes half the paper. */
const houseOf = ({ doors }: WalkSheetBuilding): WalkSheetDoor | null => {
  const [door, ...others] = doors;
  return door !== undefined && others.length === 0 && door.unit === "" ? door : null;
};

type Head = { sheet: WalkSheet; columns: Columns; y: number };

const printColumnHeads = (page: Sheet, { sheet: { words }, columns, y }: Head): number => {
  const style = { size: 7.5, weight: 600 } as const;
  const head = (text: string, x: number, width: number) => printCut(page, text, { x, y, width, style, color: ink.quiet });
  head(words.unit, columns.unit, 38);
  head(`${words.people} · ${words.last}`, columns.people, 124);
  head(words.result, columns.result, columns.support - columns.result - 4);
  head(words.support, columns.support, 60);
  head(words.sign, columns.sign, 21);
  head(words.notes, columns.notes, columns.right - columns.notes);
  rule(page, y + 12, { weight: 1 });
  return y + 13;
};

const printBuilding = (page: Sheet, { address, notes }: WalkSheetBuilding, y: number): void => {
  page.doc.rect(margin, y, page.right - margin, buildingHeight).fill(ink.band);
  printCut(page, address, { x: margin + 4, y: y + 4, width: 300, style: { size: 10, weight: 600 } });
  if (notes !== "") printCut(page, notes, { x: margin + 310, y: y + 5, width: page.right - margin - 314, style: { size: 8, weight: 400 } });
};

type Place = { x: number; y: number; width: number };

/** The address of a house, and below in one line who lives there and what is known of them. */
const printHouse = (page: Sheet, door: WalkSheetDoor, { address, ...place }: Place & { address: string }): void => {
  const last = [door.people, door.last].filter((text) => text !== "").join(" · ");
  printNamed(page, { name: address, weight: 600, last, support: door.support }, place);
};

/** Who lives there, and below what is known of them. */
const printKnown = (page: Sheet, { people, last, support }: WalkSheetDoor, place: Place): void =>
  printNamed(page, { name: people, weight: 400, last, support }, place);

type Named = Pick<WalkSheetDoor, "last" | "support"> & { name: string; weight: 400 | 600 };

const printNamed = (page: Sheet, { name, weight, last, support }: Named, { x, y, width }: Place): void => {
  const hasMore = support !== null || last !== "";
  printCut(page, name, { x, y: y + (hasMore && name !== "" ? 3 : 7.5), width, style: { size: 9.5, weight } });
  if (!hasMore) return;
  const below = y + (name === "" ? 8 : 14);
  if (support !== null) printSupportMark(page, support, { x: x + 4, y: below + 4.4, radius: 3.2 });
  const from = x + (support === null ? 0 : 11);
  printCut(page, last, { x: from, y: below, width: x + width - from, style: { size: 7.5, weight: 400 }, color: ink.quiet });
};

type Row = { door: WalkSheetDoor; house?: WalkSheetBuilding; sheet: WalkSheet; columns: Columns; y: number };

const printDoor = (page: Sheet, { door, house, sheet, columns, y }: Row) => {
  const { doc } = page;
  const small = { size: 8, weight: 400 } as const;
  printCut(page, String(door.place), { x: columns.place, y: y + 8.5, width: 20, style: small, color: ink.quiet });
  printCut(page, door.unit, { x: columns.unit, y: y + 7, width: 38, style: { size: 10, weight: 600 } });
  const said = [...door.flags, ...(house === undefined || house.notes === "" ? [] : [house.notes])].join(" · ");
  const flags = { x: columns.notes, y: y + 5, width: columns.right - columns.notes, style: { size: 7.5, weight: 600 } } as const;
  printCut(page, said, flags);
  if (house === undefined) printKnown(page, door, { x: columns.people, y, width: 124 });
  else printHouse(page, door, { address: house.address, x: columns.unit, y, width: 164 });
  sheet.outcomes.forEach(({ key }, index) => {
    const x = columns.result + index * columns.keyWidth;
    printCut(page, key, { x: x + (columns.keyWidth - 6) / 2, y: y + 8, width: columns.keyWidth, style: { size: 8.5, weight: 400 } });
  });
  doc.fillColor(ink.text);
  ([1, 2, 3, 4] as const).forEach((level) => {
    const x = columns.support + (level - 1) * 15 + 6;
    doc
      .lineWidth(0.6)
      .strokeColor(ink.quiet)
      .circle(x, y + 13, 6)
      .stroke();
    printCut(page, String(level), { x: x - 2.2, y: y + 8.6, width: 10, style: { size: 7.5, weight: 400 }, color: ink.quiet });
  });
  doc
    .lineWidth(0.6)
    .strokeColor(ink.quiet)
    .rect(columns.sign + 2, y + 7, 11, 11)
    .stroke();
  doc
    .lineWidth(0.4)
    .strokeColor(ink.line)
    .moveTo(columns.notes, y + 19)
    .lineTo(columns.right, y + 19)
    .stroke();
  rule(page, y + rowHeight, { weight: 0.3 });
};
