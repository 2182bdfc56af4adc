import { Box } from "@mantine/core";
import { toPosition } from "@cml/domain/kernel";
import { EmptyState, PageSkeleton } from "@cml/ui";
import { MapView } from "@cml/ui/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconWifiOff } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { Screen } from "../../../shell/Screen";
import { DoorSheet } from "../components/DoorSheet";
import { MapLegend } from "../components/MapLegend";
import { WalkAction } from "../components/WalkAction";
import { useDoorSheet } from "../hooks/useDoorSheet";
import { useGround } from "../hooks/useGround";
import { useTurf } from "../hooks/useTurf";
import { useTurfHead } from "../hooks/useTurfHead";
import { useWalk } from "../hooks/useWalk";
import { nextDoor } from "../model/door-rows";

/** My turf and its doors; a tap brings up the same sheet as the list. */
export const TurfMapPage = () => {
  const { t } = useTranslation();
  const { assignmentId = "" }: { assignmentId?: string } = useParams({ strict: false });
  const { turf, rows, loading } = useTurf(assignmentId);
  const walk = useWalk(assignmentId);
  const sheet = useDoorSheet(rows, walk);
  const head = useTurfHead(turf, rows);
  const { ground, credits } = useGround(turf?.bounds ?? null);
  const nextId = rows === null || walk.walk === null ? null : (nextDoor(rows, null)?.locationId ?? null);
  const areas = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features:
        turf === null
          ? []
          : [
              {
                type: "Feature",
                id: turf.cutId,
                properties: { id: turf.cutId, name: "", color: turf.color },
                geometry: turf.geometry,
              },
            ],
    }),
    [turf],
  );
  const points = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: (rows ?? []).map((row) => ({
        type: "Feature",
        properties: {
          id: row.locationId,
          label: row.number,
          done: row.done,
          next: row.locationId === nextId,
          supportLevel: row.units.length === 1 ? (row.units[0]?.state.supportLevel ?? "") : "",
        },
        geometry: { type: "Point", coordinates: toPosition(row) },
      })),
    }),
    [rows, nextId],
  );
  return (
    <Screen back fill assignmentId={assignmentId} {...head} action={<WalkAction rows={rows} walk={walk} sheet={sheet} />}>
      {loading && (
        <Box p="md">
          <PageSkeleton />
        </Box>
      )}
      {!loading && turf === null && (
        <EmptyState icon={<IconWifiOff size={26} />} title={t("app.walk.notFetched")}>
          {t("app.walk.notFetchedText")}
        </EmptyState>
      )}
      {turf !== null && (
        <MapView
          label={t("app.walk.mapOf", { turf: turf.cutName })}
          areas={areas}
          points={points}
          bounds={turf.bounds}
          onDoor={sheet.open}
          height="100%"
          edge
          locate
          ground={ground}
          credits={credits}
          legend={<MapLegend />}
        />
      )}
      <DoorSheet {...sheet.props} />
    </Screen>
  );
};
