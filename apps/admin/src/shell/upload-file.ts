import { loadedLocale } from "@cml/ui/i18n";

type Progress = (share: number) => void;
type Options = { file: File; purpose: string; onProgress: Progress; signal: AbortSignal };

const chunkBytes = 4 * 1024 * 1024;
const triesPerChunk = 4;
const version = { "Tus-Resumable": "1.0.0" };

/** A refusal in the server's own words, in the shape `errorMessage` reads. */
export class UploadRefused extends Error {
  readonly data: unknown;

  constructor(message: string, data: unknown) {
    super(message);
    this.data = data;
  }
}

/**
 * Sends a file in pieces (tus 1.0) and answers with its storage key. After a broken piece it asks how much arrived and goes
 * on from there; four failures in a row end it.
 */
export const uploadFile = async ({ file, purpose, onProgress, signal }: Options): Promise<string> => {
  const location = await begin(file, purpose, signal);
  let offset = 0;
  let failures = 0;
  while (offset < file.size) {
    try {
      offset = await sendPiece({ file, location, offset, signal });
      failures = 0;
      onProgress(offset / file.size);
    } catch (error) {
      failures += 1;
      if (error instanceof UploadRefused || signal.aborted || failures >= triesPerChunk) throw error;
      offset = await arrived(location, signal);
    }
  }
  return `uploads/${location.split("/").pop() ?? ""}`;
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
  if (response.status >= 400 && response.status < 500 && response.status !== 409) throw await refusal(response);
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
