import { Box, Text } from "@mantine/core";
import type { SheetDoor, SheetToType } from "@cml/domain/canvass";
import { SupportMark, supportNumber } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconCheck, IconClock, IconHomeStar, IconNote } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { type Desk, shownAt, type Typing } from "../model/typing";
import classes from "./LineList.module.css";

type Props = { sheet: SheetToType; typing: Typing; desk: Desk; onGo: (index: number) => void };

/** The sheet as it was printed: buildings with their units, each with what is typed in. */
export const LineList = ({ sheet, typing, desk, onGo }: Props) => {
  const { t } = useTranslation();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: "center" });
  }, [typing.cursor]);
  return (
    <ol className={classes.list} aria-label={t("sheets.doors")}>
      {sheet.lines.map((line, index) => (
        <li key={line.addressId} ref={index === typing.cursor ? current : undefined} className={classes.item}>
          {isBuildingBegun(sheet.lines, index) && (
            <Text size="sm" fw={600} className={classes.building}>
              {line.address}
            </Text>
          )}
          <Line line={line} mark={shownAt(typing, desk, line.addressId)} isCurrent={index === typing.cursor} onGo={() => onGo(index)} />
        </li>
      ))}
    </ol>
  );
};

/** A building of several doors has a heading; a house's address stands in its line. */
const isBuildingBegun = (lines: readonly SheetDoor[], index: number): boolean => {
  const { address, unitNumber } = lines[index] ?? {};
  return unitNumber !== null && lines[index - 1]?.address !== address;
};

type LineProps = { line: SheetDoor; mark: ReturnType<typeof shownAt>; isCurrent: boolean; onGo: () => void };

const Line = ({ line, mark, isCurrent, onGo }: LineProps) => {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.line} aria-current={isCurrent ? "true" : undefined} onClick={onGo} tabIndex={-1}>
      <span className={classes.place}>{line.place}</span>
      <Box component="span" className={classes.door}>
        <Text component="span" size="sm" fw={550}>
          {line.unitNumber ?? line.address}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {line.people}
          {line.doNotContact && <strong className={classes.warning}> {t("sheets.doNotContact")}</strong>}
        </Text>
      </Box>
      {mark !== null && <Mark mark={mark} />}
    </button>
  );
};

const Mark = ({ mark }: { mark: NonNullable<LineProps["mark"]> }) => {
  const { t } = useTranslation();
  const state = "status" in mark ? (mark.outcome === null ? "unfinished" : mark.status === "refused" ? "refused" : "waiting") : "saved";
  const Icon = { waiting: IconClock, saved: IconCheck, refused: IconAlertTriangle, unfinished: IconAlertTriangle }[state];
  return (
    <span className={classes.mark} data-state={state}>
      {mark.supportLevel !== null && <SupportMark level={supportNumber(mark.supportLevel)} size={14} />}
      {mark.signRequested && <IconHomeStar size={15} aria-label={t("sheets.sign")} />}
      {mark.notes !== null && <IconNote size={15} aria-label={t("sheets.note")} />}
      <span>{mark.outcome === null ? "" : t(`visits.outcomes.${mark.outcome}`)}</span>
      <Icon size={15} aria-label={t(`sheets.state.${state}`)} />
      {"message" in mark && mark.message !== undefined && <span className={classes.message}>{mark.message}</span>}
    </span>
  );
};
