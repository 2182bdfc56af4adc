import { distanceM, type LatLng, type Locale } from "@cml/domain/kernel";
import { distanceWords } from "./distance-words";

const numberOf = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Number(text));

/** Writes the distances from a place into the list, and puts the nearest shift of each day first. */
export const sortFrom = (page: Document, here: LatLng): void => {
  const locale: Locale = page.documentElement.lang.startsWith("fr") ? "fr" : "en";
  for (const list of page.querySelectorAll(".day > ul")) {
    const shifts = [...list.querySelectorAll<HTMLElement>(":scope > li")].map((item) => {
      const [latitude, longitude] = [numberOf(item.dataset["latitude"]), numberOf(item.dataset["longitude"])];
      return { item, metres: latitude === null || longitude === null ? undefined : distanceM(here, { latitude, longitude }) };
    });
    for (const { item, metres } of shifts.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))) {
      const told = item.querySelector(".shift-distance");
      if (told !== null) told.textContent = distanceWords(locale, metres);
      list.append(item);
    }
  }
};
