import type { S3Options, S3Storage } from "./s3-storage";

export { createFolderStorage } from "./folder-storage";
export type { ByteRange, FileStorage, StoredFile } from "./stored-file";
export type { S3Options, S3Storage };

/** Files in a bucket; the AWS library (20 MB of memory) is loaded only where it is used. */
export const openS3Storage = async (options: S3Options): Promise<S3Storage> => (await import("./s3-storage")).createS3Storage(options);
