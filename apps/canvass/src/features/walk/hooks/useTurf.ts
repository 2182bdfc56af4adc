import { failureOf } from "@cml/api-client";
import { useEffect, useMemo, useState } from "react";
import { api, type CanvassOutputs } from "../../../api";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { type DoorRow, doorRows } from "../model/door-rows";

export type MyTurf = CanvassOutputs["map"]["turfAssignments"]["mine"][number];
type Doors = CanvassOutputs["map"]["turfAssignments"]["doors"];
type Answer<T> = { data: T | null; storedAt: Date | null; loading: boolean; error: unknown };

// A network that does not answer is no network to somebody standing at a door.
const patienceMs = 4000;

/** An answer of the server, kept on the phone: without signal the last one stands, with its age. */
const useKept = <T>(key: string, query: { data: T | undefined; error: unknown }): Answer<T> => {
  const phone = usePhone();
  const [kept, setKept] = useState<{ value: T; storedAt: number } | null | undefined>(undefined);
  const { data, error } = query;
  useEffect(() => {
    let left = false;
    void phone.recall<T>(key).then((found) => {
      if (!left) setKept(found);
    });
    return () => {
      left = true;
    };
  }, [phone, key]);
  useEffect(() => {
    if (data !== undefined) void phone.remember(key, data);
  }, [phone, key, data]);
  const [waitedLong, setWaitedLong] = useState(false);
  const waits = data === undefined && error === null;
  useEffect(() => {
    if (!waits) return;
    const timer = window.setTimeout(() => setWaitedLong(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, [waits]);
  if (data !== undefined) return { data, storedAt: null, loading: false, error: null };
  const settled = kept !== undefined && (error !== null || kept !== null);
  const old = kept && (error !== null || waitedLong);
  return { data: kept?.value ?? null, storedAt: old ? new Date(kept.storedAt) : null, loading: !settled, error };
};

// "Always": the browser's idea of being online is wrong often enough; the call itself is the test.
const options = {
  networkMode: "always",
  refetchOnReconnect: true,
  retry: (count: number, error: unknown) => failureOf(error).status >= 500 && count < 2,
} as const;

export const useMyTurfs = () => {
  const query = api.map.turfAssignments.mine.useQuery(undefined, options);
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
  const query = api.map.turfAssignments.doors.useQuery({ assignmentId }, options);
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
