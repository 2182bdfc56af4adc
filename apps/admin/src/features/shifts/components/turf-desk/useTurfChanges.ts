import type { TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../../api";
import { notifyDone, notifyFailed } from "../../../../shell/notify";

/** What may be done with the turfs of a shift; `onDone` follows the news. */
export const useTurfChanges = (onDone: () => void) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const after = async (said: string) => {
    onDone();
    notifyDone(said);
    await Promise.all([cache.map.shifts.invalidate(), cache.map.turfFilters.invalidate(), cache.map.turfAssignments.invalidate()]);
  };
  const onError = notifyFailed;
  const handOut = api.map.turfAssignments.handOut.useMutation({ onSuccess: () => after(t("turfDesk.given")), onError });
  const give = api.map.turfAssignments.give.useMutation({ onSuccess: () => after(t("turfDesk.given")), onError });
  const takeBack = api.map.turfAssignments.takeBack.useMutation({
    onSuccess: ({ cutName }: TurfAssignment) => after(t("turfDesk.takenBack", { turf: cutName })),
    onError,
  });
  const split = api.map.turfAssignments.split.useMutation({
    onSuccess: ({ made }, { part }) => after(t(part === "half" ? "turfDesk.splitDone" : "turfDesk.moveDone", { count: made.doors })),
    onError,
  });
  const handOutMany = api.map.turfAssignments.handOutMany.useMutation({
    onSuccess: (made) => after(t("turfDesk.spreadDone", { count: made.length })),
    onError,
  });
  const pass = api.map.turfAssignments.pass.useMutation({ onSuccess: () => after(t("turfDesk.passed")), onError });
  const swap = api.map.turfAssignments.swap.useMutation({ onSuccess: () => after(t("turfDesk.swapped")), onError });
  return { handOut, handOutMany, give, pass, swap, takeBack, split };
};
