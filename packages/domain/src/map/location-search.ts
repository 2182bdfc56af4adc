import { parsePostalCode } from "../kernel/postal-code-text";
import { parseStreetLine, searchKeyOf } from "./address-text";
import { foldWords } from "./street-words";

/** How a typed search is answered: by a range of search keys, by a postal code, or by words anywhere in the key. */
export type LocationSearch =
  { kind: "none" } | { kind: "prefix"; prefix: string } | { kind: "postalCode"; code: string } | { kind: "words"; words: string[] };

/** `1 alex` → keys that begin `1|alex`; `V6B 1A1` → that code; `kingsway van` → both words somewhere. */
export const readLocationSearch = (text: string): LocationSearch => {
  const bare = text.trim();
  if (bare === "") return { kind: "none" };
  const code = parsePostalCode(bare);
  if (code !== null) return { kind: "postalCode", code };
  const street = parseStreetLine(bare.split(",")[0] ?? "");
  if (street !== null && street.parts.civicNumber !== null) {
    // Trailing blank parts fall away, so that what is still being typed matches every longer key.
    return { kind: "prefix", prefix: searchKeyOf({ ...street.parts, municipality: null, province: null }).replace(/\|+$/, "") };
  }
  const words = foldWords(bare).toLowerCase().split(" ");
  return { kind: "words", words: words.filter((word) => word !== "").slice(0, 8) };
};
