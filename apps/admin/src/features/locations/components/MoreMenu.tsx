import { ActionIcon, Menu, Text } from "@mantine/core";
import { type LocationFilter, writeLocationFilter } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import {
  IconCopyCheck,
  IconDots,
  IconFileSpreadsheet,
  IconMapPinCheck,
  IconMapPinPlus,
  IconMapPinQuestion,
  IconUpload,
  IconWorld,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";

type Props = { filter: LocationFilter; canEdit: boolean; onAdd: () => void };

/** What one does now and then: add, import, export, look at doubles. */
export const MoreMenu = ({ filter, canEdit, onAdd }: Props) => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const formats = useSiteFormats();
  const stats = api.map.locations.stats.useQuery();
  const work = api.map.geocoding.work.useQuery(undefined, { enabled: canEverywhere("location.edit") });
  const unplaced = work.data?.unplaced ?? 0;
  const asked = new URLSearchParams(writeLocationFilter(filter)).toString();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon size="lg" variant="default" aria-label={t("buildings.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canEdit && (
          <Menu.Item leftSection={<IconMapPinPlus size={17} />} onClick={onAdd}>
            {t("buildings.add")}
          </Menu.Item>
        )}
        {can("location.import") && (
          <Menu.Item leftSection={<IconUpload size={17} />} component={Link} to="/doors/import">
            {t("doors.import")}
          </Menu.Item>
        )}
        {canEverywhere("location.view") && (
          <Menu.Item
            leftSection={<IconCopyCheck size={17} />}
            component={Link}
            to="/doors/duplicates"
            rightSection={
              (stats.data?.possibleDuplicates ?? 0) > 0 && (
                <Text size="sm" c="dimmed">
                  {stats.data?.possibleDuplicates}
                </Text>
              )
            }
          >
            {t("buildings.doubles.title")}
          </Menu.Item>
        )}
        {canEverywhere("location.view") && (
          <Menu.Item leftSection={<IconMapPinCheck size={17} />} component={Link} to="/data-quality">
            {t("quality.title")}
          </Menu.Item>
        )}
        {canEverywhere("location.edit") && unplaced > 0 && (
          <Menu.Item
            leftSection={<IconMapPinQuestion size={17} />}
            component={Link}
            to="/data-quality/unplaced"
            rightSection={
              <Text size="sm" c="dimmed">
                {formats.number(unplaced)}
              </Text>
            }
          >
            {t("tray.title")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileSpreadsheet size={17} />} component="a" href={`/exports/locations.csv?${asked}`} download>
          {t("buildings.exportCsv")}
        </Menu.Item>
        <Menu.Item leftSection={<IconWorld size={17} />} component="a" href={`/exports/locations.geojson?${asked}`} download>
          {t("buildings.exportGeojson")}
        </Menu.Item>
        <Menu.Label>{t("buildings.exportNote")}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
