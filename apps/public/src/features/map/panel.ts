import type { MapView } from "@cml/domain/settings";
import type { ShiftView } from "../shifts";
import type { AreaView } from "./model";

export type MapPanelProps = { areas: AreaView[]; shifts: ShiftView[]; view: MapView };

/** What a reader has chosen on the map or in the list. */
export type Chosen = { kind: "area"; id: string } | { kind: "shift"; id: string } | null;
