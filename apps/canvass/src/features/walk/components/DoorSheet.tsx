import { Button, Drawer, Group, Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import type { VisitDraft } from "../hooks/useWalk";
import type { DoorRow } from "../model/door-rows";
import { UnitLine } from "./UnitLine";
import { VisitForm } from "./VisitForm";

type Props = {
  door: DoorRow | null;
  onClose: () => void;
  /** Null while no walk is under way. */
  onRecord: ((addressId: string, draft: VisitDraft) => Promise<void>) | null;
  onStart: () => void;
};

/** The sheet that comes up for a door; a building with units asks which one first. */
export const DoorSheet = ({ door, ...rest }: Props) => (
  <Drawer
    opened={door !== null}
    onClose={rest.onClose}
    position="bottom"
    size="auto"
    title={door === null ? null : <Text component="span" fw={650} fz={22}>{`${door.number} ${door.street}`}</Text>}
    styles={{
      content: { borderTopLeftRadius: 16, borderTopRightRadius: 16, maxHeight: "92dvh" },
      body: { paddingBottom: "calc(16px + env(safe-area-inset-bottom))" },
    }}
    closeButtonProps={{ size: 48 }}
  >
    {door !== null && <Sheet key={door.locationId} door={door} {...rest} />}
  </Drawer>
);

const Sheet = ({ door, onRecord, onStart }: Props & { door: DoorRow }) => {
  const { t } = useTranslation();
  const [unitId, setUnitId] = useState(() => (door.units.find(({ state }) => state.at === null) ?? door.units[0])?.id ?? null);
  const unit = door.units.find(({ id }) => id === unitId) ?? null;
  return (
    <Stack gap="md">
      {door.buildingNotes !== null && door.buildingNotes !== "" && (
        <Text size="sm">{t("app.door.building", { notes: door.buildingNotes })}</Text>
      )}
      {door.units.length > 1 && (
        <Select
          size="md"
          label={t("app.walk.units", { count: door.units.length })}
          data={door.units.map(({ id, unitNumber }) => ({ value: id, label: t("app.walk.unit", { unit: unitNumber ?? "–" }) }))}
          value={unitId}
          onChange={setUnitId}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {unit !== null && (
        <>
          <UnitLine unit={unit} />
          {unit.state.note !== null && unit.state.note !== "" && <Text size="sm">{t("app.door.lastNote", { note: unit.state.note })}</Text>}
          {onRecord === null ? (
            <Group>
              <Text size="sm" c="dimmed">
                {t("app.walk.notStarted")}
              </Text>
              <Button size="md" mih={56} fullWidth onClick={onStart}>
                {t("app.walk.start")}
              </Button>
            </Group>
          ) : (
            !unit.doNotContact && <VisitForm key={unit.id} unit={unit} onSave={(draft) => onRecord(unit.id, draft)} />
          )}
        </>
      )}
    </Stack>
  );
};
