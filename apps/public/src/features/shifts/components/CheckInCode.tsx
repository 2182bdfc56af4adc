import { usePage } from "../../../shell/page-context";
import { QrCode } from "../../../shell/QrCode";

/** What somebody shows at the meeting place: to be scanned, or read out. */
export const CheckInCode = ({ code }: { code: string }) => {
  const { t } = usePage();
  return (
    <figure className="check-in-code">
      <QrCode text={code} label={t("shifts.checkIn.picture")} />
      <figcaption>
        <strong>{code}</strong>
        <span>{t("shifts.checkIn.text")}</span>
      </figcaption>
    </figure>
  );
};
