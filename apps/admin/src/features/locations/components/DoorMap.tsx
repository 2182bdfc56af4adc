import { Stack } from "@mantine/core";
import type { Bounds } from "@cml/domain/kernel";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { api } from "../../../api";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";

type Props = { cutId: string | null; bounds: Bounds | null; onDoor: (id: string) => void };

/** The doors as they stand, with the chosen turf around them. */
export const DoorMap = ({ cutId, bounds, onDoor }: Props) => {
  const { t } = useTranslation();
  const shapes = useCutShapes();
  const view = api.settings.mapSettings.view.useQuery(undefined, { staleTime: 300_000 });
  return (
    <MapView
      label={t("doors.map")}
      height="min(62vh, 620px)"
      doors={doorTiles}
      areas={shapes.areas}
      selectedAreaId={cutId}
      bounds={bounds ?? shapes.bounds}
      centre={view.data}
      onDoor={onDoor}
      legend={
        <Stack gap={2}>
          {([1, 2, 3, 4] as const).map((level) => (
            <SupportMark key={level} level={level} size={12} withLabel />
          ))}
        </Stack>
      }
    />
  );
};
