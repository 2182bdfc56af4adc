import { Button, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { type Floor, groupByFloor, type LocationDetail, type Unit } from "@cml/domain/map";
import { SupportMark, supportNumber } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconBan, IconChevronDown, IconChevronRight, IconPlus, IconSignRight } from "@tabler/icons-react";
import { useState } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { AddUnits } from "./AddUnits";
import { UnitForm } from "./UnitForm";
import classes from "./UnitList.module.css";

type Props = { location: LocationDetail; canEdit: boolean; onChanged: () => unknown };

/** The doors under their floors; one opens to what is known there. */
export const UnitList = ({ location, canEdit, onChanged }: Props) => {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(location.addresses.length === 1 ? (location.addresses[0]?.id ?? null) : null);
  const [adds, setAdds] = useState(false);
  const groups = groupByFloor(location.addresses);
  const words = (floor: Floor): string =>
    floor.kind === "number" ? t("buildings.floors.number", { number: floor.number }) : t(`buildings.floors.${floor.kind}`);
  return (
    <Stack gap="md">
      {groups.map(({ floor, units }) => (
        <section key={words(floor)} aria-label={words(floor)}>
          {(groups.length > 1 || floor.kind === "number") && (
            <Text size="sm" fw={550} c="dimmed" mb={4} component="h3">
              {words(floor)}
            </Text>
          )}
          <div className={classes.floor}>
            {units.map((unit) => (
              <Door
                key={unit.id}
                unit={unit}
                location={location}
                canEdit={canEdit}
                isOpen={unit.id === openId}
                onToggle={() => setOpenId(unit.id === openId ? null : unit.id)}
                onChanged={onChanged}
              />
            ))}
          </div>
        </section>
      ))}
      {canEdit &&
        (adds ? (
          <AddUnits location={location} onChanged={onChanged} onClose={() => setAdds(false)} />
        ) : (
          <Group>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdds(true)}>
              {t("buildings.addUnits")}
            </Button>
          </Group>
        ))}
    </Stack>
  );
};

type DoorProps = Props & { unit: Unit; isOpen: boolean; onToggle: () => void };

const Door = ({ unit, location, canEdit, isOpen, onToggle, onChanged }: DoorProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const name = unit.unitNumber ?? t("doors.wholeBuilding");
  const people = unit.residents.length > 0 ? unit.residents : [unit];
  const names = people.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" ")).filter((one) => one !== "");
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.door}>
      <UnstyledButton
        className={classes.line}
        onClick={onToggle}
        aria-expanded={isOpen}
        aria-label={t("buildings.editUnit", { unit: name })}
      >
        <Arrow size={16} aria-hidden="true" />
        <Text size="sm" fw={550} className={classes.name}>
          {name}
        </Text>
        <Text size="sm" truncate className={classes.people}>
          {names.join(", ")}
        </Text>
        {unit.doNotContact && <IconBan size={16} aria-label={t("buildings.doNotContact")} color="var(--mantine-color-brick-filled)" />}
        {unit.sign && <IconSignRight size={16} aria-label={t("buildings.sign")} />}
        <SupportMark level={supportNumber(unit.supportLevel)} />
        <Text size="xs" c="dimmed" className={classes.when}>
          {unit.lastVisitedAt === null ? t("doors.never") : formats.date(unit.lastVisitedAt)}
        </Text>
      </UnstyledButton>
      {isOpen && <UnitForm key={unit.id} unit={unit} location={location} canEdit={canEdit} onChanged={onChanged} />}
    </div>
  );
};
