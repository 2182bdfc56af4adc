import { type CutGeometry, type DoorRow, readDoorRow } from "@cml/domain/map";
import { demoPlaceSchema } from "@cml/domain/overview";
import southCambie from "../../../../../tooling/fixtures/demo/south-cambie.json" with { type: "json" };

export type DemoPlace = { boundary: CutGeometry; turfs: CutGeometry[]; doors: { row: number; door: DoorRow }[] };

/** One Vancouver neighbourhood with its real boundary and addresses, read by the same rules as anybody's file. */
export const readDemoPlace = (): DemoPlace => {
  const { ring, turfs, doors } = demoPlaceSchema.parse(southCambie);
  return {
    boundary: { type: "Polygon", coordinates: [ring] },
    turfs: turfs.map(rectangle),
    doors: doors.flatMap(([address, latitude, longitude], index) => {
      const record = { address: `${address}, VANCOUVER, BC`, latitude: String(latitude), longitude: String(longitude) };
      const read = readDoorRow(record, { address: "address", latitude: "latitude", longitude: "longitude" });
      return "door" in read ? [{ row: index + 1, door: read.door }] : [];
    }),
  };
};

const rectangle = ([west, south, east, north]: [number, number, number, number]): CutGeometry => {
  const corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  return { type: "Polygon", coordinates: [corners] };
};
