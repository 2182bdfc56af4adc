import { loadedLocale } from "@cml/ui/i18n";

type Progress = (share: number) => void;
type Options = { file: File; purpose: string; onProgress: Progress; signal: AbortSignal };

const chunkBytes = 4 * 1024 * 1024;
const triesPerChunk = 4;
const version = { "Tus-Resumable": "1.0.0" };

const noRoom = 507;

/** A refusal in the server's own words, in the shape `errorMessage` reads. */
export class UploadRefused extends Error {
  readonly data: unknown;
  /** The file is good; the server has no room for it now. */
  readonly isForLater: boolean;

  constructor(message: string, data: { httpStatus: number }) {
    super(message);
    this.data = data;
    this.isForLater = data.httpStatus === noRoom;
  }
}

/**
 * Sends a file in pieces (tus 1.0) and answers with its storage key. After a broken piece it asks how much arrived and goes
 * on from there; four failures in a row end it. What was begun is remembered in this browser: the same file chosen again, after a
 * reload or a day without network, goes on where it stopped.
 */
export const uploadFile = async ({ file, purpose, onProgress, signal }: Options): Promise<string> => {
  const memory = `cml-upload:${purpose}:${file.name}:${file.size}:${file.lastModified}`;
  const begun = await beganBefore(memory, signal);
  const location = begun?.location ?? (await begin(file, purpose, signal));
  keep(memory, location);
  let offset = begun?.offset ?? 0;
  onProgress(file.size === 0 ? 0 : offset / file.size);
  let failures = 0;
  while (offset < file.size) {
    try {
      offset = await sendPiece({ file, location, offset, signal });
      failures = 0;
      onProgress(offset / file.size);
    } catch (error) {
      failures += 1;
      // Once there is room again it goes on where it stopped.
      if (error instanceof UploadRefused && !error.isForLater) keep(memory, null);
      if (error instanceof UploadRefused || signal.aborted || failures >= triesPerChunk) throw error;
      offset = await arrived(location, signal);
    }
  }
  keep(memory, null);
  return `uploads/${location.split("/").pop() ?? ""}`;
};

const keep = (memory: string, location: string | null): void => {
  try {
    if (location === null) localStorage.removeItem(memory);
    else localStorage.setItem(memory, location);
  } catch {
    // A browser that keeps nothing sends the file anew.
  }
};

const kept = (memory: string): string | null => {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
};

/** Where an earlier try stands, if the server still knows it and it is ours. */
const beganBefore = async (memory: string, signal: AbortSignal): Promise<{ location: string; offset: number } | null> => {
  const location = kept(memory);
  if (location === null) return null;
  const response = await fetch(location, { method: "HEAD", headers: version, credentials: "same-origin", signal });
  const offset = Number(response.headers.get("upload-offset") ?? Number.NaN);
  return response.ok && Number.isInteger(offset) ? { location, offset } : null;
};

const encode = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const begin = async (file: File, purpose: string, signal: AbortSignal): Promise<string> => {
  const metadata = `purpose ${encode(purpose)},filename ${encode(file.name)}`;
  const headers = { ...version, "Upload-Length": String(file.size), "Upload-Metadata": metadata, "x-locale": loadedLocale() };
  const response = await fetch("/uploads", { method: "POST", headers, credentials: "same-origin", signal });
  const location = response.headers.get("location");
  if (!response.ok || location === null) throw await refusal(response);
  return new URL(location, window.location.href).pathname;
};

const sendPiece = async ({
  file,
  location,
  offset,
  signal,
}: {
  file: File;
  location: string;
  offset: number;
  signal: AbortSignal;
}): Promise<number> => {
  const headers = { ...version, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
  const body = file.slice(offset, offset + chunkBytes);
  const response = await fetch(location, { method: "PATCH", headers, body, credentials: "same-origin", signal });
  if ((response.status >= 400 && response.status < 500 && response.status !== 409) || response.status === noRoom)
    throw await refusal(response);
  if (!response.ok) throw new Error(`upload answered ${response.status}`);
  return Number(response.headers.get("upload-offset"));
};

const arrived = async (location: string, signal: AbortSignal): Promise<number> => {
  const response = await fetch(location, { method: "HEAD", headers: version, credentials: "same-origin", signal });
  return Number(response.headers.get("upload-offset") ?? 0);
};

const refusal = async (response: Response): Promise<UploadRefused> => {
  const text = await response.text();
  try {
    const { error = {} } = JSON.parse(text) as { error?: { message?: string; messageKey?: string; requestId?: string } };
    return new UploadRefused(error.message ?? "", { ...error, httpStatus: response.status });
  } catch {
    return new UploadRefused("", { httpStatus: response.status });
  }
};
