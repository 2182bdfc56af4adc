import type { VisitState } from "@cml/domain/map";
import { amber, brick, night, paper, type SchemeName, spruce } from "../theme/palette";
import { supportColours } from "../theme/support-level";

export type SupportMarkName = 1 | 2 | 3 | 4 | "none";

export type MapColours = ReturnType<typeof mapColours>;

/** Every colour of the map, from the product's palette; water is the one it has of its own. */
export const mapColours = (scheme: SchemeName) => {
  const light = scheme === "light";
  const support = supportColours[scheme];
  return {
    scheme,
    ground: light ? "#f5f3ed" : "#151c1a",
    water: light ? "#c9dde3" : "#1b343c",
    waterLine: light ? "#a9cad3" : "#28505b",
    waterText: light ? "#3f6b78" : "#7fb0bd",
    green: light ? "#e3ead9" : "#1b2a22",
    building: light ? "#e8e3d7" : "#202927",
    road: light ? "#ffffff" : "#2f3a37",
    roadEdge: light ? "#cfc8b6" : "#0d1211",
    majorRoad: light ? "#ffffff" : "#3d4a46",
    motorway: light ? "#f8e3b4" : "#5a4a22",
    motorwayEdge: light ? "#dfc07a" : "#0d1211",
    path: light ? "#c3bba6" : "#4a5753",
    rail: light ? "#b4ad9d" : "#55625e",
    roadText: light ? paper[7] : night[2],
    placeText: light ? paper[8] : night[1],
    area: light ? spruce[3] : spruce[6],
    areaLine: light ? spruce[7] : spruce[3],
    selected: light ? amber[6] : amber[3],
    surface: light ? "#ffffff" : night[6],
    halo: light ? "#ffffff" : night[9],
    text: light ? paper[9] : night[0],
    door: light ? paper[6] : night[2],
    group: light ? paper[5] : night[3],
    /** Nobody, half, everybody: the shade of a group by its share. */
    share: light ? ([paper[5], spruce[4], spruce[7]] as const) : ([night[3], spruce[6], spruce[3]] as const),
    support: { 1: support[1], 2: support[2], 3: support[3], 4: support[4], none: light ? paper[5] : night[3] } satisfies Record<
      SupportMarkName,
      string
    >,
    visit: {
      unvisited: light ? paper[6] : night[2],
      notHome: light ? amber[6] : amber[3],
      reached: light ? spruce[7] : spruce[3],
      comeBack: light ? spruce[5] : spruce[4],
      closed: light ? brick[6] : brick[3],
    } satisfies Record<VisitState, string>,
    sign: { yes: light ? spruce[7] : spruce[3], no: light ? paper[5] : night[3] },
  };
};
