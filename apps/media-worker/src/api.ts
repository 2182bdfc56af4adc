import { createClient } from "@cml/api-client";
import type { Environment } from "./env";

/** The media surface of the server, called with the worker's token. */
export const connect = ({ SERVER_URL, WORKER_TOKEN }: Environment) =>
  createClient({ url: SERVER_URL, surface: "media", token: WORKER_TOKEN }).media.jobs;

export type Api = ReturnType<typeof connect>;
