import os from "node:os";

/** What an absolute time means nothing without: "Intel(R) Xeon(R) @ 2.60GHz, 2 cores, Node 20.20.0". */
export const machine = (): string => {
  const cpus = os.cpus();
  return `${cpus[0]?.model.trim() ?? "unknown processor"}, ${cpus.length} cores, Node ${process.versions.node}`;
};
