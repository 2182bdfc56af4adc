import { isAppError } from "@cml/domain/kernel";
import type { OutsideGeocoder } from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import documented from "../../../../tooling/fixtures/geocoder/documented.json" with { type: "json" };
import nominatimFailure from "../../../../tooling/fixtures/geocoder/nominatim-error.json" with { type: "json" };
import nominatimFrench from "../../../../tooling/fixtures/geocoder/nominatim-french.json" with { type: "json" };
import { createGeocoders } from ".";

const answers = { ...documented, "nominatim-french": nominatimFrench, "nominatim-error": nominatimFailure };
type Answer = keyof typeof answers;

const parts = { street: "10025 106 St NW", city: "Edmonton", province: "AB", postalCode: "T5J1G6" };
const asked = { text: "10025 106 St NW, Edmonton, AB T5J 1G6", parts };

/** A geocoder of others that gives this answer; tells what it was asked. */
const answering = (answer: Answer | Error, status = 200) => {
  const requests: { url: URL; headers: Headers }[] = [];
  const waits: number[] = [];
  const locked: string[] = [];
  const geocoders = createGeocoders({
    userAgent: "Changemaker/1.0 (+https://act.example.org)",
    locks: { withLock: (name, work) => (locked.push(name), work()) },
    sleep: (ms) => Promise.resolve(waits.push(ms)),
    fetch: (url, init) => {
      requests.push({ url: new URL(url instanceof Request ? url.url : url), headers: new Headers(init?.headers) });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Response.json(answers[answer], { status }));
    },
  });
  return { geocoders, requests, waits, locked };
};

const config = (provider: OutsideGeocoder, baseUrl: string | null = null) => ({ provider, baseUrl, key: "secret" });

describe("an answer on the common scale", () => {
  it.each<[OutsideGeocoder, Answer, number]>([
    ["GOOGLE", "google-rooftop", 98],
    ["GOOGLE", "google-interpolated", 78],
    ["GOOGLE", "google-partial", 58],
    ["MAPBOX", "mapbox-rooftop", 98],
    ["MAPBOX", "mapbox-low", 70],
    ["PHOTON", "photon-house", 98],
    ["PHOTON", "photon-street", 58],
    ["LOCATIONIQ", "locationiq-exact", 98],
    ["LOCATIONIQ", "locationiq-fallback", 58],
    ["ARCGIS", "arcgis-point", 98],
    ["ARCGIS", "arcgis-street-address", 70],
  ])("%s: %s is %i", async (provider, answer, confidence) => {
    const found = await answering(answer).geocoders.forward(config(provider), asked);
    expect(found).toMatchObject({ latitude: 53.54, longitude: -113.49, confidence });
  });

  it("is 20 less in another province than was asked for", async () => {
    const inOntario = { text: asked.text, parts: { ...parts, province: "ON", postalCode: "" } };
    expect(await answering("google-rooftop").geocoders.forward(config("GOOGLE"), inOntario)).toMatchObject({ confidence: 78 });
  });

  it("is 20 less where the postal code begins otherwise", async () => {
    const other = { text: asked.text, parts: { ...parts, postalCode: "T6E1A1" } };
    expect(await answering("mapbox-rooftop").geocoders.forward(config("MAPBOX"), other)).toMatchObject({ confidence: 78 });
  });

  it("is at most 72 for another number than was asked for", async () => {
    const other = { text: asked.text, parts: { ...parts, street: "10027 106 St NW" } };
    expect(await answering("arcgis-point").geocoders.forward(config("ARCGIS"), other)).toMatchObject({ confidence: 72 });
  });

  it("reads what Nominatim answered in French", async () => {
    const question = { text: "", parts: { street: "1, rue Notre-Dame Ouest", city: "Montréal", province: "QC", postalCode: "H2Y1S6" } };
    expect(await answering("nominatim-french").geocoders.forward(config("NOMINATIM"), question)).toMatchObject({
      address: "1 Rue Notre-Dame Ouest",
      municipality: "Montréal",
      province: "QC",
      confidence: 98,
    });
  });
});

it.each<[OutsideGeocoder, Answer, number]>([
  ["GOOGLE", "google-none", 200],
  ["MAPBOX", "mapbox-none", 200],
  ["PHOTON", "photon-none", 200],
  ["LOCATIONIQ", "locationiq-none", 404],
  ["ARCGIS", "arcgis-none", 200],
  ["NOMINATIM", "nominatim-none", 200],
  ["NOMINATIM", "nominatim-unable", 200],
])("%s finds nothing: %s", async (provider, answer, status) =>
  expect(await answering(answer, status).geocoders.forward(config(provider), asked)).toBeNull(),
);

