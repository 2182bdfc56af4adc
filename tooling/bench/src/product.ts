import { randomBytes } from "node:crypto";
import path from "node:path";
import { freePort, root, type Running, startProgram } from "./running";

/** The server as built and started in production, on a given database; the caller's variables win. */
export const startProduct = async (databaseUrl: string, dataDir: string, variables: Record<string, string> = {}): Promise<Running> => {
  const port = await freePort();
  const address = { PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: `http://127.0.0.1:${port}`, NODE_ENV: "production" };
  const parts = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_SECRET: randomBytes(32).toString("hex"), WORKERS: "off" };
  // One client stands for many people; the limit itself stays in the way of every request.
  const env = { ...address, ...parts, RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "error", ...variables };
  return startProgram({ command: process.execPath, args: [path.join(root, "apps/server/dist/main.js")], env, port });
};
