import { Button, Menu } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload, IconFileSpreadsheet, IconHome, IconWorld } from "@tabler/icons-react";
import { useSession } from "../../../session/useSession";

/** One turf as a file: its figures, its boundary, its doors. */
export const CutExport = ({ cutId }: { cutId: string }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t("turf.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={17} />} component="a" href={`/exports/turf.csv?id=${cutId}`} download>
          {t("turf.exportFigures")}
        </Menu.Item>
        <Menu.Item leftSection={<IconWorld size={17} />} component="a" href={`/exports/turf.geojson?id=${cutId}`} download>
          {t("turf.exportBoundary")}
        </Menu.Item>
        {can("location.view") && (
          <Menu.Item leftSection={<IconHome size={17} />} component="a" href={`/exports/locations.csv?cut=${cutId}`} download>
            {t("turf.exportDoors")}
          </Menu.Item>
        )}
        <Menu.Label>{t("turf.exportNote")}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
