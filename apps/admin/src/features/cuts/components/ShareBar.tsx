import type { CSSProperties, ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./TurfFigures.module.css";

type Share = {
  key: string;
  label: ReactNode;
  count: number;
  className?: string;
  colour?: string;
  /** Stands in the legend only: the ground of the bar. */ isRest?: boolean;
};

type Props = { shares: readonly Share[]; of: number };

/** Parts of a whole as one bar, each named beneath with its count and share; the bar says nothing the list does not. */
export const ShareBar = ({ shares, of }: Props) => {
  const formats = useSiteFormats();
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {shares
          .filter(({ count, isRest }) => count > 0 && isRest !== true)
          .map(({ key, count, className, colour }) => (
            <span key={key} className={className} style={styleOf(count / Math.max(1, of), colour)} />
          ))}
      </div>
      <dl className={classes.legend} style={{ marginTop: 10 }}>
        {shares.map(({ key, label, count }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {formats.number(count)}
              {of > 0 && ` · ${formats.percent(count / of)}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

const styleOf = (share: number, colour: string | undefined): CSSProperties => ({
  width: `${String(share * 100)}%`,
  ...(colour === undefined ? {} : { background: colour }),
});
