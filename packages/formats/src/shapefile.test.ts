import { readFileSync } from "node:fs";
import { isAppError } from "@cml/domain/kernel";
import { expect, it } from "vitest";
import { readShapefile } from "./shapefile";

const wards = readFileSync(new URL("../../../tooling/fixtures/wards/edmonton_wards_shapefile.zip", import.meta.url));
const refusal = (bytes: Buffer) =>
  readShapefile(bytes).then(
    () => "read",
    (error: unknown) => (isAppError(error) ? error.messageKey : String(error)),
  );

it("reads the wards of Edmonton in degrees", async () => {
  const features = await readShapefile(wards);
  expect(features).toHaveLength(12);
  expect(features[0]).toMatchObject({ row: 1, geometry: { type: "Polygon" } });
});

it.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("PK\u0003\u0004 not really, but long enough to be taken for one")],
  ["a cut-off archive", wards.subarray(0, wards.length - 40)],
  ["an archive without a shapefile", Buffer.concat([Buffer.from("UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIeAwoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAACkgQAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==", "base64")])],
])("refuses %s with a sentence", async (_what, bytes) => expect(await refusal(bytes)).toBe("import.notShapefile")); // prettier-ignore
