import { expect, it } from "vitest";
import { type GeocoderDraft, inputOf, swapped } from "./geocoder-drafts";

const draft: GeocoderDraft = { provider: "MAPBOX", isEnabled: true, baseUrl: " ", key: "", forgetsKey: false, perMinute: 600, perDay: "" };

it("leaves a key that was not touched as it is, forgets it only when told to, and never sends an empty one", () => {
  const keys = (drafts: GeocoderDraft[]) => inputOf(drafts).geocoders.map((one) => ("key" in one ? one.key : "kept"));
  expect(keys([draft, { ...draft, key: " pk.1 " }, { ...draft, forgetsKey: true }])).toEqual(["kept", "pk.1", null]);
});

it("says nothing where nothing is typed", () => {
  expect(inputOf([draft]).geocoders[0]).toMatchObject({ baseUrl: null, perDay: null, perMinute: 600 });
});

it("changes two over", () => expect(swapped(["a", "b", "c"], 1)).toEqual(["a", "c", "b"]));
