import { useTranslation } from "@cml/ui/i18n";
import type { DoorRow } from "../model/door-rows";
import type { MyTurf } from "./useTurf";

/** Head of the list and of the map: the turf's name, what is left and until when. */
export const useTurfHead = (turf: MyTurf | null, rows: DoorRow[] | null): { title: string; under: string | undefined } => {
  const { t } = useTranslation();
  const parts = [
    rows === null ? null : t("app.walk.left", { count: rows.filter(({ done }) => !done).length }),
    turf === null ? null : t("app.walk.until", { time: turf.endTime }),
  ].filter((part) => part !== null);
  return { title: turf?.cutName ?? t("app.turfs.title"), under: parts.length === 0 ? undefined : parts.join(" · ") };
};
