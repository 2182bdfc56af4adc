import { usePage } from "../../../shell/page-context";
import type { ShiftView } from "../model";

/** Free places as words. */
export const Places = ({ shift: { status, placesLeft } }: { shift: ShiftView }) => {
  const { t } = usePage();
  if (status === "CANCELLED") return <p className="places places-none">{t("shifts.cancelled")}</p>;
  if (status === "FULL" || placesLeft === 0) return <p className="places places-none">{t("shifts.full")}</p>;
  return (
    <p className={placesLeft !== null && placesLeft <= 3 ? "places places-few" : "places"}>
      {placesLeft === null ? t("shifts.open") : t("shifts.left", { count: placesLeft })}
    </p>
  );
};
