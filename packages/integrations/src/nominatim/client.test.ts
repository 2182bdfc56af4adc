import { isAppError } from "@cml/domain/kernel";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createNominatim, startNominatimReplay } from ".";

let replay: Awaited<ReturnType<typeof startNominatimReplay>>;
beforeAll(async () => {
  replay = await startNominatimReplay();
});
afterAll(() => replay.stop());
beforeEach(() => {
  replay.requests.length = 0;
});

const waits: number[] = [];
const clientOf = () =>
  createNominatim({
    baseUrl: replay.baseUrl,
    userAgent: "Changemaker/1.0 (+https://act.example.org)",
    locks: { withLock: (_name, work) => work() },
    sleep: async (ms) => waits.push(ms),
  });
const robson = { street: "1155 Robson Street", city: "Vancouver", province: "BC", postalCode: "V6E1B5" };

it("takes the first of several places and says where it is", async () => {
  expect(await clientOf().locate(robson)).toMatchObject({ latitude: 49.2856156, longitude: -123.1257503, province: "BC", exact: true });
  expect(replay.requests).toEqual([
    {
      userAgent: "Changemaker/1.0 (+https://act.example.org)",
      query: {
        format: "jsonv2", addressdetails: "1", limit: "1", countrycodes: "ca",
        street: "1155 Robson Street", city: "Vancouver", state: "BC", country: "Canada", postalcode: "V6E1B5",
      }, // prettier-ignore
    },
  ]);
});

it("reads French places", async () => {
  const found = await clientOf().locate({ street: "1, rue Notre-Dame Ouest", city: "Montréal", province: "QC", postalCode: "H2Y1S6" });
  expect(found?.place).toContain("Vieux-Montréal");
});

it("asks again without the postal code, then gives null", async () => {
  expect(await clientOf().locate({ ...robson, street: "9 Nowhere Road" })).toBeNull();
  expect(replay.requests.map(({ query }) => query["postalcode"])).toEqual(["V6E1B5", undefined]);
});

it("keeps its turn for a second after each call", async () => {
  waits.length = 0;
  await clientOf().locate({ ...robson, street: "9 Nowhere Road" });
  expect(waits).toEqual([1000, 1000]);
});

it("says the service cannot answer", async () => {
  const error: unknown = await clientOf()
    .locate({ ...robson, street: "broken" })
    .catch((caught: unknown) => caught);
  expect(isAppError(error) ? [error.code, error.messageKey] : error).toEqual(["UPSTREAM", "representative.streetUnreachable"]);
});
