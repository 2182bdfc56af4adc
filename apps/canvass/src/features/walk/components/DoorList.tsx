import { useFormats, useTranslation } from "@cml/ui/i18n";
import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import type { DoorRow } from "../model/door-rows";
import classes from "./DoorList.module.css";
import { UnitLine } from "./UnitLine";

// Fewer are laid out in one go anyway.
const manyRows = 400;

type Props = { rows: DoorRow[]; nextId: string | null; onOpen: (locationId: string) => void };

/** Doors in walking order: a large number, what is known, and a tick when it is done. */
export const DoorList = memo(({ rows, nextId, onOpen }: Props) => (
  <ul className={classes.list} data-long={rows.length > manyRows || undefined}>
    {rows.map((row) => (
      <DoorItem key={row.locationId} row={row} isNext={row.locationId === nextId} onOpen={onOpen} />
    ))}
  </ul>
));
DoorList.displayName = "DoorList";

type ItemProps = { row: DoorRow; isNext: boolean; onOpen: (locationId: string) => void };

// Plain elements: a turf may have thousands of rows on a cheap phone.
const DoorItem = memo(({ row, isNext, onOpen }: ItemProps) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [only] = row.units;
  const name = row.units.length === 1 ? [only?.firstName, only?.lastName].filter(Boolean).join(" ") : "";
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-done={row.done || undefined}
        data-next={isNext || undefined}
        onClick={() => onOpen(row.locationId)}
      >
        <span className={classes.number}>{row.number || "–"}</span>
        <span className={classes.facts}>
          <span className={classes.street}>{row.street}</span>
          {name !== "" && <span>{name}</span>}
          {row.units.length === 1 && only !== undefined && <UnitLine unit={only} />}
          {row.units.length > 1 && (
            <span className={classes.small}>
              {`${t("app.walk.units", { count: row.units.length })} · ${t("app.turfs.done", {
                done: formats.number(row.units.filter(({ done }) => done).length),
                total: formats.number(row.units.length),
              })}`}
            </span>
          )}
        </span>
        {row.done ? (
          <IconCheck size={26} stroke={2.5} className={classes.tick} aria-label={t("app.walk.isDone")} role="img" />
        ) : (
          <IconChevronRight size={22} className={classes.chevron} aria-hidden="true" />
        )}
      </button>
    </li>
  );
});
DoorItem.displayName = "DoorItem";
