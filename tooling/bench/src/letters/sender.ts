import { spawn } from "node:child_process";
import { once } from "node:events";
import { ownEnvironment } from "../own-environment";

export type Sender = {
  /** Throws when the program is gone already. */
  requireAlive: () => void;
  end: (signal: NodeJS.Signals) => Promise<void>;
};

/** Starts a program that sends; what it complains about is shown. */
export const startSender = (args: string[], variables: Record<string, string> = {}): Sender => {
  const child = spawn(process.execPath, args, { env: { ...ownEnvironment(), ...variables }, stdio: ["ignore", "ignore", "inherit"] });
  const gone = once(child, "exit");
  const requireAlive = () => {
    if (child.exitCode !== null) throw new Error(`the sender ended by itself with code ${child.exitCode}`);
  };
  return {
    requireAlive,
    end: async (signal) => {
      requireAlive();
      child.kill(signal);
      await gone;
    },
  };
};
