/** What is made: how many addresses, where, as which release. */
export type MakeNarOrder = {
  rows: number;
  out: string;
  zip?: boolean;
  vintage?: string;
  city?: readonly string[];
  parts?: number;
  seed?: number;
};

/** Writes a register of invented addresses; the same for the same order, in little memory at any size. */
export const makeNar: (order: MakeNarOrder) => Promise<{ files: string[]; addresses: number; buildings: number }>;
export const cityNames: string[];
export const vintageNames: string[];
