import { readFile } from "node:fs/promises";
import { createSecureContext } from "node:tls";

export type Certificate = { cert: Buffer; key: Buffer };

/** The certificate and its key from their files. Throws when one cannot be read, or when they do not belong together. */
export const readCertificate = async ({ certFile, keyFile }: { certFile: string; keyFile: string }): Promise<Certificate> => {
  const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)]);
  createSecureContext({ cert, key });
  return { cert, key };
};
