import { gzipSync } from "node:zlib";
import { anArchive } from "./archive";

export type BadFile = { name: string; bytes: Buffer; messageKey: string; params: Record<string, string | number> };

const header = "address,latitude,longitude\n";
const sound = "12 Cedar St,44.56,-80.94\n14 Cedar St,44.57,-80.95\n";
const table = `${header}${sound}`;
const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 167 + (index >> 3)) % 256));
const points = (features: unknown[]): string => JSON.stringify({ type: "FeatureCollection", features });

const bad = (name: string, bytes: string | Buffer, [messageKey, params = {}]: [string, BadFile["params"]?]): BadFile => ({
  name,
  bytes: Buffer.from(bytes as string),
  messageKey,
  params,
});

/** Tables of addresses nobody can import, each with the error that says what is wrong with it and where. */
export const badTables = (): BadFile[] => [
  bad("empty.csv", "", ["import.emptyFile"]),
  bad("blank.csv", "\n \n\r\n", ["import.emptyFile"]),
  bad("workbook.xlsx", anArchive({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }), ["import.spreadsheet"]),
  bad("photo.csv", Buffer.concat([Buffer.from("\u0089PNG\r\n", "latin1"), noise]), ["import.notTable"]),
  bad("quote.csv", `${table}"16 Cedar St,44.58,-80.96\n18 Cedar St,44.59,-80.97\n`, ["import.brokenCsv", { row: 3 }]),
  bad("endless.csv", `${table}16 Cedar St${"x".repeat(3_000_000)}`, ["import.longRecord", { row: 3 }]),
  bad("wide.csv", `${Array.from({ length: 1_001 }, (_, n) => `c${n}`).join(",")}\n1\n`, ["import.tooManyColumns", { count: 1_001 }]),
  bad("no-address.csv", "name,latitude,longitude\nA,44.56,-80.94\n", ["import.noAddressColumn"]),
  bad("no-point.csv", "address,town\n12 Cedar St,Owen Sound\n", ["import.noPointColumns"]),
  bad("cut.csv.gz", gzipSync(table.repeat(500)).subarray(0, 60), ["import.brokenGzip", { row: 1 }]),
  bad("bomb.csv.gz", gzipSync(Buffer.concat([Buffer.from(table), Buffer.alloc(96 * 1024 ** 2, "\n")])), ["import.gzipBomb"]),
  bad("bomb.zip", anArchive({ "doors.csv": Buffer.alloc(20 * 1024 ** 2) }), ["import.zipBomb", { name: "doors.csv" }]),
  bad("outside.zip", anArchive({ "../../doors.csv": table }), ["import.zipEntryOutside", { name: "../../doors.csv" }]),
  bad("cut.zip", anArchive({ "doors.csv": table }).subarray(0, 80), ["import.zipCut"]),
  bad("two.zip", anArchive({ "a.csv": table, "b.csv": table }), ["import.zipOneTable", { count: 2 }]),
  bad("picture.zip", anArchive({ "picture.png": "x" }), ["import.zipOneTable", { count: 0 }]),
  bad("broken.geojson", points([]).slice(0, -3), ["import.notGeoJson", { line: 1 }]),
  bad("cut.geojson.gz", gzipSync(points([{ type: "Feature" }])).subarray(0, 30), ["import.brokenPacking"]),
];

/** A table whose rows are bad one by one: each is refused by its number, and the others land. */
export const mixedTable = {
  name: "mixed.csv",
  bytes: Buffer.from(
    `${table}16 Cedar St,0,0\n18 Cedar St,-80.94,44.56\n20 Cedar St,48.85,2.35\n22 Cedar St,north,west\n,44.56,-80.94\n24 Cedar St,44.58,-80.96,extra\n26 Cedar St,,\n28 Cedar St,44.`, // prettier-ignore
  ),
  created: 2,
  rejects: [
    [3, "badPoint"],
    [4, "swappedPoint"],
    [5, "outsideCanada"],
    [6, "badPoint"],
    [7, "noAddress"],
    [8, "badRow"],
    [9, "noPoint"],
    [10, "badRow"],
  ],
} as const;

/** Tables whose points are all wrong in one way, and the answer that reads them. */
export const oddPointTables = [
  { name: "swapped.csv", bytes: "address,latitude,longitude\n5 Oak St,-80.94,44.56\n7 Oak St,-80.95,44.57\n", look: "swapped", isReadable: true },
  { name: "lambert.csv", bytes: "address,x,y\n1 Jasper Ave,4815149.3,2168450.549\n3 Jasper Ave,4815159.3,2168450.549\n", look: "statcanLambert", isReadable: true },
  { name: "mercator.csv", bytes: "address,x,y\n1 Elm St,-9010214,5552000\n3 Elm St,-9010220,5552010\n", look: "webMercator", isReadable: true },
  { name: "utm.csv", bytes: "address,x,y\n1 Ash St,504713,4934000\n3 Ash St,504720,4934010\n", look: "utm", isReadable: false },
  { name: "zero.csv", bytes: "address,latitude,longitude\n1 Fir St,0,0\n3 Fir St,0,0\n", look: "zero", isReadable: false },
] as const; // prettier-ignore
