import { useMemo } from "react";
import { api, type CanvassOutputs } from "../../../api";
import { usePhoneState } from "../../../shell/PhoneContext";
import { type DoorRow, doorRows } from "../model/door-rows";
import { askAlways, useKept } from "./useKept";

export type MyTurf = CanvassOutputs["map"]["turfAssignments"]["mine"][number];
type Doors = CanvassOutputs["map"]["turfAssignments"]["doors"];

export const useMyTurfs = () => {
  const query = api.map.turfAssignments.mine.useQuery(undefined, askAlways);
  const kept = useKept<MyTurf[]>("turfs", { data: query.data, error: query.error });
  return { ...kept, refetch: () => void query.refetch(), fetching: query.isFetching };
};

export type Turf = {
  turf: MyTurf | null;
  rows: DoorRow[] | null;
  left: number;
  storedAt: Date | null;
  loading: boolean;
  error: unknown;
  refetch: () => void;
};

/** One turf with its doors, each with the newest that is known of it. */
export const useTurf = (assignmentId: string): Turf => {
  const turfs = useMyTurfs();
  const query = api.map.turfAssignments.doors.useQuery({ assignmentId }, askAlways);
  const doors = useKept<Doors>(`doors/${assignmentId}`, { data: query.data, error: query.error });
  const { ledger, walk } = usePhoneState();
  const turf = turfs.data?.find((one) => one.assignmentId === assignmentId) ?? null;
  const startedAt = walk?.assignmentId === assignmentId ? walk.startedAt : null;
  const rows = useMemo(() => {
    if (doors.data === null) return null;
    const since = [startedAt, turf === null ? null : new Date(`${turf.date}T00:00:00`)].filter((date) => date !== null);
    return doorRows(doors.data.doors, ledger, new Date(Math.min(...since.map(Number), Date.now())));
  }, [doors.data, ledger, startedAt, turf]);
  return {
    turf,
    rows,
    left: rows?.filter(({ done }) => !done).length ?? 0,
    storedAt: doors.storedAt,
    loading: turfs.loading || doors.loading,
    error: doors.error,
    refetch: () => void query.refetch(),
  };
};
