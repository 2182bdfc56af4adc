import net from "node:net";
import { unreachable } from "./connection-error";

const patienceMs = 5000;

/** Knocks at the Redis server before anything is started, so that a wrong address is told at once and by its real reason. */
export const requireReachableRedis = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect({ host: hostname.replace(/^\[|\]$/g, ""), port: port === "" ? 6379 : Number(port), timeout: patienceMs });
    const refuse = (cause: unknown): void => {
      socket.destroy();
      reject(unreachable("REDIS_URL", url, cause));
    };
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
    socket.once("timeout", () => refuse(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
    socket.once("error", refuse);
  });
