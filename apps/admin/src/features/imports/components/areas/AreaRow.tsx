import { Button, Checkbox, Text, UnstyledButton } from "@mantine/core";
import type { ReviewedArea } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../../session/useSite";
import classes from "./AreaReview.module.css";

const tones = { created: "good", changed: "attention", same: "calm", refused: "danger" } as const;

type Props = {
  area: ReviewedArea;
  isSkipped: boolean;
  isMendWanted: boolean;
  isChosen: boolean;
  onChoose: (row: number) => void;
  onSkip: (row: number, isSkipped: boolean) => void;
  onMend: (row: number, isWanted: boolean) => void;
};

/** One area of the file: what would become of it, why, and what may be decided about it. */
export const AreaRow = ({ area, isSkipped, isMendWanted, isChosen, onChoose, onSkip, onMend }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { row, name, verdict, problem, canMend, isMended, overlapsNew, overlapsHere } = area;
  const shown = name === "" ? t("areaReview.nameless") : name;
  const words = [
    problem !== null && problem !== "skipped" ? t(`imports.reasons.${problem}`) : null,
    isMended ? t("areaReview.mended") : null,
    verdict === "changed" ? t("areaReview.changedHint") : null,
    ...overlapsNew.slice(0, 3).map((one) => t("areaReview.overlapNew", { name: one.name, share: formats.percent(one.share) })),
    ...overlapsHere.slice(0, 3).map((one) => t("areaReview.overlapHere", { name: one.name, share: formats.percent(one.share) })),
  ].filter((word) => word !== null);
  return (
    <li className={classes.row} data-chosen={isChosen || undefined} data-skipped={isSkipped || undefined}>
      <Checkbox
        size="sm"
        mt={2}
        aria-label={t("areaReview.take", { name: shown })}
        checked={!isSkipped && verdict !== "refused"}
        disabled={verdict === "refused"}
        onChange={(event) => onSkip(row, !event.currentTarget.checked)}
      />
      <div>
        <UnstyledButton className={classes.name} aria-pressed={isChosen} onClick={() => onChoose(row)}>
          {shown}
        </UnstyledButton>
        {words.map((word) => (
          <Text key={word} size="xs" c="dimmed">
            {word}
          </Text>
        ))}
        {(canMend || isMendWanted) && (
          <Button size="compact-xs" mt={4} variant="default" onClick={() => onMend(row, !isMendWanted)}>
            {t(isMendWanted ? "areaReview.unmend" : "areaReview.mend")}
          </Button>
        )}
      </div>
      <StatusBadge tone={tones[verdict]}>{t(`areaReview.verdicts.${verdict}`)}</StatusBadge>
    </li>
  );
};
