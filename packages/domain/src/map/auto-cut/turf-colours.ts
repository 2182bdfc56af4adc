import type { TurfCutting } from "./cut-site";

/** Colours told apart by most eyes on light and dark ground (after P. Tol's muted scheme); numbers say the same without them. */
const colours = ["#3273c4", "#c2571a", "#2f8f5b", "#a13e8c", "#8a7a17", "#c23b4e", "#2b8fa3", "#6b56c9"] as const;

/** The colour of the n-th turf of a list, where nothing is known of neighbours. */
export const turfColourAt = (place: number): string => colours[place % colours.length] ?? colours[0];

/** A colour for each turf, so that neighbours differ. */
export const turfColours = ({ ways, turfOf }: Pick<TurfCutting, "ways" | "turfOf">, turfs: number): string[] => {
  const beside: Set<number>[] = Array.from({ length: turfs }, () => new Set());
  for (let way = 0; way < ways.length; way += 2) {
    const [a, b] = [turfOf[ways[way] ?? 0] ?? 0, turfOf[ways[way + 1] ?? 0] ?? 0];
    if (a === b) continue;
    beside[a]?.add(b);
    beside[b]?.add(a);
  }
  const chosen: number[] = [];
  for (let turf = 0; turf < turfs; turf += 1) {
    const taken = new Set([...(beside[turf] ?? [])].map((other) => chosen[other]));
    const first = turf % colours.length;
    const tries = colours.map((_, step) => (first + step) % colours.length);
    chosen.push(tries.find((colour) => !taken.has(colour)) ?? first);
  }
  return chosen.map((colour) => colours[colour] ?? colours[0]);
};
