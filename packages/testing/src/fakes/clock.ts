/** A clock that stands still until a test moves it. */
export type FakeClock = {
  now: () => Date;
  set: (moment: Date | string) => void;
  advance: (milliseconds: number) => void;
};

/** Starts on a Tuesday afternoon in Canada, clear of any clock change. */
export const fakeClock = (start: Date | string = "2026-03-17T18:00:00.000Z"): FakeClock => {
  let current = new Date(start);
  return {
    now: () => new Date(current),
    set: (moment) => {
      current = new Date(moment);
    },
    advance: (milliseconds) => {
      current = new Date(current.getTime() + milliseconds);
    },
  };
};
