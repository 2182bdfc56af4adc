/** One line of the output. `reference` and `ratio` stand where something was measured beside ours in the same run. */
export type Figure = {
  bench: string;
  figure: string;
  value: number;
  target: string;
  pass: boolean;
  unit: string;
  reference?: number;
  ratio?: number;
};

type Measured = Pick<Figure, "bench" | "figure" | "value" | "unit">;

export const atMost = (measured: Measured, most: number): Figure => ({
  ...rounded(measured),
  target: `<= ${most}`,
  pass: measured.value <= most,
});

export const atLeast = (measured: Measured, least: number): Figure => ({
  ...rounded(measured),
  target: `>= ${least}`,
  pass: measured.value >= least,
});

/** Ours beside a reference measured in the same run: the machine's mood is then in both. */
export const atLeastShare = (measured: Measured, { reference, share }: { reference: number; share: number }): Figure => {
  const ratio = measured.value / reference;
  return {
    ...rounded(measured),
    target: `>= ${share} of the reference`,
    pass: ratio >= share,
    reference: round(reference),
    ratio: round(ratio),
  };
};

const rounded = (measured: Measured): Measured => ({ ...measured, value: round(measured.value) });
const round = (value: number): number => Number(value.toPrecision(4));
