import type { ImportCounts } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Import.module.css";

const parts = ["created", "changed", "same", "rejected"] as const;

/** All rows of a file as one bar, by what becomes of them, with the numbers below. */
export const CountsPicture = ({ counts }: { counts: ImportCounts }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const shown = (name: keyof ImportCounts) => formats.number(counts[name]);
  return (
    <div>
      <div
        className={classes.bar}
        role="img"
        aria-label={t("imports.difference.picture", {
          created: shown("created"),
          changed: shown("changed"),
          same: shown("same"),
          rejected: shown("rejected"),
          read: shown("read"),
        })}
      >
        {parts.map((part) => (counts[part] === 0 ? null : <div key={part} className={classes[part]} style={{ flexGrow: counts[part] }} />))}
      </div>
      <dl className={classes.figures} style={{ marginTop: 14 }}>
        {(["read", ...parts] as const).map((part) => (
          <div key={part}>
            <dt>
              {part !== "read" && <span className={`${classes.swatch} ${classes[part]}`} aria-hidden="true" />}
              {t(`imports.counts.${part}`)}
            </dt>
            <dd>{shown(part)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
