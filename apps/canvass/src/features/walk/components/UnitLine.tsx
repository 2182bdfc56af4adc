import { SupportMark } from "@cml/ui";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { IconBan, IconFlag } from "@tabler/icons-react";
import { levelNumber } from "../model/level-number";
import type { Unit } from "../model/door-rows";
import { outcomeIcons } from "./outcome-icons";
import classes from "./UnitLine.module.css";

/** What is known of one unit, in one line: result and age, support, sign, and where the newest result lies. */
export const UnitLine = ({ unit }: { unit: Unit }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { outcome, at, supportLevel, sign, local } = unit.state;
  const Icon = outcome === null ? null : outcomeIcons[outcome];
  return (
    <span className={classes.line}>
      {unit.doNotContact && (
        <span className={classes.flag} data-tone="stop">
          <IconBan size={16} aria-hidden="true" />
          {t("app.walk.doNotContact")}
        </span>
      )}
      {(outcome !== null || !unit.doNotContact) && (
        <span className={classes.result} data-none={outcome === null || undefined}>
          {Icon !== null && <Icon size={17} aria-hidden="true" />}
          {outcome === null ? t("app.walk.never") : t(`app.outcomes.${outcome}`)}
          {at !== null && `, ${formats.relative(at, new Date())}`}
        </span>
      )}
      {supportLevel !== null && <SupportMark level={levelNumber(supportLevel)} size={18} />}
      {sign && <IconFlag size={18} role="img" aria-label={t("app.door.sign")} />}
      {local === "waiting" && (
        <span className={classes.flag} data-tone="waiting">
          {t("app.walk.waiting")}
        </span>
      )}
      {local === "refused" && (
        <span className={classes.flag} data-tone="stop">
          {t("app.walk.refused")}
        </span>
      )}
    </span>
  );
};
