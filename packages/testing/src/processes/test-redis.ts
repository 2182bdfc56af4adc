import { spawn } from "node:child_process";
import fs from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

export type TestRedis = { url: string; stop: () => Promise<void> };

/**
 * A real redis-server on a free port, in a folder of its own. Null where none is installed: tests then say so in one line.
 * Where one must be (CI installs it), its absence is an error.
 */
export const startTestRedis = async ({ required }: { required: boolean }): Promise<TestRedis | null> => {
  const port = await freePort();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "cml-test-redis-"));
  const server = spawn("redis-server", [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--maxmemory-policy",
    "noeviction",
  ]);
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const up = await new Promise<boolean>((resolve, reject) => {
    server.stdout.on("data", (text: Buffer) => {
      if (text.includes("Ready to accept connections")) resolve(true);
    });
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? resolve(false) : reject(error)));
    server.once("exit", () => reject(new Error("redis-server ended at once")));
  });
  const stop = async () => {
    server.kill("SIGKILL");
    await ended;
    await fs.rm(folder, { recursive: true, force: true });
  };
  if (up) return { url: `redis://127.0.0.1:${port}`, stop };
  await fs.rm(folder, { recursive: true, force: true });
  if (required) throw new Error("There is no redis-server here, and these tests may not be left out");
  process.stdout.write("No redis-server here: the Redis half of this test file is left out.\n");
  return null;
};

export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
