import { AppError } from "@cml/domain/kernel";

type Fetched = { bytes: Buffer; contentType: string; url: string };

/** A function like the guarded fetch that knows only the files it is given; others do not answer. */
export type FakeRemoteFiles = ((url: string) => Promise<Fetched>) & { asked: string[]; files: Map<string, Omit<Fetched, "url">> };

export const fakeRemoteFiles = (): FakeRemoteFiles => {
  const asked: string[] = [];
  const files: FakeRemoteFiles["files"] = new Map();
  const fetchFile = async (url: string): Promise<Fetched> => {
    asked.push(url);
    const file = files.get(url);
    if (file === undefined) throw new AppError("UPSTREAM", "fetch.unreachable");
    return { ...file, url };
  };
  return Object.assign(fetchFile, { asked, files });
};
