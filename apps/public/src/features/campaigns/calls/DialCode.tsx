import { useMemo } from "react";
import { encode } from "uqr";
import { usePage } from "../../../shell/page-context";

/** The number as a code for the telephone beside a computer; drawn here, shown where there is a mouse. */
export const DialCode = ({ dial }: { dial: string }) => {
  const { t } = usePage();
  const { path, size } = useMemo(() => drawn(dial), [dial]);
  return (
    <figure className="dial-code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("calls.code")} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>{t("calls.code")}</figcaption>
    </figure>
  );
};

const drawn = (text: string): { path: string; size: number } => {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size };
};
