import type { LatLng } from "@cml/domain/kernel";
import type { ReviewInput, WeakMatch } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import type { Choice } from "../model/choices";

type Decision = ReviewInput["decision"];
type Done = { match: WeakMatch; updatedAt: Date };

const fetched = 50;

/** The weak matches one after the other; what is decided leaves the line, and comes back with `undo`, however often it is pressed. */
export const useWeakQueue = () => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const query = api.map.geocoding.weakMatches.useQuery({ limit: fetched }, { refetchOnWindowFocus: false });
  const review = api.map.geocoding.review.useMutation({ onError: notifyFailed });
  const back = api.map.geocoding.undoReview.useMutation({ onError: notifyFailed });
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [index, setIndex] = useState(0);
  const [done, setDone] = useState<Done[]>([]);
  const [said, setSaid] = useState("");
  const items = (query.data?.items ?? []).filter(({ id }) => !settled.has(id));
  const at = Math.min(index, Math.max(0, items.length - 1));
  const current = items[at] ?? null;
  const isBusy = review.isPending || back.isPending;

  const decide = async (decision: Decision, words: string): Promise<void> => {
    if (current === null || isBusy) return;
    const { updatedAt } = await review
      .mutateAsync({ id: current.id, updatedAt: current.updatedAt, decision })
      .catch(async (error: unknown) => {
        await query.refetch();
        throw error;
      });
    setDone((before) => [...before, { match: current, updatedAt }]);
    setSettled((before) => new Set(before).add(current.id));
    setSaid(words);
    if (items.length <= 5) {
      await query.refetch();
      setSettled(new Set());
    }
    void cache.map.geocoding.quality.invalidate();
  };
  const undo = async (): Promise<void> => {
    const last = done.at(-1);
    if (last === undefined || isBusy) return;
    await back.mutateAsync({ id: last.match.id, updatedAt: last.updatedAt });
    setDone((before) => before.slice(0, -1));
    await query.refetch();
    setSettled((before) => new Set([...before].filter((id) => id !== last.match.id)));
    setIndex(0);
    setSaid(t("quality.queue.undone", { address: last.match.address }));
  };
  // A refusal has been told; there is nothing more to do about it here.
  const quietly = (work: Promise<void>): void => void work.catch(() => undefined);

  return {
    query,
    current,
    at,
    waiting: Math.max(0, (query.data?.total ?? 0) - settled.size),
    loaded: items.length,
    said,
    isBusy,
    canUndo: done.length > 0,
    next: () => setIndex(Math.min(at + 1, items.length - 1)),
    previous: () => setIndex(Math.max(at - 1, 0)),
    undo: () => quietly(undo()),
    keep: () => quietly(decide({ kind: "keep" }, t("quality.queue.kept", { address: current?.address ?? "" }))),
    setAside: () => quietly(decide({ kind: "setAside" }, t("quality.queue.wasSetAside", { address: current?.address ?? "" }))),
    move: ({ latitude, longitude }: LatLng) =>
      quietly(decide({ kind: "move", latitude, longitude }, t("quality.queue.moved", { address: current?.address ?? "" }))),
    take: ({ latitude, longitude, confidence, provider }: Choice) => {
      if (provider !== "GOOGLE")
        quietly(
          decide(
            { kind: "take", latitude, longitude, confidence, provider },
            t("quality.queue.taken", { address: current?.address ?? "" }),
          ),
        );
    },
  };
};
