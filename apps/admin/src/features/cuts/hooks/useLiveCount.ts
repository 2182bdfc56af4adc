import type { CutGeometry, CutOverlap } from "@cml/domain/map";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api";

type Inside = { locations: number; addresses: number; overlaps: CutOverlap[] };

const pauseMs = 200;

/** Doors and buildings inside a shape that is being drawn: asked after a short pause, and the latest question's answer wins. */
export const useLiveCount = (geometry: CutGeometry | null, exceptId: string | null): { inside: Inside | null; isCounting: boolean } => {
  const { mutateAsync } = api.map.cuts.countInside.useMutation();
  const [inside, setInside] = useState<Inside | null>(null);
  const [isCounting, setCounting] = useState(false);
  const latest = useRef(0);
  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    if (geometry === null) {
      setInside(null);
      setCounting(false);
      return;
    }
    setCounting(true);
    const pause = window.setTimeout(() => {
      mutateAsync({ geometry, exceptId })
        .then((counted) => {
          if (mine === latest.current) setInside(counted);
        })
        // A count that did not come is asked for again with the next corner; saving says what is wrong.
        .catch(() => mine === latest.current && setInside(null))
        .finally(() => mine === latest.current && setCounting(false));
    }, pauseMs);
    return () => window.clearTimeout(pause);
  }, [geometry, exceptId, mutateAsync]);
  return { inside, isCounting };
};
