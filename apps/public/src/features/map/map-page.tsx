import type { Visit } from "../../data/visit";
import { panels } from "../../islands/panels";
import type { Page } from "../../shell/page";
import { MapPage } from "./pages/MapPage";

/** The map of areas and shifts; none where the organisation has no map at all. */
export const mapPage = async ({ source, site, t }: Visit): Promise<Page | null> => {
  if (!site.enableMap) return null;
  const [areas, shifts, view] = await Promise.all([source.areas(), source.shifts(), source.mapGround()]);
  const isEmpty = areas.length === 0 && shifts.length === 0;
  return {
    status: 200,
    title: t("map.pageTitle"),
    description: t("map.description", { organization: site.organization }),
    panels: isEmpty ? [] : [panels.map.source],
    body: <MapPage areas={areas} shifts={shifts} view={view} />,
  };
};
