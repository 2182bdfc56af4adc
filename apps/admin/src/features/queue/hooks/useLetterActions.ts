import type { ChangedLetters, Settlement } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

type Choice = { campaignId: string | null; ids: string[] | null };
type Undo = { text: string; run: () => void };

/** What a person may do to letters, each with its way back where there is one. */
export const useLetterActions = () => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [undo, setUndo] = useState<Undo | null>(null);
  const options = { onError: notifyFailed };
  const retry = api.influence.sending.retry.useMutation(options);
  const cancel = api.influence.sending.cancel.useMutation(options);
  const settle = api.influence.sending.settle.useMutation(options);
  const unsettle = api.influence.sending.unsettle.useMutation(options);

  const finish = async (text: string, result: ChangedLetters, back: ((ids: string[]) => void) | null) => {
    notifyDone(text);
    // More than the answer can name cannot be taken back one by one.
    const whole = result.changed > 0 && result.ids.length === result.changed;
    setUndo(back === null || !whole ? null : { text, run: () => back(result.ids) });
    await cache.influence.invalidate();
  };

  // Some may have gone on since: what happened to them cannot be taken back, and that is said.
  const takeBack = (settled: { ids: string[]; settlement: Settlement }) =>
    unsettle.mutate(settled, {
      onSuccess: (result) => {
        const gone = settled.ids.length - result.changed;
        const back = result.changed === 0 ? [] : [t("sending.done.unsettle", { count: result.changed })];
        void finish([...back, ...(gone === 0 ? [] : [t("sending.done.movedOn", { count: gone })])].join(" "), result, null);
      },
    });

  const actions = {
    retry: (choice: Choice, from: "FAILED" | "CANCELLED" = "FAILED") =>
      retry.mutate(
        { ...choice, from },
        {
          onSuccess: (result) =>
            void finish(
              t("sending.done.retry", { count: result.changed }),
              result,
              from === "CANCELLED" ? null : (ids) => actions.cancel({ campaignId: null, ids }),
            ),
        },
      ),
    cancel: (choice: Choice) =>
      cancel.mutate(choice, {
        onSuccess: (result) =>
          void finish(t("sending.done.cancel", { count: result.changed }), result, (ids) =>
            actions.retry({ campaignId: null, ids }, "CANCELLED"),
          ),
      }),
    settle: (choice: Choice, settlement: Settlement) =>
      settle.mutate(
        { ...choice, settlement },
        {
          onSuccess: (result) =>
            void finish(t("sending.done.settle", { count: result.changed }), result, (ids) => takeBack({ ids, settlement })),
        },
      ),
  };
  const pending = [retry, cancel, settle, unsettle].some(({ isPending }) => isPending);
  return { ...actions, undo, clearUndo: () => setUndo(null), isPending: pending };
};

export type LetterActions = ReturnType<typeof useLetterActions>;
