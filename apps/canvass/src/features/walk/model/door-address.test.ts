import { expect, it } from "vitest";
import { splitAddress } from "./door-address";

it.each([
  ["884 E GEORGIA ST", "884", "E Georgia St"],
  ["1017A Main St, Vancouver, BC", "1017A", "Main St"],
  ["12 1/2 RUE DE L’ÉGLISE", "12 1/2", "Rue de L’Église"],
  ["55 McGill St", "55", "McGill St"],
  ["Old Mill", "", "Old Mill"],
])("reads %s", (address, number, street) => {
  expect(splitAddress(address)).toEqual({ number, street });
});
