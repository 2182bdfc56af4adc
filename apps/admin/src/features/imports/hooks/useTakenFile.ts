import type { FolderTaking } from "@cml/domain/map";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api";
import { type ImportDraft, uploaded } from "../model/import-draft";
import { useUpload } from "./useUpload";

const refreshMs = 700;

/** Brings the chosen file to where imports read it: sent from this computer, or taken from the server's import folder. */
export const useTakenFile = (draft: ImportDraft, onChange: (changes: Partial<ImportDraft>) => void) => {
  const upload = useUpload(([uploadKey]) => uploadKey !== undefined && onChange(uploaded(uploadKey)));
  const folder = useFolderFile((uploadKey) => onChange(uploaded(uploadKey)));
  const start = () => {
    if (draft.file !== null) upload.start(draft.file);
    else if (draft.folderFile !== null) folder.take(draft.folderFile);
  };
  return {
    start,
    share: upload.share,
    taking: folder.taking,
    stop: folder.stop,
    isBusy: upload.share !== null || folder.isBusy,
    error: upload.error ?? folder.error,
    failure: folder.failure,
  };
};

/** A file of the folder comes in the background; this page only looks on. */
const useFolderFile = (onHere: (uploadKey: string) => void) => {
  const [begun, setBegun] = useState<FolderTaking | null>(null);
  const query = api.map.imports.folder.taking.useQuery(
    { id: begun?.id ?? "" },
    {
      enabled: begun !== null && isOnItsWay(begun),
      gcTime: 0,
      refetchInterval: ({ state }) => (isOnItsWay(state.data) ? refreshMs : false),
    },
  );
  const take = api.map.imports.folder.take.useMutation({ onSuccess: setBegun });
  const drop = api.map.imports.folder.stop.useMutation({ onSuccess: () => setBegun(null) });
  const at = begun === null ? null : begun.isHere ? begun : (query.data ?? begun);
  const here = at?.isHere === true ? at.uploadKey : null;
  const told = useRef(onHere);
  useEffect(() => {
    told.current = onHere;
  });
  useEffect(() => {
    if (here !== null) told.current(here);
  }, [here]);
  const isOn = at !== null && isOnItsWay(at);
  return {
    take: (name: string) => {
      setBegun(null);
      take.mutate({ name });
    },
    stop: () => at !== null && drop.mutate({ id: at.id }),
    taking: isOn ? at : null,
    isBusy: take.isPending || drop.isPending || isOn,
    failure: at?.failure ?? null,
    error: take.error ?? drop.error ?? query.error,
  };
};

const isOnItsWay = (at: FolderTaking | undefined): boolean => at !== undefined && !at.isHere && at.failure === null;
