import { expect, it } from "vitest";
import { importSourceSchema } from "@cml/domain/map";
import { sourceOf } from "./import-draft";

it.each([
  ["Vancouver-addresses (2).csv", "vancouver-addresses 2"],
  ["quartiers Montréal.geojson", "quartiers montréal"],
  ["--.csv", "import"],
  ["!!!.csv", "import"],
])("%s is offered as the source %s, which the server takes", (fileName, source) => {
  expect(sourceOf(fileName)).toBe(source);
  expect(importSourceSchema.parse(source)).toBe(source);
});
