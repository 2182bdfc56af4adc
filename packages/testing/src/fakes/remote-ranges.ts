import { AppError } from "@cml/domain/kernel";

type Wanted = { start: number; end: number };
type FetchedRange = { bytes: Buffer; sizeBytes: number; version: string | null };

/** Parts of the files it is given; `failures` are thrown first, one for each request. */
export type FakeRemoteRanges = ((url: string, wanted: Wanted) => Promise<FetchedRange>) & {
  files: Map<string, { bytes: Buffer; version: string | null }>;
  asked: Wanted[];
  failures: AppError[];
};

export const fakeRemoteRanges = (): FakeRemoteRanges => {
  const files: FakeRemoteRanges["files"] = new Map();
  const asked: Wanted[] = [];
  const failures: AppError[] = [];
  const fetchRange = async (url: string, { start, end }: Wanted): Promise<FetchedRange> => {
    asked.push({ start, end });
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    const file = files.get(url);
    if (file === undefined) throw new AppError("UPSTREAM", "fetch.status", { status: 404 });
    return { bytes: file.bytes.subarray(start, end + 1), sizeBytes: file.bytes.length, version: file.version };
  };
  return Object.assign(fetchRange, { files, asked, failures });
};
