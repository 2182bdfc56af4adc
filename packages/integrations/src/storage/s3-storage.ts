import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type GetObjectCommandOutput,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { AppError } from "@cml/domain/kernel";
import { assertStorageKey } from "./storage-key";
import type { ByteRange, FileStorage, StoredFile } from "./stored-file";

export type S3Options = {
  bucket: string;
  /** Absent for Amazon's own; S3-compatible servers are addressed by path. */
  endpoint?: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Put before every key, for a bucket that holds other things too: `changemaker/`. */
  prefix?: string;
};
export type S3Storage = FileStorage & {
  /** Throws when the bucket cannot be reached. */
  ping: () => Promise<void>;
  close: () => void;
};

/**
 * Files in a bucket. Streams of unknown length are uploaded in parts, which S3 puts together or drops as one.
 * Throws AppError UPSTREAM `storage.full` when the bucket has no room for a file.
 */
export const createS3Storage = ({ bucket, endpoint, region, accessKeyId, secretAccessKey, prefix = "" }: S3Options): S3Storage => {
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    // Newer checksums are unknown to many compatible servers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => {
    assertStorageKey(key);
    return { Bucket: bucket, Key: prefix + key };
  };
  return {
    put: async (key, body, contentType) => {
      const target = { ...at(key), ContentType: contentType };
      try {
        if (Buffer.isBuffer(body)) await client.send(new PutObjectCommand({ ...target, Body: body }));
        else await new Upload({ client, params: { ...target, Body: body }, queueSize: 2 }).done();
      } catch (error) {
        throw isFull(error) ? new AppError("UPSTREAM", "storage.full", {}, { cause: error }) : error;
      }
    },
    open: async (key, range) => {
      try {
        return readObject(await client.send(new GetObjectCommand({ ...at(key), Range: rangeHeader(range) })));
      } catch (error) {
        if (isAnswer(error, 404)) return null;
        if (range !== undefined && isAnswer(error, 416)) return openEmpty(client, at(key));
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    list: async function* (wanted) {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix + wanted }))
        for (const { Key: key = "", Size: sizeBytes = 0 } of page.Contents ?? []) yield { key: key.slice(prefix.length), sizeBytes };
    },
    ping: async () => {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
    close: () => client.destroy(),
  };
};

const rangeHeader = (range: ByteRange | undefined): string | undefined =>
  range === undefined ? undefined : `bytes=${range.start}-${range.end ?? ""}`;

const readObject = ({
  Body,
  ContentLength = 0,
  ContentRange,
  ContentType = "application/octet-stream",
}: GetObjectCommandOutput): StoredFile => {
  if (!(Body instanceof Readable)) throw new Error("the storage answered without a body");
  const total = ContentRange?.split("/")[1];
  return { stream: Body, sizeBytes: total === undefined ? ContentLength : Number(total), contentType: ContentType };
};

// A range behind the end: nothing to read, but the file is there.
const openEmpty = async (client: S3Client, target: { Bucket: string; Key: string }): Promise<StoredFile> => {
  const whole = readObject(await client.send(new GetObjectCommand(target)));
  whole.stream.destroy();
  return { ...whole, stream: Readable.from([]) };
};

// What compatible servers call a full disk or an account at its limit.
const noRoom = ["QuotaExceeded", "QuotaExceededException", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "InsufficientStorage", "ServiceQuotaExceeded"]; // prettier-ignore
const isFull = (error: unknown): boolean => isAnswer(error, 507) || (error instanceof S3ServiceException && noRoom.includes(error.name));

const isAnswer = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
