import { useEffect, useMemo, useState } from "react";
import type { CanvassOutputs } from "../../../api";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";
import { splitAddress } from "../../walk";

type Doors = CanvassOutputs["map"]["turfAssignments"]["doors"];

/** Number, street and unit of each address in the ledger, as far as its turf is still on this phone. */
export const useDoorNames = (): Map<string, string> => {
  const phone = usePhone();
  const { ledger } = usePhoneState();
  const [names, setNames] = useState(new Map<string, string>());
  const turfs = useMemo(
    () => [...new Set(ledger.flatMap(({ payload }) => (payload.kind === "visit" ? [payload.assignmentId] : [])))].sort().join(" "),
    [ledger],
  );
  useEffect(() => {
    let left = false;
    const read = async () => {
      const found = new Map<string, string>();
      for (const id of turfs.split(" ").filter(Boolean))
        for (const door of (await phone.recall<Doors>(`doors/${id}`))?.value.doors ?? []) {
          const { number, street } = splitAddress(door.address);
          for (const unit of door.units)
            found.set(unit.id, [`${number} ${street}`.trim(), unit.unitNumber].filter((part) => part !== null).join(" / "));
        }
      if (!left) setNames(found);
    };
    void read();
    return () => {
      left = true;
    };
  }, [phone, turfs]);
  return names;
};
