import { nominatimAnswerSchema } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import { setTimeout as sleepFor } from "node:timers/promises";

type Locks = { withLock: <T>(name: string, work: () => Promise<T>) => Promise<T> };

export type NominatimOptions = {
  /** Without a trailing slash. */
  baseUrl: string;
  /** Names the product and whom to write to, as the service's usage policy asks. */
  userAgent: string;
  /** Held around each call, so that all processes together make one a second. */
  locks: Locks;
  timeoutMs?: number;
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<unknown>;
};

type Question = { street: string; city: string; province: string; postalCode: string };

const secondMs = 1000;
const maxBytes = 200_000;

/**
 * Finds Canadian street addresses with a Nominatim service. Its usage policy: one call a second, a User-Agent that names the
 * caller. Asked first with the postal code, then without, because many places on the map carry none.
 */
export const createNominatim = ({
  baseUrl,
  userAgent,
  locks,
  timeoutMs = 8_000,
  fetch: get = fetch,
  sleep = sleepFor,
}: NominatimOptions) => {
  const ask = async (given: Record<string, string>) => {
    const words = new URLSearchParams({ format: "jsonv2", addressdetails: "1", limit: "1", countrycodes: "ca", ...given });
    const response = await get(`${baseUrl}/search?${words.toString()}`, {
      headers: { accept: "application/json", "user-agent": userAgent },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (!response.ok || text.length > maxBytes) throw new Error(`status ${response.status}, ${text.length} characters`);
    return nominatimAnswerSchema.parse(JSON.parse(text))[0] ?? null;
  };

  // The answer goes on at once; the place in the line is kept until the second is over.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      locks
        .withLock("nominatim:call", async () => {
          const pause = sleep(secondMs);
          await work().then(resolve, reject);
          await pause;
        })
        .catch(reject);
    });

  const locate = async ({ street, city, province, postalCode }: Question) => {
    const place = { street, ...(city === "" ? {} : { city }), ...(province === "" ? {} : { state: province }), country: "Canada" };
    try {
      const found =
        (await inTurn(() => ask({ ...place, postalcode: postalCode }))) ?? (city === "" ? null : await inTurn(() => ask(place)));
      if (found === null) return null;
      return {
        latitude: found.lat,
        longitude: found.lon,
        place: found.display_name,
        province: found.address["ISO3166-2-lvl4"]?.replace(/^CA-/, "") ?? "",
        exact: found.address.house_number !== undefined,
      };
    } catch (cause) {
      throw new AppError("UPSTREAM", "representative.streetUnreachable", {}, { log: String(cause), cause });
    }
  };

  return { locate };
};
