import { Button, Drawer, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { LastSaved } from "../hooks/useDoorSheet";
import type { VisitDraft } from "../hooks/useWalk";
import type { DoorRow, Unit } from "../model/door-rows";
import classes from "./DoorSheet.module.css";
import { SavedBar } from "./SavedBar";
import { UnitLine } from "./UnitLine";
import { UnitPicker } from "./UnitPicker";
import { VisitForm } from "./VisitForm";

type Props = {
  door: DoorRow | null;
  unitId: string | null;
  lastSaved: LastSaved | null;
  onUnit: (unitId: string | null) => void;
  onClose: () => void;
  /** Null while no walk is under way. */
  onRecord: ((addressId: string, draft: VisitDraft) => Promise<void>) | null;
  onStart: () => void;
};

/** The sheet that comes up for a door; a building with units asks which one first. */
export const DoorSheet = ({ door, ...rest }: Props) => {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={door !== null}
      onClose={rest.onClose}
      position="bottom"
      size="auto"
      title={door === null ? null : `${door.number} ${door.street}`.trim()}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
      closeButtonProps={{ size: 56, iconSize: 30, "aria-label": t("app.door.close") }}
    >
      {door !== null && <Sheet key={door.locationId} door={door} {...rest} />}
    </Drawer>
  );
};

const Sheet = ({ door, unitId, lastSaved, onUnit, onRecord, onStart }: Props & { door: DoorRow }) => {
  const { t } = useTranslation();
  const unit = door.units.find(({ id }) => id === unitId) ?? null;
  return (
    <Stack gap="sm">
      <SavedBar saved={lastSaved} />
      {door.buildingNotes !== null && door.buildingNotes !== "" && <Text>{t("app.door.building", { notes: door.buildingNotes })}</Text>}
      {unit === null ? <UnitPicker units={door.units} onPick={onUnit} /> : <Known unit={unit} />}
      {unit !== null && door.units.length > 1 && (
        <Button variant="default" mih={56} onClick={() => onUnit(null)}>
          {t("app.door.otherUnit")}
        </Button>
      )}
      {onRecord === null && (
        <Button size="lg" mih={56} fullWidth onClick={onStart}>
          {t("app.walk.start")}
        </Button>
      )}
      {onRecord !== null && unit !== null && !unit.doNotContact && (
        <VisitForm key={unit.id} unit={unit} onSave={(draft) => onRecord(unit.id, draft)} />
      )}
    </Stack>
  );
};

const Known = ({ unit }: { unit: Unit }) => {
  const { t } = useTranslation();
  const name = [unit.firstName, unit.lastName].filter(Boolean).join(" ");
  const number = unit.unitNumber === null ? "" : t("app.walk.unit", { unit: unit.unitNumber });
  const who = [number, name].filter((part) => part !== "").join(" · ");
  return (
    <div className={classes.known}>
      {who !== "" && (
        <Text fw={650} size="lg">
          {who}
        </Text>
      )}
      <UnitLine unit={unit} />
      {unit.doNotContact && <Text>{t("app.door.doNotContactText")}</Text>}
      {unit.state.note !== null && unit.state.note !== "" && (
        <Text className={classes.note}>{t("app.door.lastNote", { note: unit.state.note })}</Text>
      )}
    </div>
  );
};
