import net from "node:net";
import { StartError } from "@cml/runtime";

const reasons: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program: stop that program, or choose another port with --port or PORT.`,
  EACCES: (port) => `Port ${port} may not be opened by this account: choose one above 1023 with --port or PORT.`,
  EADDRNOTAVAIL: () => "HOST is not an address of this machine: correct it, or remove it to use the default.",
  ENOTFOUND: () => "HOST is not an address of this machine: correct it, or remove it to use the default.",
};

/** Fails with one sentence when the address cannot be listened on, so that nothing else is started in vain. */
export const requireFreePort = ({ HOST, PORT }: { HOST: string; PORT: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => reject(asStartError(error, PORT)));
    probe.listen({ host: HOST, port: PORT, exclusive: true }, () => probe.close(() => resolve()));
  });

/** Listening may fail after the probe too, when another program was faster. */
export const asStartError = (error: unknown, port: number): Error => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  if (reason === undefined) return error instanceof Error ? error : new Error(String(error));
  return new StartError(reason(port), error);
};
