import { usePage } from "../../../shell/page-context";
import type { ShiftView } from "../model";

/** Free places as words. */
export const Places = ({ placesLeft }: Pick<ShiftView, "placesLeft">) => {
  const { t } = usePage();
  if (placesLeft === 0) return <p className="places places-none">{t("shifts.full")}</p>;
  return <p className={placesLeft <= 3 ? "places places-few" : "places"}>{t("shifts.left", { count: placesLeft })}</p>;
};
