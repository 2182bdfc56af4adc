import { useMemo } from "react";
import { usePage } from "../../../shell/page-context";
import { QrCode } from "../../../shell/QrCode";
import { drawQr } from "../../../texts/qr-drawing";

/** The number as a code for the telephone beside a computer; drawn here, shown where there is a mouse. */
export const DialCode = ({ dial }: { dial: string }) => {
  const { t } = usePage();
  const drawing = useMemo(() => drawQr(dial), [dial]);
  return (
    <figure className="dial-code">
      <QrCode drawing={drawing} label={t("calls.code")} />
      <figcaption>{t("calls.code")}</figcaption>
    </figure>
  );
};
