import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { DuplicatePair } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconCopyCheck, IconRefresh } from "@tabler/icons-react";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { api } from "../../../api";
import { BackLink } from "../../../shell/BackLink";
import { useMapGround } from "../../../shell/useMapGround";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { DuplicateScan } from "../components/DuplicateScan";
import { useDuplicateScan } from "../hooks/useDuplicateScan";
import { notifyUndo } from "../../../shell/notify-undo";

// A map each: more would be slow on an old laptop, and nobody looks at more at once.
const pairsShown = 6;

/** Buildings that may have been entered twice, two beside each other: one is kept, or both are. */
export const DuplicatesPage = () => {
  const { t } = useTranslation();
  const { canEverywhere } = useSession();
  const query = api.map.locations.duplicates.list.useQuery({ page: 1, pageSize: pairsShown });
  const { isOn, start } = useDuplicateScan();
  return (
    <>
      <PageHeader
        title={t("buildings.doubles.title")}
        lead={t("buildings.doubles.lead")}
        back={<BackLink to="/doors">{t("doors.title")}</BackLink>}
        actions={
          canEverywhere("location.edit") && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={17} />}
              disabled={isOn}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              {t("buildings.doubles.scan")}
            </Button>
          )
        }
      />
      <div style={{ marginBottom: "var(--mantine-spacing-md)" }}>
        <DuplicateScan />
      </div>
      <QueryState query={query} shape="cards">
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconCopyCheck />} title={t("buildings.doubles.none")}>
              {t("buildings.doubles.noneText")}
            </EmptyState>
          ) : (
            <Stack gap="lg">
              <Text size="sm" c="dimmed" aria-live="polite">
                {t("buildings.doubles.waiting", { count: total })}
              </Text>
              {items.map((pair) => (
                <Pair key={pair.id} pair={pair} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </>
  );
};

const Pair = ({ pair }: { pair: DuplicatePair }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { canEverywhere } = useSession();
  const { merge, dismiss } = useDecisions(pair);
  const canEdit = canEverywhere("location.edit");
  const reason = t(`buildings.doubles.reasons.${pair.reason}`, { metres: formats.number(Math.round(pair.distanceM)) });
  const sides = [
    { building: pair.first, other: pair.second, colour: "LEVEL_1" },
    { building: pair.second, other: pair.first, colour: "LEVEL_2" },
  ];
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={`${pair.first.address}, ${pair.second.address}`}>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
        {canEdit && (
          <Button
            variant="default"
            size="sm"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ id: pair.id, isDismissed: true })}
          >
            {t("buildings.doubles.both")}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        {sides.map(({ building, other }, index) => (
          <Stack key={building.id} gap={4} justify="space-between">
            <div>
              <Title order={2} fz={18}>
                <Text span c="dimmed" inherit>
                  {index === 0 ? "A " : "B "}
                </Text>
                {building.address}
              </Title>
              <Text size="sm">{[building.municipality, building.province, building.postalCode].filter(Boolean).join(", ")}</Text>
              <Text size="sm" c="dimmed">
                {[
                  t("buildings.doubles.doors", { count: building.totalUnits }),
                  t("buildings.doubles.visits", { count: building.visits }),
                  building.source === null ? null : t("buildings.doubles.source", { source: building.source }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            </div>
            {canEdit && (
              <Button
                mt="sm"
                loading={merge.isPending}
                aria-label={t("buildings.doubles.keepNamed", { address: `${index === 0 ? "A" : "B"}, ${building.address}` })}
                onClick={() => merge.mutate({ keepId: building.id, mergeId: other.id })}
              >
                {t("buildings.doubles.keep")}
              </Button>
            )}
          </Stack>
        ))}
        <PairMap pair={pair} />
      </SimpleGrid>
    </Paper>
  );
};

const PairMap = ({ pair: { first, second } }: { pair: DuplicatePair }) => {
  const { t } = useTranslation();
  const points = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: [first, second].map(({ id, latitude, longitude }, index) => ({
        type: "Feature",
        properties: { id, label: index === 0 ? "A" : "B" },
        geometry: { type: "Point", coordinates: [longitude, latitude] },
      })),
    }),
    [first, second],
  );
  const [west, east] = [Math.min(first.longitude, second.longitude), Math.max(first.longitude, second.longitude)];
  const [south, north] = [Math.min(first.latitude, second.latitude), Math.max(first.latitude, second.latitude)];
  const { ground, credits } = useMapGround();
  return (
    <MapView
      label={t("buildings.doubles.map")}
      height={190}
      points={points}
      bounds={[west, south, east, north]}
      ground={ground}
      credits={credits}
    />
  );
};

const useDecisions = (pair: DuplicatePair) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const refresh = () => Promise.all([cache.map.locations.duplicates.list.invalidate(), cache.map.locations.stats.invalidate()]);
  const on = { onSuccess: refresh, onError: notifyFailed };
  const undoMerge = api.map.locations.duplicates.undoMerge.useMutation(on);
  const undoDismiss = api.map.locations.duplicates.dismiss.useMutation(on);
  const merge = api.map.locations.duplicates.merge.useMutation({
    onError: notifyFailed,
    onSuccess: async ({ undoId, location }) => {
      const message = t("buildings.doubles.merged", { address: location.address });
      notifyUndo({ message, label: t("buildings.undo"), onUndo: () => undoMerge.mutate({ keepId: location.id, undoId }) });
      await refresh();
    },
  });
  const dismiss = api.map.locations.duplicates.dismiss.useMutation({
    onError: notifyFailed,
    onSuccess: async () => {
      const onUndo = () => undoDismiss.mutate({ id: pair.id, isDismissed: false });
      notifyUndo({ message: t("buildings.doubles.dismissed"), label: t("buildings.undo"), onUndo });
      await refresh();
    },
  });
  return { merge, dismiss };
};
