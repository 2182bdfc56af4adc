import { usePage } from "../../../shell/page-context";
import { QrCode } from "../../../shell/QrCode";

/** The number as a code for the telephone beside a computer; drawn here, shown where there is a mouse. */
export const DialCode = ({ dial }: { dial: string }) => {
  const { t } = usePage();
  return (
    <figure className="dial-code">
      <QrCode text={dial} label={t("calls.code")} />
      <figcaption>{t("calls.code")}</figcaption>
    </figure>
  );
};
