import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import duplicate from "../../../../tooling/fixtures/geocoder/nominatim-duplicate.json" with { type: "json" };
import failure from "../../../../tooling/fixtures/geocoder/nominatim-error.json" with { type: "json" };
import french from "../../../../tooling/fixtures/geocoder/nominatim-french.json" with { type: "json" };

export type NominatimReplay = {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  baseUrl: string;
  requests: { query: Record<string, string>; userAgent: string }[];
  stop: () => Promise<void>;
};

/**
 * A small server that answers like Nominatim with recorded answers (© OpenStreetMap contributors): 1155 Robson Street and
 * 1, rue Notre-Dame Ouest, whatever `places` adds by a word of the street, and an error for a street named "broken".
 */
export const startNominatimReplay = async (places: Record<string, object> = {}): Promise<NominatimReplay> => {
  const known: Record<string, object> = { robson: duplicate, "notre-dame": french, broken: failure, ...places };
  const requests: NominatimReplay["requests"] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    requests.push({ query: Object.fromEntries(searchParams), userAgent: request.headers["user-agent"] ?? "" });
    const street = (searchParams.get("street") ?? "").toLowerCase();
    const word = Object.keys(known).find((one) => street.includes(one));
    const answer = word === undefined ? [] : known[word];
    response.writeHead(answer === failure ? 400 : 200, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { baseUrl: `http://127.0.0.1:${port}`, requests, stop };
};
