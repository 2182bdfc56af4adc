import type { LatLng } from "@cml/domain/kernel";
import type { PlaceUnplacedInput, Unplaced } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useRef, useState } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import type { Choice } from "../model/choices";

/** What was done, and how it is taken back. */
type Done = { words: string; back: { kind: "placed" | "setAside"; ids: readonly string[] } };
export type Progress = { done: number; total: number; placed: number };

/** What a person does with rows of the tray; each deed can be taken back, the last one first. */
export const useTrayDeeds = () => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [done, setDone] = useState<Done[]>([]);
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [version, setVersion] = useState(0);
  const stopping = useRef(new AbortController());
  const place = api.map.tray.place.useMutation();
  const geocode = api.map.tray.geocode.useMutation();
  const setAside = api.map.tray.setAside.useMutation();
  const bringBack = api.map.tray.bringBack.useMutation();
  const takeBack = api.map.tray.takeBack.useMutation();

  const refresh = async () => {
    setVersion((before) => before + 1);
    await Promise.all([cache.map.tray.list.invalidate(), cache.map.geocoding.quality.invalidate(), cache.map.locations.invalidate()]);
  };
  const act = async (work: () => Promise<string>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      setSaid(await work());
    } catch (error) {
      notifyFailed(error);
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  const remember = (words: string, kind: Done["back"]["kind"], ids: readonly string[]): string => {
    if (ids.length > 0) setDone((before) => [...before, { words, back: { kind, ids } }]);
    return words;
  };
  const placeAt = (row: Unplaced, to: PlaceUnplacedInput["to"]) =>
    act(async () => {
      await place.mutateAsync({ id: row.id, to });
      return remember(t("tray.wasPlaced", { address: row.address }), "placed", [row.id]);
    });

  return {
    said,
    isBusy,
    progress,
    version,
    canUndo: done.length > 0,
    refresh,
    take: (row: Unplaced, { latitude, longitude, confidence, provider, locationId }: Choice) => {
      if (provider !== "GOOGLE") void placeAt(row, { kind: "take", latitude, longitude, confidence, provider, locationId });
    },
    placeByHand: (row: Unplaced, { latitude, longitude }: LatLng) => void placeAt(row, { kind: "hand", latitude, longitude }),
    setAside: (rows: readonly Unplaced[]) =>
      void act(async () => {
        const { changed } = await setAside.mutateAsync({ ids: rows.map(({ id }) => id) });
        const [first] = rows;
        const words =
          rows.length === 1 && first !== undefined
            ? t("tray.wasSetAside", { address: first.address })
            : t("tray.wereSetAside", { count: changed.length });
        return remember(words, "setAside", changed);
      }),
    bringBack: (ids: readonly string[]) =>
      void act(async () => t("tray.wereBroughtBack", { count: (await bringBack.mutateAsync({ ids: [...ids] })).changed.length })),
    takeBack: (row: Unplaced) =>
      void act(async () => {
        await takeBack.mutateAsync({ id: row.id });
        return t("tray.wasTakenBack", { address: row.address });
      }),
    /** One after the other, seen and stoppable; what nobody surely knows stays where it is. */
    geocode: (ids: readonly string[]) =>
      void act(async () => {
        const placed: string[] = [];
        const { signal } = (stopping.current = new AbortController());
        try {
          for (const [index, id] of ids.entries()) {
            if (signal.aborted) break;
            setProgress({ done: index, total: ids.length, placed: placed.length });
            const { locationId } = await geocode.mutateAsync({ id, isBulk: ids.length > 1 });
            if (locationId !== null) placed.push(id);
          }
        } finally {
          setProgress(null);
          remember(t("tray.wereGeocoded", { count: placed.length, of: ids.length }), "placed", placed);
        }
        return t("tray.wereGeocoded", { count: placed.length, of: ids.length });
      }),
    stop: () => stopping.current.abort(),
    undo: () => {
      const last = done.at(-1);
      if (last === undefined) return;
      void act(async () => {
        setDone((before) => before.slice(0, -1));
        if (last.back.kind === "setAside") await bringBack.mutateAsync({ ids: [...last.back.ids] });
        else for (const id of last.back.ids) await takeBack.mutateAsync({ id });
        return t("tray.undone", { words: last.words });
      });
    },
  };
};
export type TrayDeeds = ReturnType<typeof useTrayDeeds>;
