import { api } from "../../../api";

/** Handing out and moving turf: nothing to guess at without signal, because two captains may give the same doors. */
export const useTurfActs = (shiftId: string, onDone: () => void) => {
  const settled = { networkMode: "always", onSuccess: onDone } as const;
  const handOut = api.map.shiftDay.handOut.useMutation(settled);
  const give = api.map.shiftDay.give.useMutation(settled);
  const takeBack = api.map.shiftDay.takeBack.useMutation(settled);
  const split = api.map.shiftDay.split.useMutation(settled);
  const all = [handOut, give, takeBack, split];
  return {
    handOut: (cutId: string, userIds: string[]) => handOut.mutate({ shiftId, cutId, userIds }),
    give: (id: string, userIds: string[]) => give.mutate({ shiftId, id, userIds }),
    takeBack: (id: string) => takeBack.mutate({ shiftId, id }),
    giveHalf: (id: string, userIds: string[]) => split.mutate({ shiftId, id, part: "half", userIds }),
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    forget: () => {
      for (const one of all) one.reset();
    },
  };
};
export type TurfActs = ReturnType<typeof useTurfActs>;
