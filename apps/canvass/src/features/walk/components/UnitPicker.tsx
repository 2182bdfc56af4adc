import { Fieldset, UnstyledButton } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconBan, IconCheck } from "@tabler/icons-react";
import type { Unit } from "../model/door-rows";
import classes from "./UnitPicker.module.css";

/** Which door of a building; the ones that are done carry a tick. */
export const UnitPicker = ({ units, onPick }: { units: Unit[]; onPick: (unitId: string) => void }) => {
  const { t } = useTranslation();
  return (
    <Fieldset variant="unstyled" className={classes.fieldset} legend={t("app.door.whichUnit", { count: units.length })}>
      <div className={classes.grid}>
        {units.map((unit) => (
          <UnstyledButton key={unit.id} className={classes.unit} data-done={unit.done || undefined} onClick={() => onPick(unit.id)}>
            {unit.unitNumber ?? "–"}
            {unit.doNotContact && <IconBan size={18} role="img" aria-label={t("app.walk.doNotContact")} />}
            {unit.done && !unit.doNotContact && <IconCheck size={18} stroke={2.5} role="img" aria-label={t("app.walk.isDone")} />}
          </UnstyledButton>
        ))}
      </div>
    </Fieldset>
  );
};
