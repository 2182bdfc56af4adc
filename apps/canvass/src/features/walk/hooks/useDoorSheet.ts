import type { VisitOutcome } from "@cml/domain/canvass";
import { useCallback, useEffect, useState } from "react";
import { undoMs } from "../../../offline/phone";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { type DoorRow, nextDoor } from "../model/door-rows";
import type { useWalk, VisitDraft } from "./useWalk";

type Saved = { eventId: string; doorId: string; addressId: string; door: string; outcome: VisitOutcome };
export type LastSaved = Pick<Saved, "door" | "outcome"> & { canTakeBack: boolean; onUndo: () => void };

/** Which door's sheet is up; after the last unit of a door is saved the next door comes by itself. */
export const useDoorSheet = (rows: DoorRow[] | null, walk: ReturnType<typeof useWalk>) => {
  const [at, setAt] = useState<{ doorId: string; unitId: string | null } | null>(null);
  const { lastSaved, remember } = useLastSaved(setAt);
  const door = rows?.find(({ locationId }) => locationId === at?.doorId) ?? null;
  const unitId = door?.units.length === 1 ? (door.units[0]?.id ?? null) : (at?.unitId ?? null);

  const record = async (addressId: string, draft: VisitDraft) => {
    if (door === null || rows === null) return;
    const eventId = await walk.record(addressId, draft);
    remember({ eventId, doorId: door.locationId, addressId, door: `${door.number} ${door.street}`.trim(), outcome: draft.outcome });
    const otherUnit = door.units.find(({ id, done, doNotContact }) => id !== addressId && !done && !doNotContact);
    if (otherUnit !== undefined) return setAt({ doorId: door.locationId, unitId: otherUnit.id });
    const doneNow = rows.map((row) => (row.locationId === door.locationId ? { ...row, done: true } : row));
    const next = nextDoor(doneNow, door.locationId);
    setAt(next === null ? null : { doorId: next.locationId, unitId: null });
  };

  return {
    open: useCallback((doorId: string) => setAt({ doorId, unitId: null }), []),
    lastSaved,
    props: {
      door,
      unitId,
      lastSaved,
      onUnit: (unit: string | null) => door !== null && setAt({ doorId: door.locationId, unitId: unit }),
      onClose: () => setAt(null),
      onRecord: walk.walk === null ? null : record,
      onStart: () => void walk.start(),
    },
  };
};

/** The visit just saved, for as long as it can be taken back. Once it has gone out, the way back is a new result at the same door. */
const useLastSaved = (reopen: (at: { doorId: string; unitId: string }) => void) => {
  const phone = usePhone();
  const { ledger } = usePhoneState();
  const [saved, setSaved] = useState<Saved | null>(null);
  useEffect(() => {
    if (saved === null) return;
    const timer = window.setTimeout(() => setSaved(null), undoMs);
    return () => window.clearTimeout(timer);
  }, [saved]);
  const event = saved === null ? undefined : ledger.find(({ id }) => id === saved.eventId);
  const undo = async ({ eventId, doorId, addressId }: Saved) => {
    await phone.takeBack(eventId);
    reopen({ doorId, unitId: addressId });
    setSaved(null);
  };
  const lastSaved: LastSaved | null =
    saved === null
      ? null
      : {
          door: saved.door,
          outcome: saved.outcome,
          canTakeBack: event?.state === "waiting" && event.holdMs > 0,
          onUndo: () => void undo(saved),
        };
  return { lastSaved, remember: setSaved };
};
