import { describe, expect, it } from "vitest";
import { findPersonal } from "./find-personal";

const piecesOf = (text: string): string[] => findPersonal(text).map(([from, to]) => text.slice(from, to));

describe("phone numbers", () => {
  it.each([
    "403-555-0123",
    "(403) 555-0123",
    "403.555.0123",
    "403 555 0123",
    "403 555-0123",
    "4035550123",
    "+1 403 555 0123",
    "1-403-555-0123",
    "1 (403) 555-0123",
    "1-800-622-6232",
    "403–555–0123",
    "403-555-0123 ext. 12",
    "403-555-0123 x12",
    "403-555-0123, ext 4455",
    "418 555-0199 poste 345",
    "418 555-0199, poste 345",
    "555-0123",
    "555-0123 poste 2",
    "+33 1 42 68 53 00",
    "+44 20 7946 0958",
    "1 800 O-CANADA",
  ])("finds %s", (number) => {
    expect(piecesOf(`Please call ${number} before noon.`)).toEqual([number]);
    expect(piecesOf(`Appelez le ${number} avant midi.`)).toEqual([number]);
  });

  it("finds seven digits after a word that says what they are", () => {
    expect(piecesOf("Tel: 555 0123")).toEqual(["555 0123"]);
    expect(piecesOf("tél. 5550123")).toEqual(["5550123"]);
    expect(piecesOf("Cell 555.0123, thanks")).toEqual(["555.0123"]);
  });
});

describe("e-mail addresses", () => {
  it.each([
    "jane@example.ca",
    "Jane.Doe+mp@parl.gc.ca",
    "jeanne_d'arc@exemple.qc.ca",
    "jérôme@québec.example",
    "jane @ example.ca",
    "jane [at] example [dot] ca",
    "jane (at) example.ca",
    "jeanne (arobase) exemple point ca",
  ])("finds %s", (address) => expect(piecesOf(`Write to ${address}, or not`)).toEqual([address]));
});

describe("streets", () => {
  it.each([
    "123 Main Street",
    "123 Main St",
    "123 main street",
    "24 sussex drive",
    "123 MAIN ST",
    "123A Main St.",
    "12-345 Main St W",
    "12 – 345 Main Street West",
    "123 Main St, Unit 4",
    "123 Main Street, apt. 5B",
    "123 Main St #5",
    "Unit 5, 123 Main St",
    "Suite 300, 10235 104 Street NW",
    "#204-1204 17 Ave SW",
    "1204 17th Avenue SW",
    "10½ Elm Crescent",
    "45 Forest Hill Drive",
    "78 Old Mill Road",
    "9 Green Park Meadows Drive",
    "3 Kings Park",
    "15 Sunny Hollow Way",
    "4512 Highway 2",
    "54321 Range Road 240",
    "54321 Twp Rd 543",
    "1234 County Road 12",
    "12 St. Clair Avenue East",
    "5 Mount Pleasant Blvd",
  ])("finds %s", (address) => {
    expect(piecesOf(`I live at ${address}, and I vote`)).toEqual([address]);
    expect(piecesOf(address)).toEqual([address]);
  });

  it.each([
    "123 rue Principale",
    "123, rue Principale",
    "123 rue principale",
    "123, rue de la Montagne",
    "123, rue de l'Église",
    "45 bis, chemin du Lac",
    "1000, boul. René-Lévesque Ouest",
    "1000 boul. René-Lévesque O.",
    "45, av. du Parc, app. 3",
    "3, place Ville-Marie",
    "12, côte de la Fabrique",
    "456, 3e Rang",
    "456, rang Saint-Joseph",
    "456 rang 4",
    "789, route 132",
    "1234, 5e Avenue",
    "204-1234, rue Saint-Denis",
    "app. 5, 1234 rue Saint-Denis",
    "8, impasse des Érables",
    "77, rue Jean Talon Est",
  ])("finds %s", (address) => {
    expect(piecesOf(`J'habite au ${address}, et je vote`)).toEqual([address]);
    expect(piecesOf(address)).toEqual([address]);
  });

  it("ends with the sentence", () => {
    expect(piecesOf("I live at 123 Main Street. Drive safely.")).toEqual(["123 Main Street"]);
    expect(piecesOf("Je vis au 12, rue Principale. Merci de votre lettre.")).toEqual(["12, rue Principale"]);
    expect(piecesOf("Le 123, rue Principale est fermé.")).toEqual(["123, rue Principale"]);
  });

  it("does not read over the end of a line", () => expect(piecesOf("We counted 123\nMain Street is closed")).toEqual([]));
});

