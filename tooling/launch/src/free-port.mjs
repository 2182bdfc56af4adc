import net from "node:net";
import { PlainError } from "./plain-error.mjs";

/** Fails when somebody listens on the port already, so that it is known before a long installation and not after. */
export const requireFreePort = async (port) => {
  for (const host of ["127.0.0.1", "::1"]) {
    const trouble = await tryPort(port, host);
    if (trouble === "EADDRINUSE")
      throw new PlainError(`Port ${port} is taken by another program: stop that program, or choose another port with --port.`);
    if (trouble === "EACCES") throw new PlainError(`Port ${port} may not be opened by this account: choose one above 1023 with --port.`);
  }
};

const tryPort = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
