import type { TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import { useMemo } from "react";
import { useCutShapes } from "../../../../shell/useCutShapes";
import { useMapGround } from "../../../../shell/useMapGround";

/** The turfs of a shift, each with the names of those who have it. */
export const TurfMap = ({ turfs }: { turfs: readonly TurfAssignment[] }) => {
  const { t } = useTranslation();
  const { areas } = useCutShapes();
  const place = useMapGround();
  const mine = useMemo(() => {
    if (areas === undefined) return undefined;
    const holders = holdersOf(turfs);
    const features = areas.features.flatMap((area) => {
      const names = holders.get(String(area.properties?.["id"]));
      if (names === undefined) return [];
      const label = [area.properties?.["name"], ...names].join("\n");
      return [{ ...area, properties: { ...area.properties, name: label } }];
    });
    return { ...areas, features };
  }, [areas, turfs]);
  if (mine === undefined || mine.features.length === 0) return null;
  return <MapView label={t("turfDesk.map")} height={260} areas={mine} bounds={boundsOf(mine)} {...place} />;
};

/** Areas of a shift and who walks them now. */
const holdersOf = (turfs: readonly TurfAssignment[]): Map<string, string[]> => {
  const holders = new Map<string, string[]>();
  for (const { cutId, people, returnedAt } of turfs) {
    const names = holders.get(cutId) ?? [];
    if (returnedAt === null) names.push(...people.map(({ name }) => name));
    holders.set(cutId, names);
  }
  return holders;
};
