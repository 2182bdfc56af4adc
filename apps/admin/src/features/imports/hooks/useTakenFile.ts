import { api } from "../../../api";
import { type ImportDraft, uploaded } from "../model/import-draft";
import { useUpload } from "./useUpload";

/** Brings the chosen file to where imports read it: sent from this computer, or taken from the server's import folder. */
export const useTakenFile = (draft: ImportDraft, onChange: (changes: Partial<ImportDraft>) => void) => {
  const upload = useUpload(([uploadKey]) => uploadKey !== undefined && onChange(uploaded(uploadKey)));
  const take = api.map.imports.folder.take.useMutation({ onSuccess: ({ uploadKey }) => onChange(uploaded(uploadKey)) });
  const start = () => {
    if (draft.file !== null) upload.start(draft.file);
    else if (draft.folderFile !== null) take.mutate({ name: draft.folderFile });
  };
  return { start, share: upload.share, isBusy: upload.share !== null || take.isPending, error: upload.error ?? take.error };
};
