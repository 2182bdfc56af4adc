import { Button, Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { brokenTurfs, moveSites, nearestTurfs, type TurfCutting, turfsBesideSites } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft, IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import type { Adjusting } from "../../hooks/useAdjusting";
import type { Picking } from "../../hooks/usePicking";
import type { TurfLine } from "../../hooks/useTurfLines";
import classes from "./AutoCut.module.css";
import { TurfMark } from "./TurfTable";

type Props = { cutting: TurfCutting; adjusting: Adjusting; picking: Picking; lines: readonly TurfLine[] };

/** Buildings that were picked, and the turfs they may go to: each with what it would have then. */
export const PickedPanel = ({ cutting, adjusting, picking, lines }: Props) => {
  const { t } = useTranslation();
  const { turfOf, change } = adjusting;
  const { picked, doors, clear } = picking;
  const targets = useMemo(() => targetsOf(cutting, turfOf, picked), [cutting, turfOf, picked]);
  const [only] = picked;
  const single = picked.size === 1 && only !== undefined ? cutting.sites[only] : undefined;
  const streets = new Set([...picked].map((site) => cutting.sites[site]?.streetKey ?? ""));
  const own = new Set([...picked].map((site) => turfOf[site] ?? 0));
  const wholeStreets = new Set(turfOf.flatMap((turf, site) => (own.has(turf) && streets.has(cutting.sites[site]?.streetKey ?? "") && cutting.sites[site]?.streetKey !== "" ? [site] : []))); // prettier-ignore
  const move = (to: number) => {
    change(moveSites(turfOf, picked, to));
    clear();
  };
  const inTurf = (turf: number): number => [...picked].reduce((sum, site) => sum + (turfOf[site] === turf ? (cutting.sites[site]?.doors ?? 0) : 0), 0); // prettier-ignore
  return (
    <Stack gap="md">
      <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={15} />} onClick={clear} style={{ alignSelf: "start" }}>
        {t("autoCut.close")}
      </Button>
      <div role="status">
        <Title order={2} fz={18}>
          {single === undefined ? t("autoCut.picked", { count: picked.size }) : single.address}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {t("autoCut.doors", { count: doors })} ·{" "}
          {t("autoCut.of", {
            which: [...own]
              .sort((a, b) => a - b)
              .map((turf) => turf + 1)
              .join(", "),
          })}
        </Text>
      </div>
      {wholeStreets.size > picked.size && (
        <Button variant="default" onClick={() => picking.pick(wholeStreets)}>
          {t("autoCut.whole", { count: streets.size })}
        </Button>
      )}
      {targets.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("autoCut.nowhere")}
        </Text>
      ) : (
        <div role="group" aria-label={t("autoCut.move")}>
          <Text size="sm" fw={600} mb={4}>
            {t("autoCut.move")}
          </Text>
          {targets.map(({ turf, breaks }) => {
            const line = lines[turf];
            if (line === undefined) return null;
            return (
              <UnstyledButton key={turf} className={classes.row} onClick={() => move(turf)}>
                <TurfMark line={line} />
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Group justify="space-between" wrap="nowrap">
                    <Text size="sm" fw={600}>
                      {t("autoCut.turf", { number: turf + 1 })}
                    </Text>
                    <Text size="sm" className="cml-tabular">
                      {t("autoCut.becomes", { before: line.doors, after: line.doors + doors - inTurf(turf) })}
                    </Text>
                  </Group>
                  {breaks.length > 0 && (
                    <Text size="xs" c="brick">
                      {t("autoCut.breaks", { count: breaks.length, which: breaks.map((one) => one + 1).join(", ") })}
                    </Text>
                  )}
                </div>
              </UnstyledButton>
            );
          })}
        </div>
      )}
      {(single === undefined || single.addressIds === null) && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => move(Math.max(...turfOf) + 1)}>
          {t("autoCut.ownTurf")}
        </Button>
      )}
    </Stack>
  );
};

const fewest = 3;

/**
 * Each turf the picks may go to, with the turfs that would then be in pieces and are not now: those beside them, and where these are few
 * the nearest across whatever lies between.
 */
const targetsOf = (cutting: TurfCutting, turfOf: readonly number[], picked: ReadonlySet<number>) => {
  const before = brokenTurfs(cutting, turfOf);
  const beside = turfsBesideSites(cutting, turfOf, picked);
  const across = nearestTurfs(cutting, turfOf, picked).filter((turf) => !beside.includes(turf));
  return [...beside, ...across.slice(0, Math.max(0, fewest - beside.length))].map((turf) => {
    const moved = turfOf.map((of, site) => (picked.has(site) ? turf : of));
    return { turf, breaks: [...brokenTurfs(cutting, moved)].filter((one) => !before.has(one)).sort((a, b) => a - b) };
  });
};
