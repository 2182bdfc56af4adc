import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The system user PostgreSQL runs as: nobody special, or `postgres` when we are root (it refuses to run as root). */
export type ClusterOwner = { uid?: number; gid?: number };

export const clusterOwner = (): ClusterOwner => {
  if (process.getuid?.() !== 0) return {};
  return findOwner() ?? createOwner();
};

/** Throws a plain sentence when `owner` could not reach `file` because a folder above it is closed to others. */
export const requireReachable = (owner: ClusterOwner, file: string): void => {
  if (owner.uid === undefined) return;
  for (let folder = path.dirname(path.resolve(file)); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const { mode, uid, gid } = fs.statSync(folder);
    const mayEnter = (mode & 0o001) !== 0 || (uid === owner.uid && (mode & 0o100) !== 0) || (gid === owner.gid && (mode & 0o010) !== 0);
    if (!mayEnter) {
      throw new Error(
        `PostgreSQL cannot run as root, and the system user "postgres" may not enter ${folder}. ` +
          `Run as an ordinary user, or move the program and its data out of ${folder} (or: chmod o+x ${folder}).`,
      );
    }
  }
};

const findOwner = (): Required<ClusterOwner> | null => {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
};

const createOwner = (): Required<ClusterOwner> => {
  try {
    execFileSync("groupadd", ["--system", "--force", "postgres"], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], { stdio: "pipe" });
  } catch (cause) {
    throw new Error('PostgreSQL cannot run as root, and the system user "postgres" could not be made. Run as an ordinary user.', { cause });
  }
  const owner = findOwner();
  if (owner === null) throw new Error('The system user "postgres" was made but cannot be found.');
  return owner;
};
