import { ActionIcon, Menu } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconDots, IconFileSpreadsheet, IconUpload, IconWorld } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../session/useSession";

type Props = { search: { q: string; category: string | null; origin: string | null } };

/** What one does now and then with turf: import, export what the list shows. */
export const CutMenu = ({ search }: Props) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const asked = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value]])),
  );
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon size="lg" variant="default" aria-label={t("turf.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can("location.import") && (
          <Menu.Item leftSection={<IconUpload size={17} />} component={Link} to="/doors/import" search={{ kind: "cuts" } as never}>
            {t("turf.import")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFileSpreadsheet size={17} />} component="a" href={`/exports/turf.csv?${asked.toString()}`} download>
          {t("turf.exportCsv")}
        </Menu.Item>
        <Menu.Item leftSection={<IconWorld size={17} />} component="a" href={`/exports/turf.geojson?${asked.toString()}`} download>
          {t("turf.exportGeojson")}
        </Menu.Item>
        <Menu.Label>{t("turf.exportNote")}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
