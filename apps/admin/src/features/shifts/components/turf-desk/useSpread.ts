import { pairUp, type ShiftDetail, type TurfChoice } from "@cml/domain/map";
import { useMemo, useState } from "react";
import { inNaturalOrder } from "./natural-order";
import { peopleOfShift } from "./people-of-shift";

type Pair = { key: string; userIds: string[]; label: string };

/** For nobody yet: nobody else gets its doors. */
export const planned = "planned";
/** Not in this shift. */
export const leftOut = "left out";

/** Each pair gets one of the largest turfs; what barriers left very small waits for somebody who passes by. */
const firstTurfs = (turfs: readonly TurfChoice[], pairs: readonly Pair[]): Record<string, string> => {
  const largest = [...turfs].sort((a, b) => b.doors - b.out - (a.doors - a.out)).slice(0, pairs.length);
  const taken = turfs.filter((turf) => largest.includes(turf));
  return Object.fromEntries(taken.map(({ id }, place) => [id, pairs[place]?.key ?? leftOut]));
};

/** Which of an area's free turfs goes to which pair: proposed, and then as somebody wants it. */
export const useSpread = (shift: ShiftDetail, choices: readonly TurfChoice[], areaId: string | null) => {
  const [size, setSize] = useState(2);
  const [wanted, setWanted] = useState<Readonly<Record<string, string>>>({});
  const turfs = useMemo(
    () => inNaturalOrder(choices.filter(({ doors, out, parentId }) => doors > out && (areaId === null || parentId === areaId))),
    [choices, areaId],
  );
  const pairs = useMemo((): Pair[] => {
    const busy = new Set(shift.turfs.flatMap(({ returnedAt, people }) => (returnedAt === null ? people.map(({ userId }) => userId) : [])));
    const free = peopleOfShift(shift).filter(({ value }) => !busy.has(value));
    return pairUp(free, size).map((people) => {
      const userIds = people.map(({ value }) => value);
      return { key: userIds.join(" "), userIds, label: people.map(({ label }) => label).join(", ") };
    });
  }, [shift, size]);
  // Without an area nothing is given unasked: the list may hold everything from a block to a riding.
  const first = useMemo(() => (areaId === null ? {} : firstTurfs(turfs, pairs)), [areaId, turfs, pairs]);
  const known = new Set([...pairs.map(({ key }) => key), planned, leftOut]);
  const chosenFor = (id: string): string => {
    const key = wanted[id] ?? first[id] ?? leftOut;
    return known.has(key) ? key : leftOut;
  };
  /** Whoever has the turf a pair is given gets what the pair had: nobody walks two. */
  const choose = (id: string, key: string): void => {
    const isPair = key !== planned && key !== leftOut;
    const holder = isPair ? turfs.find((turf) => turf.id !== id && chosenFor(turf.id) === key)?.id : undefined;
    const now = Object.fromEntries(turfs.map((turf) => [turf.id, chosenFor(turf.id)]));
    setWanted({ ...now, [id]: key, ...(holder === undefined ? {} : { [holder]: chosenFor(id) }) });
  };
  const given = turfs.flatMap(({ id }) => {
    const key = chosenFor(id);
    return key === leftOut ? [] : [{ cutId: id, userIds: pairs.find((pair) => pair.key === key)?.userIds ?? [] }];
  });
  const taken = new Set(turfs.map(({ id }) => chosenFor(id)));
  return { turfs, pairs, size, setSize, chosenFor, choose, given, waiting: pairs.filter(({ key }) => !taken.has(key)) };
};
