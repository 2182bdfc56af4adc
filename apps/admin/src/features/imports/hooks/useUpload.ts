import { useEffect, useRef, useState } from "react";
import { uploadFile } from "../../../shell/upload-file";

/** Sends files for an import, one after the other; leaving the page stops it. `share` is null while nothing is sent. */
export const useUpload = (onUploaded: (uploadKeys: string[]) => void) => {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = (...files: File[]) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setError(null);
    setShare(0);
    void sendAll(files, { onProgress: setShare, signal })
      .then(onUploaded)
      .catch((failure: unknown) => {
        if (!signal.aborted) setError(failure);
      })
      .finally(() => setShare(null));
  };
  return { share, error, start };
};

const sendAll = async (files: readonly File[], { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal }) => {
  const total = files.reduce((sum, { size }) => sum + size, 0) || 1;
  const keys: string[] = [];
  let before = 0;
  for (const file of files) {
    keys.push(
      await uploadFile({ file, purpose: "import", onProgress: (share) => onProgress((before + share * file.size) / total), signal }),
    );
    before += file.size;
  }
  return keys;
};