describe("post boxes", () => {
  it.each([
    "PO Box 123",
    "P.O. Box 4",
    "p.o. box #12",
    "Post Office Box 9",
    "case postale 123",
    "C.P. 123",
    "CP 123",
    "RR 2",
    "R.R. #2",
    "RR 2, Site 4, Box 12",
    "Site 12 Box 3",
  ])("finds %s", (box) => expect(piecesOf(`Mail goes to ${box}; thank you`)).toEqual([box]));
});

describe("postal codes", () => {
  it.each(["M5V 3L9", "M5V3L9", "m5v-3l9", "K1A 0A6", "KIA OA6", "GOA 1AO", "T2P  1A1"])("finds %s", (code) =>
    expect(piecesOf(`Calgary AB ${code} Canada`)).toEqual([code]),
  );
});

it.each([
  "I will support Bill C-11 when it comes back on 2026-11-22.",
  "Bill C-233 and S-203 were read on March 12, 2024 at 10:30.",
  "The budget is $2,500,500 and grew by 12.5% to 3 000 000 $.",
  "Le budget est de 250 000 000 $ pour 2024-2025, soit 12,5 % de plus.",
  "We met 12 people in the street on June 12.",
  "12 members of the committee live on this street.",
  "On June 12 Premier Drive was opened.",
  "The 9 Supreme Court judges decided.",
  "We held 3 food drives and 12 meetings on the road.",
  "Ward 4 Forest Hill and District 5 North Park voted.",
  "In 2024 Stanley Park was closed, since 2019 Main Street is not.",
  "Bill 96 and section 12 of the Highway Traffic Act",
  "Le projet de loi 96 et l'article 12 de la Loi sur la route",
  "Le 12 mars, 3 cours de français ont eu lieu; 12 personnes dans la rue.",
  "We want 500-2000 new homes by 2030, and 1500-2500 by 2040.",
  "The file is 12-345 and the vote was 170-155.",
  "Thank you for your letter. I vote for it!",
  "I agree 100% with you, 2 of 3 do.",
  "Highway 2 is dangerous; route 132 too.",
  "20 kilometres of new bike lanes, 4 lane roads",
  "le 1er mai 2025 à 14 h 30, en 2019 la rue principale fut fermée",
  "Il a dit: « 3 avenues possibles »",
  "COP28, G7 and MP3 are names. A1B is none.",
  "The ratio is 1:250 000; 613 of 992 agreed.",
  "Meet me @ noon",
])("leaves alone: %s", (text) => expect(piecesOf(text)).toEqual([]));

it("finds everything of a signature, sorted", () => {
  const text = "Jane Doe, MP\n123 Main Street, Suite 4\nCalgary AB  T2P 1A1\nTel: (403) 555-0123 / fax 403-555-0199\njane.doe@parl.gc.ca";
  expect(piecesOf(text)).toEqual(["123 Main Street, Suite 4", "T2P 1A1", "(403) 555-0123", "403-555-0199", "jane.doe@parl.gc.ca"]);
});

it("takes the time of a glance for a long text that means harm", () => {
  const start = performance.now();
  for (const piece of ["1 ", "a@", "12-", "A1", "123 Main ", "+2 ", "[at]", "é'", "(403) "]) findPersonal(piece.repeat(10_000));
  expect(performance.now() - start).toBeLessThan(5_000);
});
