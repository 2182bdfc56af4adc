import { Box } from "@mantine/core";
import { toPosition } from "@cml/domain/kernel";
import { PageSkeleton } from "@cml/ui";
import { MapView } from "@cml/ui/map";
import { useTranslation } from "@cml/ui/i18n";
import { useParams } from "@tanstack/react-router";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { Screen } from "../../../shell/Screen";
import { DoorSheet } from "../components/DoorSheet";
import { useDoorSheet } from "../hooks/useDoorSheet";
import { useTurf } from "../hooks/useTurf";
import { useWalk } from "../hooks/useWalk";

/** My turf and its doors; a tap brings up the same sheet as the list. */
export const TurfMapPage = () => {
  const { t } = useTranslation();
  const { assignmentId = "" }: { assignmentId?: string } = useParams({ strict: false });
  const { turf, rows, left } = useTurf(assignmentId);
  const walk = useWalk(assignmentId);
  const sheet = useDoorSheet(rows, walk);
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
          done: row.done,
          supportLevel: row.units.length === 1 ? (row.units[0]?.state.supportLevel ?? "") : "",
        },
        geometry: { type: "Point", coordinates: toPosition(row) },
      })),
    }),
    [rows],
  );
  return (
    <Screen
      back
      assignmentId={assignmentId}
      title={turf?.cutName ?? t("app.places.map")}
      under={rows === null ? undefined : t("app.walk.left", { count: left })}
    >
      {turf === null ? (
        <Box p="md">
          <PageSkeleton />
        </Box>
      ) : (
        <MapView areas={areas} points={points} bounds={turf.bounds} onDoor={sheet.open} height="calc(100dvh - 140px)" />
      )}
      <DoorSheet {...sheet.props} />
    </Screen>
  );
};
