import { usePage } from "../../../shell/page-context";
import { QrCode } from "../../../shell/QrCode";
import type { MyShiftView } from "../model";

/** What somebody shows at the meeting place: to be scanned, or read out. */
export const CheckInCode = ({ code, drawing }: NonNullable<MyShiftView["checkIn"]>) => {
  const { t } = usePage();
  return (
    <figure className="check-in-code">
      <QrCode drawing={drawing} label={t("shifts.checkIn.picture")} />
      <figcaption>
        <strong>{code}</strong>
        <span>{t("shifts.checkIn.text")}</span>
      </figcaption>
    </figure>
  );
};
