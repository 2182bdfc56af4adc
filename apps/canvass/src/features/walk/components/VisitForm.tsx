import { Button, Fieldset, Stack, Textarea, UnstyledButton } from "@mantine/core";
import type { VisitOutcome } from "@cml/domain/canvass";
import type { SupportLevel } from "@cml/domain/map";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconFlag, IconFlagFilled } from "@tabler/icons-react";
import { useState } from "react";
import type { VisitDraft } from "../hooks/useWalk";
import type { Unit } from "../model/door-rows";
import { levelNumber } from "../model/level-number";
import { firstOutcomes, moreOutcomes, outcomeIcons } from "./outcome-icons";
import classes from "./VisitForm.module.css";

const levels: SupportLevel[] = ["LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4"];

/** One visit: a result is enough; support, sign and note matter only after a conversation. */
export const VisitForm = ({ unit, onSave }: { unit: Unit; onSave: (draft: VisitDraft) => Promise<void> }) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null);
  const [showMore, setShowMore] = useState(false);
  const [support, setSupport] = useState<SupportLevel | "declined" | null>(null);
  const [sign, setSign] = useState(unit.state.sign);
  const [note, setNote] = useState("");
  const [saving, setSaving] = useState(false);
  const spoke = outcome === "SPOKE_WITH";

  const save = async () => {
    if (outcome === null) return;
    setSaving(true);
    try {
      await onSave({
        outcome,
        supportLevel: spoke && support !== null && support !== "declined" ? support : null,
        supportDeclined: spoke && support === "declined",
        signRequested: spoke && sign,
        notes: note.trim() === "" ? null : note.trim(),
      });
    } finally {
      setSaving(false);
    }
  };

  return (
    <Stack gap="sm">
      <Fieldset variant="unstyled" className={classes.fieldset} legend={t("app.door.outcome")}>
        <div className={classes.grid}>
          {[...firstOutcomes, ...(showMore ? moreOutcomes : [])].map((one) => {
            const Icon = outcomeIcons[one];
            return (
              <UnstyledButton key={one} className={classes.choice} aria-pressed={outcome === one} onClick={() => setOutcome(one)}>
                <Icon size={26} stroke={1.75} aria-hidden="true" />
                <span>{t(`app.outcomes.${one}`)}</span>
              </UnstyledButton>
            );
          })}
        </div>
        {!showMore && (
          <Button variant="subtle" mih={56} fullWidth mt={4} onClick={() => setShowMore(true)}>
            {t("app.door.more")}
          </Button>
        )}
      </Fieldset>
      {spoke && (
        <>
          <Fieldset variant="unstyled" className={classes.fieldset} legend={t("app.door.support")}>
            <div className={classes.marks}>
              {levels.map((level) => (
                <UnstyledButton
                  key={level}
                  className={classes.mark}
                  aria-pressed={support === level}
                  onClick={() => setSupport(support === level ? null : level)}
                >
                  <span aria-hidden="true">
                    <SupportMark level={levelNumber(level)} size={32} />
                  </span>
                  <span>{t(`kernel:ui.support.${levelNumber(level)}`)}</span>
                </UnstyledButton>
              ))}
            </div>
            <UnstyledButton
              className={classes.declined}
              aria-pressed={support === "declined"}
              onClick={() => setSupport(support === "declined" ? null : "declined")}
            >
              {t("app.door.declined")}
            </UnstyledButton>
          </Fieldset>
          <UnstyledButton className={classes.choice} aria-pressed={sign} onClick={() => setSign(!sign)}>
            {sign ? <IconFlagFilled size={26} aria-hidden="true" /> : <IconFlag size={26} stroke={1.75} aria-hidden="true" />}
            <span>{t("app.door.sign")}</span>
          </UnstyledButton>
        </>
      )}
      {outcome !== null && (
        <Textarea
          size="md"
          label={t("app.door.note")}
          description={t("app.door.noteHint")}
          autosize={false}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <div className={classes.save}>
        {/* Grey until there is something to save, yet it still says what is missing. */}
        <Button size="lg" mih={56} fullWidth disabled={outcome === null} loading={saving} onClick={() => void save()}>
          {t(outcome === null ? "app.door.chooseFirst" : "app.door.save")}
        </Button>
      </div>
    </Stack>
  );
};
