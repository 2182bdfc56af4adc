import { ActionIcon, Anchor, Button, Group, Progress, Text, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { SheetToType } from "@cml/domain/canvass";
import { useTranslation } from "@cml/ui/i18n";
import { IconKeyboard } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { useKeys } from "../hooks/useKeys";
import { type SendState, useTyping } from "../hooks/useTyping";
import type { KeyMeaning } from "../model/keys";
import { goTo, isMarked, markOutcome, markSupport, shownAt, toggleSign, undo, writeNote } from "../model/typing";
import { EntryPad } from "./EntryPad";
import { KeysHelp } from "./KeysHelp";
import { LineList } from "./LineList";
import { SheetEnd } from "./SheetEnd";
import classes from "./TypingDesk.module.css";
import type { Who } from "./WhoAndWhen";

type Props = { sheet: SheetToType; who: Who; onChangeWho: () => void };

/** The sheet beside the door that is typed now; everything by keys, or by thumb. */
export const TypingDesk = ({ sheet, who, onChangeWho }: Props) => {
  const { me } = useSession();
  const [isNoting, setNoting] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const { typing, desk, run, state, sending } = useTyping(sheet, { me: me.id, who });
  const line = sheet.lines[typing.cursor];
  const go = (index: number) => {
    setNoting(false);
    run((now) => goTo(now, desk, index));
  };
  const act = (meaning: KeyMeaning) => {
    if (meaning.kind === "outcome") run((now) => markOutcome(now, desk, meaning.outcome));
    else if (meaning.kind === "support") run((now) => markSupport(now, desk, meaning.level));
    else if (meaning.kind === "sign") run((now) => toggleSign(now, desk));
    else if (meaning.kind === "note") setNoting(line !== undefined);
    else if (meaning.kind === "undo") run((now) => undo(now, desk, sending));
    else if (meaning.kind === "help") setHelping(true);
    else run((now) => goTo(now, desk, now.cursor + (meaning.kind === "next" ? 1 : -1)));
  };
  useKeys(sheet.keys, { isOn: !isNoting && !isHelping, onKey: act });
  const done = sheet.lines.filter(({ addressId }) => isMarked(typing, desk, addressId)).length;
  return (
    <>
      <Bar
        sheet={sheet}
        who={who}
        done={done}
        state={state}
        onChangeWho={onChangeWho}
        onHelp={() => setHelping(true)}
        onFinish={() => go(sheet.lines.length)}
      />
      <div className={classes.desk}>
        <LineList sheet={sheet} typing={typing} desk={desk} onGo={go} />
        <div className={classes.side}>
          {line === undefined ? (
            <SheetEnd sheet={sheet} typing={typing} desk={desk} onBack={() => go(sheet.lines.length - 1)} />
          ) : (
            <EntryPad
              key={line.addressId}
              sheet={sheet}
              line={line}
              mark={shownAt(typing, desk, line.addressId)}
              isNoting={isNoting}
              onKey={act}
              onNote={(text) => {
                setNoting(false);
                if (text !== null) run((now) => writeNote(now, desk, text));
              }}
            />
          )}
        </div>
      </div>
      {isHelping && <KeysHelp sheet={sheet} onClose={() => setHelping(false)} />}
    </>
  );
};

type BarProps = Props & { done: number; state: SendState; onHelp: () => void; onFinish: () => void };

const Bar = ({ sheet, who, done, state, onChangeWho, onHelp, onFinish }: BarProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const hasKeys = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const progress = t("sheets.progress", { done: formats.number(done), doors: formats.number(sheet.lines.length) });
  return (
    <div className={classes.bar}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Group gap={8} wrap="nowrap" miw={0}>
          <Text size="sm" truncate>
            {t("sheets.by", { name: who.name, day: formats.date(new Date(`${who.day}T12:00:00Z`)) })}
          </Text>
          <Anchor component="button" type="button" size="sm" onClick={onChangeWho} style={{ flex: "none" }}>
            {t("sheets.change")}
          </Anchor>
        </Group>
        <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
          {hasKeys && (
            <Tooltip label={t("sheets.help")}>
              <ActionIcon variant="subtle" size={36} onClick={onHelp} aria-label={t("sheets.help")}>
                <IconKeyboard size={20} />
              </ActionIcon>
            </Tooltip>
          )}
          <Button size="xs" variant="default" onClick={onFinish}>
            {t("sheets.finish")}
          </Button>
        </Group>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <Progress flex={1} size="sm" value={(done / Math.max(1, sheet.lines.length)) * 100} aria-label={progress} />
        <Text size="xs" c="dimmed" className="cml-tabular">
          {progress}
        </Text>
      </Group>
      <Sent state={state} done={done} />
    </div>
  );
};

const Sent = ({ state, done }: { state: SendState; done: number }) => {
  const { t } = useTranslation();
  const said =
    state.problem !== null
      ? t("sheets.offline", { count: state.waiting, problem: state.problem })
      : state.waiting > 0
        ? t("sheets.sending", { count: state.waiting })
        : done > 0
          ? t("sheets.allSaved")
          : "";
  return (
    <Text size="xs" c={state.problem === null ? "dimmed" : "brick"} role="status" mih={18}>
      {said}
    </Text>
  );
};
