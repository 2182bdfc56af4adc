import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SupportLevelNumber } from "../theme/support-level";

type Props = { level: SupportLevelNumber | null; size?: number; withLabel?: boolean };

const centre = 8;
const shapes: Record<SupportLevelNumber, (colour: string) => React.ReactNode> = {
  1: (colour) => <circle cx={centre} cy={centre} r="6.5" fill={colour} />,
  2: (colour) => (
    <>
      <circle cx={centre} cy={centre} r="5.75" fill="none" stroke={colour} strokeWidth="1.5" />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill={colour} />
    </>
  ),
  3: (colour) => <circle cx={centre} cy={centre} r="5.5" fill="none" stroke={colour} strokeWidth="2.25" />,
  4: (colour) => <path d="M3 3l10 10M13 3L3 13" stroke={colour} strokeWidth="2.75" strokeLinecap="round" />,
};

/** The support level as everywhere: 1 filled circle, 2 half, 3 ring, 4 cross; a dot of a dash when nobody asked yet. */
export const SupportMark = ({ level, size = 16, withLabel = false }: Props) => {
  const { t } = useTranslation("kernel");
  const label = t(`ui.support.${level ?? "none"}`);
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: "0.4em" }}>
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" style={{ flex: "none" }}>
        {level === null ? (
          <path d="M4.5 8h7" stroke="var(--mantine-color-dimmed)" strokeWidth="1.5" strokeLinecap="round" />
        ) : (
          shapes[level](`var(--cml-support-${level})`)
        )}
      </svg>
      {withLabel ? <span>{label}</span> : <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  );
};
