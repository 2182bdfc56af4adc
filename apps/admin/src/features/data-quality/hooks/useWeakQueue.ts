import type { LatLng } from "@cml/domain/kernel";
import type { ReviewInput, WeakMatch } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { useQueueLine } from "../../../shell/queue-desk/useQueueLine";
import type { Choice } from "../model/choices";
import { moveOf } from "../model/move";

type Decision = ReviewInput["decision"];
type Done = { match: WeakMatch; updatedAt: Date };

const fetched = 50;

/** The weak matches one after the other, the weakest first. */
export const useWeakQueue = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const query = api.map.geocoding.weakMatches.useQuery({ limit: fetched }, { refetchOnWindowFocus: false });
  const review = api.map.geocoding.review.useMutation({ onError: notifyFailed });
  const back = api.map.geocoding.undoReview.useMutation({ onError: notifyFailed });
  const { refresh, settle, takeBack, quietly, last, ...line } = useQueueLine<WeakMatch, Done>(query);
  const { current } = line;
  const isBusy = review.isPending || back.isPending;

  const decide = async (decision: Decision, words: (address: string) => string): Promise<void> => {
    if (current === null || isBusy) return;
    const { updatedAt } = await review
      .mutateAsync({ id: current.id, updatedAt: current.updatedAt, decision })
      .catch(async (error: unknown) => {
        await refresh();
        throw error;
      });
    await settle(current, { match: current, updatedAt }, words(current.address));
    void cache.map.geocoding.quality.invalidate();
  };
  const undo = async (): Promise<void> => {
    if (last === undefined || isBusy) return;
    await back.mutateAsync({ id: last.match.id, updatedAt: last.updatedAt });
    await takeBack(t("quality.queue.undone", { address: last.match.address }));
  };
  /** How far, and which way: whoever dragged a pin by mistake hears it. */
  const movedTo = (point: LatLng) => (address: string) => {
    const { metres, wind } = moveOf(current ?? point, point);
    return t(`quality.queue.moved.${wind}`, { address, metres: formats.number(metres) });
  };

  return {
    ...line,
    query,
    isBusy,
    undo: () => quietly(undo()),
    keep: () => quietly(decide({ kind: "keep" }, (address) => t("quality.queue.kept", { address }))),
    setAside: () => quietly(decide({ kind: "setAside" }, (address) => t("quality.queue.wasSetAside", { address }))),
    move: (point: LatLng) => quietly(decide({ kind: "move", latitude: point.latitude, longitude: point.longitude }, movedTo(point))),
    take: ({ latitude, longitude, confidence, provider, address: place }: Choice) => {
      if (provider !== "GOOGLE")
        quietly(
          decide({ kind: "take", latitude, longitude, confidence, provider }, (address) => t("quality.queue.taken", { address, place })),
        );
    },
  };
};
