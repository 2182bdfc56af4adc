import path from "node:path";
import { createFolderStorage, openS3Storage } from "@cml/integrations/storage";
import type { FileStorage } from "@cml/services";
import type { Env } from "./env";

type Storage = { storage: FileStorage; ping: () => Promise<void>; close: () => void };

/** Files in the bucket the environment names, else in a folder of the data folder. */
export const openStorage = async (env: Env): Promise<Storage> => {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const storage = await createFolderStorage(path.join(env.DATA_DIR, "files"));
    return { storage, ping: async () => undefined, close: () => undefined };
  }
  const storage = await openS3Storage({ bucket, endpoint: env.S3_ENDPOINT, region: env.S3_REGION, accessKeyId, secretAccessKey });
  return { storage, ping: storage.ping, close: storage.close };
};
