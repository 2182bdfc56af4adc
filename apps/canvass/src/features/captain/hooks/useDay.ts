import type { ShiftDay } from "@cml/domain/map";
import { useEffect, useMemo } from "react";
import { api } from "../../../api";
import { usePhoneState } from "../../../shell/PhoneContext";
import { askAlways, useKept } from "../../walk";
import { keptActs, type RosterPerson, withKept } from "../model/day-people";

const everyMs = 30_000;

export type Day = {
  day: ShiftDay | null;
  people: RosterPerson[];
  /** When the server said so; null when it did just now. */
  storedAt: Date | null;
  loading: boolean;
  error: unknown;
  refetch: () => void;
};

/** The day of a shift, asked anew every half minute, with what this phone noted on top; without signal the last that is known. */
export const useDay = (shiftId: string): Day => {
  const query = api.map.shiftDay.read.useQuery({ shiftId }, { ...askAlways, refetchInterval: everyMs, staleTime: 0 });
  const kept = useKept<ShiftDay>(`day/${shiftId}`, { data: query.data, error: query.error });
  const { ledger } = usePhoneState();
  const day = kept.data;
  const answeredAt = kept.storedAt?.getTime() ?? query.dataUpdatedAt;
  const people = useMemo(() => withKept(day?.people ?? [], keptActs(ledger, shiftId, answeredAt)), [day, ledger, shiftId, answeredAt]);
  const { refetch } = query;
  const sent = useMemo(() => ledger.filter(({ payload, state }) => payload.kind === "day" && state !== "waiting").length, [ledger]);
  useEffect(() => {
    // The server has heard of a note: from now on its own answer holds it.
    if (sent > 0) void refetch();
  }, [sent, refetch]);
  return {
    day,
    people,
    storedAt: kept.storedAt ?? (query.error !== null && query.data !== undefined ? new Date(query.dataUpdatedAt) : null),
    loading: kept.loading,
    error: kept.error,
    refetch: () => void refetch(),
  };
};
