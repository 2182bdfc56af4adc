import { useEffect, useRef, useState } from "react";
import { uploadFile } from "../../../shell/upload-file";

/** Sends one file for an import; leaving the page stops it. `share` is null while nothing is sent. */
export const useUpload = (onUploaded: (uploadKey: string) => void) => {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = (file: File) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setError(null);
    setShare(0);
    void uploadFile({ file, purpose: "import", onProgress: setShare, signal })
      .then(onUploaded)
      .catch((failure: unknown) => {
        if (!signal.aborted) setError(failure);
      })
      .finally(() => setShare(null));
  };
  return { share, error, start };
};