it.each<[string, OutsideGeocoder, Answer | Error, number]>([
  ["refused", "GOOGLE", "google-denied", 200],
  ["busy", "GOOGLE", "google-over-limit", 200],
  ["refused", "ARCGIS", "arcgis-token", 200],
  ["refused", "LOCATIONIQ", "locationiq-none", 401],
  ["refused", "NOMINATIM", "nominatim-none", 403],
  ["busy", "MAPBOX", "mapbox-none", 429],
  ["unreachable", "PHOTON", "photon-none", 503],
  ["unreachable", "PHOTON", new TypeError("fetch failed"), 0],
  ["unreadable", "MAPBOX", "google-rooftop", 200],
])("says that it is %s: %s, %s", async (trouble, provider, answer, status) => {
  const error: unknown = await answering(answer, status)
    .geocoders.forward(config(provider), asked)
    .catch((caught: unknown) => caught);
  expect(isAppError(error) ? [error.code, error.messageKey] : error).toEqual(["UPSTREAM", `map.geocoder.${trouble}`]);
  expect(JSON.stringify(isAppError(error) ? [error.message, error.log] : "")).not.toContain("secret");
});

describe("what is asked", () => {
  it.each<[OutsideGeocoder, Answer, string]>([
    ["GOOGLE", "google-none", "https://maps.googleapis.com/maps/api/geocode/json?address=10025+106+St+NW%2C+Edmonton%2C+AB&components=country%3ACA%7Cpostal_code%3AT5J1G6&region=ca&language=en&key=secret"],
    ["MAPBOX", "mapbox-none", "https://api.mapbox.com/search/geocode/v6/forward?address_line1=10025+106+St+NW&place=Edmonton&region=AB&postcode=T5J1G6&country=ca&limit=1&permanent=true&autocomplete=false&access_token=secret"],
    ["PHOTON", "photon-none", "https://photon.komoot.io/api?q=10025+106+St+NW%2C+Edmonton%2C+AB+T5J+1G6&limit=3&lang=en&bbox=-141.1%2C41.6%2C-52.5%2C83.2"],
    ["LOCATIONIQ", "locationiq-exact", "https://us1.locationiq.com/v1/search/structured?key=secret&format=json&limit=1&countrycodes=ca&addressdetails=1&normalizecity=1&matchquality=1&street=10025+106+St+NW&city=Edmonton&state=AB&postalcode=T5J1G6&country=Canada"],
    ["NOMINATIM", "nominatim-none", "https://nominatim.openstreetmap.org/search?format=jsonv2&addressdetails=1&limit=1&countrycodes=ca&street=10025+106+St+NW&city=Edmonton&state=AB&postalcode=T5J1G6&country=Canada"],
    ["ARCGIS", "arcgis-none", "https://geocode-api.arcgis.com/arcgis/rest/services/World/GeocodeServer/findAddressCandidates?f=json&address=10025+106+St+NW&city=Edmonton&region=AB&postal=T5J1G6&countryCode=CAN&outFields=Match_addr%2CAddr_type%2CAddNum%2CStAddr%2CCity%2CRegion%2CRegionAbbr%2CPostal&maxLocations=1&outSR=4326&forStorage=true&token=secret"],
  ])("%s", async (provider, answer, url) => {
    const { geocoders, requests } = answering(answer);
    await geocoders.forward(config(provider), asked);
    expect(requests.map((request) => request.url.href)).toEqual([url]);
  }); // prettier-ignore

  it.each<[OutsideGeocoder, Answer, Record<string, string>]>([
    ["GOOGLE", "google-rooftop", { latlng: "53.54,-113.49" }],
    ["MAPBOX", "mapbox-rooftop", { latitude: "53.54", longitude: "-113.49", permanent: "true" }],
    ["PHOTON", "photon-house", { lat: "53.54", lon: "-113.49" }],
    ["LOCATIONIQ", "locationiq-exact", { lat: "53.54", lon: "-113.49", key: "secret" }],
    ["NOMINATIM", "nominatim-french", { lat: "53.54", lon: "-113.49", format: "jsonv2" }],
    ["ARCGIS", "arcgis-reverse", { location: "-113.49,53.54", forStorage: "true" }],
  ])("%s for a point", async (provider, answer, words) => {
    const { geocoders, requests } = answering(answer);
    expect(await geocoders.reverse(config(provider), { latitude: 53.54, longitude: -113.49 })).not.toBeNull();
    expect(Object.fromEntries(requests[0]?.url.searchParams ?? [])).toMatchObject(words);
  });

  it("names the product, and keeps a second between two questions to the public Nominatim only", async () => {
    const open = answering("nominatim-none");
    await open.geocoders.forward(config("NOMINATIM"), asked);
    expect(open.requests[0]?.headers.get("user-agent")).toBe("Changemaker/1.0 (+https://act.example.org)");
    expect([open.locked, open.waits]).toEqual([["nominatim:call"], [1_000]]);
    const own = answering("nominatim-none");
    await own.geocoders.forward(config("NOMINATIM", "https://geo.example.org"), asked);
    expect([own.locked, own.requests[0]?.url.host]).toEqual([[], "geo.example.org"]);
  });
});
