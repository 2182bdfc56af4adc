import { Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import type { DoorRow } from "../model/door-rows";
import classes from "./DoorList.module.css";
import { UnitLine } from "./UnitLine";

type Props = { rows: DoorRow[]; onOpen: (row: DoorRow) => void };

/** Doors in walking order: a large number, what is known, and a tick when it is done. */
export const DoorList = ({ rows, onOpen }: Props) => {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.locationId}>
          <UnstyledButton className={classes.row} data-done={row.done || undefined} onClick={() => onOpen(row)}>
            <span className={classes.number}>{row.number || "–"}</span>
            <span className={classes.facts}>
              <Text component="span" fw={600} className={classes.street}>
                {row.street}
                {row.units.length > 1 && ` · ${t("app.walk.units", { count: row.units.length })}`}
              </Text>
              {row.units.length === 1 && row.units[0] !== undefined && <UnitLine unit={row.units[0]} />}
              {row.units.length > 1 && (
                <Text size="sm" c="dimmed" component="span">
                  {t("app.turfs.done", { done: row.units.filter(({ state }) => state.at !== null).length, total: row.units.length })}
                </Text>
              )}
            </span>
            {row.done ? (
              <IconCheck size={24} className={classes.tick} aria-hidden="true" />
            ) : (
              <IconChevronRight size={20} aria-hidden="true" />
            )}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};
