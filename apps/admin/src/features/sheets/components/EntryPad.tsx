import { Badge, Button, Group, Text } from "@mantine/core";
import type { SheetDoor, SheetToType } from "@cml/domain/canvass";
import { mayCarrySupport } from "@cml/domain/canvass";
import { sheetOutcomes } from "@cml/domain/map";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import { type KeyMeaning, noteKey, signKey } from "../model/keys";
import type { shownAt } from "../model/typing";
import classes from "./EntryPad.module.css";
import { NoteField } from "./NoteField";

type Props = {
  sheet: SheetToType;
  line: SheetDoor;
  mark: ReturnType<typeof shownAt>;
  isNoting: boolean;
  onKey: (meaning: KeyMeaning) => void;
  onNote: (text: string | null) => void;
};

/** The door typed now, and everything its keys do as buttons for a thumb. */
export const EntryPad = ({ sheet, line, mark, isNoting, onKey, onNote }: Props) => {
  const { t } = useTranslation();
  const name = [line.unitNumber, line.address].filter(Boolean).join(" – ");
  return (
    <section className={classes.pad} aria-label={name}>
      <Door sheet={sheet} line={line} name={name} />
      {isNoting ? (
        <NoteField door={name} text={mark?.notes ?? ""} onDone={onNote} />
      ) : (
        <>
          <div className={classes.outcomes} role="group" aria-label={t("sheets.result")}>
            {sheetOutcomes.map((outcome) => (
              <PadButton
                key={outcome}
                letter={sheet.keys[outcome]}
                label={t(`visits.outcomes.${outcome}`)}
                isOn={mark?.outcome === outcome}
                onPress={() => onKey({ kind: "outcome", outcome })}
              />
            ))}
          </div>
          <Extras mark={mark} onKey={onKey} />
          <Group gap={6} grow wrap="nowrap" className={classes.steps}>
            <Step icon={<IconArrowUp size={17} />} label={t("sheets.previous")} onPress={() => onKey({ kind: "previous" })} />
            <Step icon={<IconArrowBackUp size={17} />} label={t("sheets.undo")} onPress={() => onKey({ kind: "undo" })} />
            <Step icon={<IconArrowDown size={17} />} label={t("sheets.next")} onPress={() => onKey({ kind: "next" })} />
          </Group>
        </>
      )}
    </section>
  );
};

const Door = ({ sheet, line, name }: Pick<Props, "sheet" | "line"> & { name: string }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const last =
    line.lastOutcome === null || line.lastVisitedAt === null
      ? t("sheets.never")
      : t("sheets.lastTime", { outcome: t(`visits.outcomes.${line.lastOutcome}`), date: formats.date(line.lastVisitedAt) });
  return (
    <div className={classes.head} role="status">
      <Text size="xs" c="dimmed" className="cml-tabular">
        {t("sheets.door", { place: line.place, doors: sheet.doors })}
      </Text>
      <Text fw={650} size="lg" lh={1.2}>
        {name}
      </Text>
      <Group gap={8}>
        {line.people !== "" && <Text size="sm">{line.people}</Text>}
        {line.doNotContact && <Badge color="brick">{t("sheets.doNotContact")}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" className={classes.last}>
        {[last, ...(line.sign ? [t("sheets.wantsSign")] : []), line.notes ?? ""].filter((text) => text !== "").join(" · ")}
      </Text>
    </div>
  );
};

const Extras = ({ mark, onKey }: Pick<Props, "mark" | "onKey">) => {
  const { t } = useTranslation();
  const { t: tk } = useTranslation("kernel");
  const mayCarry = mark?.outcome === null || mark?.outcome === undefined || mayCarrySupport(mark.outcome);
  return (
    <div className={classes.extras}>
      <div className={classes.levels} role="group" aria-label={t("sheets.support")} data-off={mayCarry ? undefined : "true"}>
        {([1, 2, 3, 4] as const).map((level) => (
          <button
            key={level}
            type="button"
            className={classes.key}
            aria-pressed={mark?.supportLevel === `LEVEL_${level}`}
            aria-label={tk(`ui.support.${level}`)}
            title={tk(`ui.support.${level}`)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onKey({ kind: "support", level: `LEVEL_${level}` })}
          >
            <SupportMark level={level} />
            <kbd aria-hidden="true">{level}</kbd>
          </button>
        ))}
      </div>
      <PadButton
        letter="0"
        label={t("sheets.declined")}
        isOn={mark?.supportDeclined === true}
        onPress={() => onKey({ kind: "support", level: "declined" })}
      />
      <PadButton letter={signKey} label={t("sheets.sign")} isOn={mark?.signRequested === true} onPress={() => onKey({ kind: "sign" })} />
      <PadButton letter={noteKey} label={t("sheets.note")} isOn={(mark?.notes ?? null) !== null} onPress={() => onKey({ kind: "note" })} />
    </div>
  );
};

type PadButtonProps = { letter: string; label: string; isOn: boolean; onPress: () => void };

/** The mouse takes the focus nowhere, so that a click is never pressed again by the space bar. */
const PadButton = ({ letter, label, isOn, onPress }: PadButtonProps) => (
  <button type="button" className={classes.key} aria-pressed={isOn} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
    <span>{label}</span>
    <kbd aria-hidden="true">{letter}</kbd>
  </button>
);

const Step = ({ icon, label, onPress }: { icon: React.ReactNode; label: string; onPress: () => void }) => (
  <Button variant="default" size="sm" px={6} leftSection={icon} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
    {label}
  </Button>
);
