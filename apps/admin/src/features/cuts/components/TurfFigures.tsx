import { Paper, Skeleton, Stack, Text } from "@mantine/core";
import { contactRate, type CutDetail, type CutStatistics } from "@cml/domain/map";
import { StatTile, SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { ShareBar } from "./ShareBar";
import classes from "./TurfFigures.module.css";

/** How far along a turf is, and what people said: two pictures and the figures behind them. */
export const TurfFigures = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.cuts.statistics.useQuery({ id: cut.id });
  const stats = query.data;
  if (stats === undefined) return query.isPending ? <Skeleton height={320} radius="md" /> : null;
  const rate = contactRate(stats);
  return (
    <Stack gap="md">
      <div className={classes.tiles}>
        <StatTile
          label={t("turf.columns.doors")}
          value={formats.number(stats.addresses)}
          note={t("turf.inBuildings", { count: stats.locations })}
        />
        <StatTile label={t("turf.columns.rate")} value={rate === null ? "–" : formats.percent(rate)} note={t("turf.rateHint")} />
        <StatTile label={t("turf.columns.signs")} value={formats.number(stats.signs)} />
        <StatTile
          label={t("turf.columns.canvassed")}
          value={cut.lastCanvassed === null ? t("turf.never") : formats.date(cut.lastCanvassed)}
        />
      </div>
      <Paper withBorder radius="md" p="md">
        <Text size="sm" fw={600} mb={10}>
          {t("turf.progress", { share: formats.percent(stats.completionPercentage / 100) })}
        </Text>
        <Progress stats={stats} />
      </Paper>
      <Paper withBorder radius="md" p="md">
        <Text size="sm" fw={600} mb={10}>
          {t("turf.support")}
        </Text>
        <Support stats={stats} />
      </Paper>
    </Stack>
  );
};

const Progress = ({ stats }: { stats: CutStatistics }) => {
  const { t } = useTranslation();
  const named = (className: string | undefined, text: string) => (
    <>
      <span className={`${classes["swatch"] ?? ""} ${className ?? ""}`} aria-hidden="true" />
      {text}
    </>
  );
  const { addresses, visited, reached } = stats;
  return (
    <ShareBar
      of={addresses}
      shares={[
        {
          key: "reached",
          label: named(classes["reached"], t("turf.columns.reached")),
          count: reached,
          className: classes["reached"] ?? "",
        },
        {
          key: "visited",
          label: named(classes["visited"], t("turf.notReached")),
          count: visited - reached,
          className: classes["visited"] ?? "",
        },
        { key: "left", label: named(classes["left"], t("turf.left")), count: addresses - visited, isRest: true },
      ]}
    />
  );
};

const Support = ({ stats }: { stats: CutStatistics }) => {
  const { t } = useTranslation();
  const { bySupport } = stats;
  const asked = bySupport.LEVEL_1 + bySupport.LEVEL_2 + bySupport.LEVEL_3 + bySupport.LEVEL_4;
  if (asked === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("turf.nobodyAsked")}
      </Text>
    );
  return (
    <>
      <ShareBar
        of={asked}
        shares={([1, 2, 3, 4] as const).map((level) => ({
          key: String(level),
          label: <SupportMark level={level} withLabel />,
          count: bySupport[`LEVEL_${level}`],
          colour: `var(--cml-support-${String(level)})`,
        }))}
      />
      <Text size="xs" c="dimmed" mt={8}>
        {t("turf.notAskedOf", { count: bySupport.notAsked })}
      </Text>
    </>
  );
};
