import { Anchor, Badge, Button, Grid, Group, Paper, Stack, Text } from "@mantine/core";
import { areaOf, contactRate, type CutDetail } from "@cml/domain/map";
import { PageHeader, StatTile, SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft, IconLock } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { CutActions } from "../components/CutActions";
import { OneCutMap } from "../components/OneCutMap";
import { PublicPreview } from "../components/PublicPreview";
import { TurfFilterPanel } from "../components/turf-filter/TurfFilterPanel";
import { useAreaText } from "../hooks/useAreaText";

/** One turf: where it lies, how far along it is, what people said. */
export const CutPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.map.cuts.get.useQuery({ id });
  return <QueryState query={query}>{(cut) => <Turf key={cut.id} cut={cut} />}</QueryState>;
};

const Turf = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const areaText = useAreaText();
  return (
    <>
      <PageHeader
        title={cut.name}
        badge={
          <Group gap={6}>
            <Badge color="gray">{t(`turf.categories.${cut.category}`)}</Badge>
            {cut.isOfficial && (
              <Badge color="gray" variant="outline" leftSection={<IconLock size={12} />}>
                {t("turf.official")}
              </Badge>
            )}
          </Group>
        }
        lead={[areaText(areaOf(cut.geometry)), cut.description].filter(Boolean).join(" · ")}
        back={
          <Anchor component={Link} to="/turf" size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {t("turf.title")}
            </Group>
          </Anchor>
        }
        actions={can("cut.edit") && <CutActions cut={cut} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <Figures cut={cut} />
            <TurfFilterPanel cutId={cut.id} canEdit={can("cut.edit")} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <OneCutMap cut={cut} />
        </Grid.Col>
      </Grid>
    </>
  );
};

const Figures = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.cuts.statistics.useQuery({ id: cut.id });
  const stats = query.data;
  const number = (value: number | undefined) => formats.number(value ?? 0);
  const rate = stats === undefined ? null : contactRate(stats);
  return (
    <Stack gap="lg">
      <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(136px, 1fr))", gap: 12 }}>
        <StatTile label={t("turf.columns.doors")} value={number(stats?.addresses)} isLoading={query.isPending} />
        <StatTile label={t("turf.buildings")} value={number(stats?.locations)} isLoading={query.isPending} />
        <StatTile
          label={t("turf.visited")}
          value={number(stats?.visited)}
          note={formats.percent((stats?.completionPercentage ?? 0) / 100)}
          isLoading={query.isPending}
        />
        <StatTile
          label={t("turf.columns.reached")}
          value={number(stats?.reached)}
          note={t("turf.reachedHint")}
          isLoading={query.isPending}
        />
        <StatTile
          label={t("turf.columns.rate")}
          value={rate === null ? "–" : formats.percent(rate)}
          note={t("turf.rateHint")}
          isLoading={query.isPending}
        />
        <StatTile label={t("turf.columns.signs")} value={number(stats?.signs)} isLoading={query.isPending} />
      </div>
      <Paper withBorder radius="md" p="md">
        <Text size="sm" fw={600} mb={8}>
          {t("turf.support")}
        </Text>
        <Stack gap={6}>
          {([1, 2, 3, 4] as const).map((level) => (
            <Line key={level} label={<SupportMark level={level} withLabel />} value={number(stats?.bySupport[`LEVEL_${level}`])} />
          ))}
          <Line label={<Text c="dimmed">{t("turf.notAsked")}</Text>} value={number(stats?.bySupport.notAsked)} />
        </Stack>
      </Paper>
      <Stack gap={4}>
        <Line
          label={t("turf.columns.canvassed")}
          value={cut.lastCanvassed === null ? t("turf.never") : formats.dateTime(cut.lastCanvassed)}
        />
        <Text size="sm" c="dimmed">
          <PublicPreview name={cut.name} doors={cut.addressCount} completionPercentage={cut.completionPercentage} isPublic={cut.isPublic} />
        </Text>
      </Stack>
      <Group gap="sm">
        <Button component={Link} to="/doors" search={{ cut: cut.id } as never} variant="default">
          {t("turf.showDoors")}
        </Button>
        <Button component={Link} to="/visits" search={{ cut: cut.id } as never} variant="subtle">
          {t("turf.showVisits")}
        </Button>
      </Group>
    </Stack>
  );
};

const Line = ({ label, value }: { label: React.ReactNode; value: string }) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm" component="div">
      {label}
    </Text>
    <Text size="sm" className="cml-tabular">
      {value}
    </Text>
  </Group>
);
