import { notifications } from "@mantine/notifications";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { type DoorRow, nextDoor } from "../model/door-rows";
import type { useWalk, VisitDraft } from "./useWalk";

/** Which door's sheet is up; after the last unit of a door is saved the next door comes by itself. */
export const useDoorSheet = (rows: DoorRow[] | null, walk: ReturnType<typeof useWalk>) => {
  const { t } = useTranslation();
  const [doorId, setDoorId] = useState<string | null>(null);
  const door = rows?.find(({ locationId }) => locationId === doorId) ?? null;

  const record = async (addressId: string, draft: VisitDraft) => {
    await walk.record(addressId, draft);
    notifications.show({ message: t("app.door.saved"), autoClose: 1500, withCloseButton: false });
    if (door === null || rows === null) return;
    const others = door.units.filter(({ id, state }) => id !== addressId && state.at === null);
    if (others.length > 0) return;
    const doneNow = rows.map((row) => (row.locationId === door.locationId ? { ...row, done: true } : row));
    setDoorId(nextDoor(doneNow, door.locationId)?.locationId ?? null);
  };

  return {
    open: (locationId: string) => setDoorId(locationId),
    props: {
      door,
      onClose: () => setDoorId(null),
      onRecord: walk.walk === null ? null : record,
      onStart: () => void walk.start(),
    },
  };
};
