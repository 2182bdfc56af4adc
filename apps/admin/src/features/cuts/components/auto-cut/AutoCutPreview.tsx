import { ActionIcon, Button, Group, Stack, Text, TextInput, Tooltip } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { TurfCutting, TurfPlan, TurfPlanArea } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useSiteFormats } from "../../../../session/useSite";
import { useMapGround } from "../../../../shell/useMapGround";
import { useAdjusting } from "../../hooks/useAdjusting";
import { useTurfLines, useTurfMap } from "../../hooks/useTurfLines";
import classes from "../CutStage.module.css";
import { TurfPanel } from "./TurfPanel";
import { TurfTable } from "./TurfTable";

type Props = {
  area: TurfPlanArea;
  plan: TurfPlan;
  cutting: TurfCutting;
  head: ReactNode;
  isKeeping: boolean;
  onKeep: (given: { names: string[]; turfOf: number[] }) => void;
  onAgain: () => void;
};

/** The turfs before they are kept: on the map and in a list, to be moved, merged and split. */
export const AutoCutPreview = ({ area, plan, cutting, head, isKeeping, onKeep, onAgain }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const place = useMapGround();
  const adjusting = useAdjusting(cutting);
  const { turfOf, undo, redo, canUndo, canRedo } = adjusting;
  const [chosen, setChosen] = useState<{ turf: number; site: number | null } | null>(null);
  const [pattern, setPattern] = useState(`${area.name} – {n}`.slice(-110));
  const lines = useTurfLines(cutting, turfOf, plan.options);
  const { areas, points } = useTurfMap(cutting, { turfOf, lines, area: area.geometry });
  useHotkeys([
    ["mod+z", undo],
    ["mod+shift+z", redo],
    ["mod+y", redo],
  ]);
  const line = chosen === null ? undefined : lines[chosen.turf];
  const isPattern = pattern.includes("{n}");
  const even = lines.filter(({ isOnTarget }) => isOnTarget).length / Math.max(1, lines.length);
  return (
    <div className={classes.stage} data-fills>
      <section className={classes.side} aria-label={t("autoCut.title", { name: area.name })}>
        <div className={classes.body}>
          {line !== undefined && chosen !== null ? (
            <TurfPanel
              key={`${chosen.turf} ${chosen.site ?? ""}`}
              cutting={cutting}
              adjusting={adjusting}
              line={line}
              site={chosen.site}
              onClose={() => setChosen(null)}
            />
          ) : (
            <Stack gap="md">
              {head}
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text fw={600}>{t("autoCut.turfs", { count: lines.length })}</Text>
                  <Text size="sm" c="dimmed">
                    {t("autoCut.onTarget", { share: formats.percent(even) })}
                  </Text>
                </div>
                <Group gap={4} wrap="nowrap">
                  <Tooltip label={t("autoCut.undo")}>
                    <ActionIcon variant="default" size="lg" aria-label={t("autoCut.undo")} disabled={!canUndo} onClick={undo}>
                      <IconArrowBackUp size={18} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label={t("autoCut.redo")}>
                    <ActionIcon variant="default" size="lg" aria-label={t("autoCut.redo")} disabled={!canRedo} onClick={redo}>
                      <IconArrowForwardUp size={18} />
                    </ActionIcon>
                  </Tooltip>
                </Group>
              </Group>
              <TextInput
                label={t("autoCut.pattern")}
                description={t("autoCut.patternHint")}
                maxLength={112}
                value={pattern}
                error={isPattern ? null : t("autoCut.patternMissing")}
                onChange={(event) => setPattern(event.currentTarget.value)}
              />
              <Text size="sm" c="dimmed">
                {t("autoCut.choose")}
              </Text>
              <TurfTable lines={lines} target={plan.options.target} onSelect={(turf) => setChosen({ turf, site: null })} />
            </Stack>
          )}
        </div>
        <div className={classes.foot}>
          <Button variant="default" onClick={onAgain}>
            {t("autoCut.again")}
          </Button>
          <Button
            loading={isKeeping}
            disabled={!isPattern}
            onClick={() => onKeep({ turfOf, names: lines.map(({ turf }) => pattern.replaceAll("{n}", String(turf + 1)).trim()) })}
          >
            {t("autoCut.keep")}
          </Button>
        </div>
      </section>
      <div className={classes.map}>
        <MapView
          {...place}
          label={t("autoCut.map")}
          height="100%"
          edge
          areas={areas}
          namesAbove
          points={points}
          bounds={area.bounds}
          selectedAreaId={chosen === null ? null : String(chosen.turf)}
          onArea={(id) => setChosen({ turf: Number(id), site: null })}
          onDoor={(id) => setChosen({ turf: turfOf[Number(id)] ?? 0, site: Number(id) })}
        />
      </div>
    </div>
  );
};
