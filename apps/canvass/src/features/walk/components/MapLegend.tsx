import { useTranslation } from "@cml/ui/i18n";
import classes from "./MapLegend.module.css";

/** What the points mean; shapes, so that it holds in grey too. */
export const MapLegend = () => {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend}>
      {(["next", "open", "done"] as const).map((kind) => (
        <li key={kind}>
          <span className={classes.point} data-kind={kind} aria-hidden="true" />
          {t(`app.walk.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
