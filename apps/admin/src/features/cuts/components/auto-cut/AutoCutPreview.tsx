import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { TurfCutting, TurfPlan, TurfPlanArea, TurfPlanOptions } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { type Barrier, MapView } from "@cml/ui/map";
import { type ReactNode, useMemo, useState } from "react";
import { useSiteFormats } from "../../../../session/useSite";
import { useMapGround } from "../../../../shell/useMapGround";
import { useAdjusting } from "../../hooks/useAdjusting";
import { usePicking } from "../../hooks/usePicking";
import { type TurfLine, useTurfLines, useTurfMap } from "../../hooks/useTurfLines";
import classes from "../CutStage.module.css";
import { AdjustTools } from "./AdjustTools";
import { BalancePicture } from "./BalancePicture";
import { PickedPanel } from "./PickedPanel";
import { PlanNotes } from "./PlanNotes";
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
  const place = useMapGround();
  const adjusting = useAdjusting(cutting);
  const { turfOf, undo, redo } = adjusting;
  const picking = usePicking(cutting);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pattern, setPattern] = useState(`${area.name} – {n}`.slice(-110));
  const lines = useTurfLines(cutting, turfOf, plan.options);
  const { areas, points } = useTurfMap(cutting, { turfOf, lines, area: area.geometry, picked: picking.picked });
  const barriers = useMemo(() => barriersOf(plan.options), [plan.options]);
  const letGo = () => {
    picking.clear();
    setChosen(null);
  };
  const step = (move: () => void) => () => {
    // What was picked may be in another turf now.
    letGo();
    move();
  };
  useHotkeys([
    ["mod+z", step(undo)],
    ["mod+shift+z", step(redo)],
    ["mod+y", step(redo)],
    ["l", () => picking.setLasso(!picking.isLasso)],
    ["Escape", letGo],
  ]);
  const line = chosen === null ? undefined : lines[chosen];
  const isPattern = pattern.includes("{n}");
  const names = lines.map(({ turf }) => pattern.replaceAll("{n}", String(turf + 1)).trim());
  return (
    <div className={classes.stage} data-fills>
      <section className={classes.side} aria-label={t("autoCut.title", { name: area.name })}>
        <div className={classes.body}>
          {picking.picked.size > 0 ? (
            <PickedPanel cutting={cutting} adjusting={adjusting} picking={picking} lines={lines} />
          ) : line !== undefined ? (
            <TurfPanel key={line.turf} {...{ cutting, adjusting, picking, line }} onClose={() => setChosen(null)} />
          ) : (
            <Stack gap="md">
              {head}
              <Overview lines={lines} options={plan.options} onSelect={setChosen} />
              <TextInput
                label={t("autoCut.pattern")}
                description={t("autoCut.patternHint", { first: names[0] ?? "", last: names.at(-1) ?? "" })}
                maxLength={112}
                value={pattern}
                error={isPattern ? null : t("autoCut.patternMissing")}
                onChange={(event) => setPattern(event.currentTarget.value)}
              />
              <Text size="sm" c="dimmed">
                {t("autoCut.choose")}
              </Text>
              <TurfTable lines={lines} target={plan.options.target} onSelect={setChosen} />
            </Stack>
          )}
        </div>
        <div className={classes.foot}>
          <Button variant="default" onClick={onAgain}>
            {t("autoCut.again")}
          </Button>
          <Button loading={isKeeping} disabled={!isPattern} onClick={() => onKeep({ turfOf, names })}>
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
          barriers={barriers}
          points={points}
          bounds={area.bounds}
          selectedAreaId={chosen === null ? null : String(chosen)}
          onLasso={picking.isLasso ? picking.onLasso : undefined}
          onArea={(id) => {
            if (picking.isLasso) return;
            picking.clear();
            setChosen(Number(id));
          }}
          onDoor={(id) => picking.toggle(Number(id), picking.isLasso)}
        />
        <AdjustTools adjusting={{ ...adjusting, undo: step(undo), redo: step(redo) }} picking={picking} />
      </div>
    </div>
  );
};

const barriersOf = ({ water, rail, roads }: TurfPlanOptions): Barrier[] => [
  ...(water ? (["water"] as const) : []),
  ...(rail ? (["rail"] as const) : []),
  ...(roads ? (["road"] as const) : []),
];

type OverviewProps = { lines: readonly TurfLine[]; options: TurfPlanOptions; onSelect: (turf: number) => void };

/** How many turfs, how even, how much time in all, and what is odd about them. */
const Overview = ({ lines, options, onSelect }: OverviewProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const even = lines.filter(({ isOnTarget }) => isOnTarget).length / Math.max(1, lines.length);
  const hours = Math.round(lines.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
  const { kmh, minutesADoor } = options.pace;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>
          {t("autoCut.turfs", { count: lines.length })} · {t("autoCut.onTarget", { share: formats.percent(even) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t("autoCut.inAll", { hours: formats.number(hours), kmh: formats.number(kmh), minutes: formats.number(minutesADoor) })}
        </Text>
      </div>
      <BalancePicture lines={lines} target={options.target} />
      <PlanNotes lines={lines} onSelect={onSelect} />
    </Stack>
  );
};
