import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import type { DataQuality } from "@cml/domain/map";
import { EmptyState, PageHeader, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCopyCheck, IconMapPinCheck, IconMapPinOff, IconMapPinQuestion, IconSettings } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { DuplicateScan, useDuplicateScan } from "../../locations";
import { BandsPicture } from "../components/BandsPicture";
import { GeocodeRuns } from "../components/GeocodeRuns";
import { ProviderTable } from "../components/ProviderTable";

/** How surely the buildings stand where they are drawn, and what to do about those that do not. */
export const DataQualityPage = () => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const query = api.map.geocoding.quality.useQuery();
  const { waiting = 0, unplaced = 0 } = query.data ?? {};
  return (
    <>
      <PageHeader
        title={t("quality.title")}
        lead={t("quality.lead")}
        back={
          <Anchor component={Link} to="/doors" size="sm" c="dimmed">
            {t("doors.title")}
          </Anchor>
        }
        actions={
          <>
            {can("settings.view") && (
              <Button component={Link} to="/data-quality/geocoders" variant="default" leftSection={<IconSettings size={17} />}>
                {t("quality.geocoders.title")}
              </Button>
            )}
            {canEverywhere("location.edit") && unplaced > 0 && (
              <Button component={Link} to="/data-quality/unplaced" variant="default" leftSection={<IconMapPinOff size={17} />}>
                {t("tray.title")}
              </Button>
            )}
            {canEverywhere("location.edit") && waiting > 0 && (
              <Button component={Link} to="/data-quality/weak" leftSection={<IconMapPinQuestion size={17} />}>
                {t("quality.lookAtWeak")}
              </Button>
            )}
          </>
        }
      />
      <QueryState query={query} shape="cards">
        {(quality) => (quality.buildings === 0 && quality.unplaced === 0 ? <Nothing /> : <Quality quality={quality} />)}
      </QueryState>
    </>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconMapPinCheck />}
      title={t("quality.empty")}
      action={
        <Button component={Link} to="/doors/import">
          {t("quality.importFirst")}
        </Button>
      }
    >
      {t("quality.emptyText")}
    </EmptyState>
  );
};

const Quality = ({ quality }: { quality: DataQuality }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { canEverywhere } = useSession();
  const canEdit = canEverywhere("location.edit");
  const { bands, buildings } = quality;
  const placed = bands.high + bands.medium + bands.low;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <StatTile
          label={t("quality.tiles.geocoded")}
          value={formats.percent(buildings === 0 ? 0 : placed / buildings)}
          note={t("quality.tiles.ofBuildings", { count: buildings, shown: formats.number(buildings) })}
        />
        <StatTile
          label={t("quality.tiles.weak")}
          value={<Counted count={quality.waiting} to={canEdit ? "/data-quality/weak" : null} />}
          tone={quality.waiting > 0 ? "attention" : "plain"}
        />
        <StatTile
          label={t("quality.tiles.unplaced")}
          value={<Counted count={quality.unplaced} to={canEdit ? "/data-quality/unplaced" : null} />}
          tone={quality.unplaced > 0 ? "attention" : "plain"}
        />
        <StatTile label={t("quality.tiles.duplicates")} value={<Counted count={quality.possibleDuplicates} to="/doors/duplicates" />} />
      </SimpleGrid>
      <BandsPicture quality={quality} />
      <GeocodeRuns quality={quality} />
      <Duplicates />
      <ProviderTable quality={quality} />
    </Stack>
  );
};

/** Buildings entered twice: how the search for them stands, here too, because at a million buildings it takes minutes. */
const Duplicates = () => {
  const { t } = useTranslation();
  const { canEverywhere } = useSession();
  const { isOn, start } = useDuplicateScan();
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div style={{ flex: "1 1 260px" }}>
            <Text fw={600}>{t("buildings.doubles.title")}</Text>
            <Text size="sm" c="dimmed">
              {t("buildings.doubles.noneText")}
            </Text>
          </div>
          {canEverywhere("location.edit") && (
            <Button
              variant="default"
              leftSection={<IconCopyCheck size={17} />}
              disabled={isOn}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              {t("buildings.doubles.scanNow")}
            </Button>
          )}
        </Group>
        <DuplicateScan />
      </Stack>
    </Paper>
  );
};

/** A figure that leads to what it counts, where there is something and this account may see it. */
const Counted = ({ count, to }: { count: number; to: string | null }) => {
  const formats = useSiteFormats();
  if (to === null || count === 0) return formats.number(count);
  return (
    <Anchor component={Link} to={to} fz="inherit" fw="inherit" ff="inherit" lh="inherit" c="inherit" underline="always">
      {formats.number(count)}
    </Anchor>
  );
};
