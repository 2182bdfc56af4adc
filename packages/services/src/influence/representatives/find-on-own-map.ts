import type { Deps } from "../../deps";
import { geocodeLocally } from "../../map/geocoding/local";
import type { GeocodedPlace, GeocodeQuestion } from "./geocoder";

/** A street between two houses we know is known well enough to say who represents it. */
const sureEnough = 75;

/** The street among the addresses of our own map; null when it is not surely there: then a service outside is asked. */
export const findOnOwnMap = async (
  deps: Pick<Deps, "db">,
  { street, city, province, postalCode }: GeocodeQuestion,
): Promise<GeocodedPlace | null> => {
  const { candidates } = await geocodeLocally(deps.db, { parts: { address: street, municipality: city, province, postalCode } });
  const [best] = candidates;
  if (best === undefined || best.confidence < sureEnough || (best.accuracy !== "building" && best.accuracy !== "interpolated")) return null;
  return {
    latitude: best.latitude,
    longitude: best.longitude,
    place: [best.address, best.municipality, best.province].filter(Boolean).join(", "),
    province: best.province ?? "",
    exact: best.accuracy === "building",
  };
};
