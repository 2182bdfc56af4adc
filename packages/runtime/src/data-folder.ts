import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { StartError } from "./start-error";

/**
 * Makes the data folder, closed to others, and proves that it can be written to. PostgreSQL refuses to run as root and then
 * runs as a user of its own, which must be able to pass through the folder, not to look into it.
 */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  const isRoot = process.getuid?.() === 0;
  try {
    await fs.mkdir(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    const { mode } = await fs.stat(folder);
    if (isRoot && (mode & 0o001) === 0) await fs.chmod(folder, (mode & 0o777) | 0o011);
    const probe = path.join(folder, `.write-test-${process.pid}`);
    await fs.writeFile(probe, "");
    await fs.rm(probe);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written to: give its owner the right to write there, or name another with DATA_DIR.`,
      error,
    );
  }
};

/** The generated APP_SECRET of a server with its own database: made once, readable by the owner only. */
export const readOrMakeAppSecret = async (folder: string): Promise<string> => {
  const file = path.join(folder, "app-secret");
  try {
    await fs.writeFile(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = (await fs.readFile(file, "utf8")).trim();
  if (secret.length < 32) throw new StartError(`${file} is damaged: put back the one of your backup, or set APP_SECRET.`);
  return secret;
};
