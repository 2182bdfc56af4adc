import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AppError, type Locale } from "@cml/domain/kernel";
import type { OfficeTicketChange } from "../cookies";
import type { publicRouter } from "@cml/routers";
import { z } from "zod";

export type PublicApi = ReturnType<typeof publicRouter.createCaller>;
/** `form`: the body of a plain form as it came. */
type RenderRequest = {
  method: "GET" | "POST";
  form?: string;
  officeTicket?: string | null;
  url: string;
  locale: Locale;
  nonce: string;
  publicUrl: string;
  api: PublicApi;
};
type Rendered = {
  status: number;
  html: string;
  headers?: Record<string, string>;
  frameAncestors?: readonly string[];
  officeTicket?: OfficeTicketChange;
};
type Render = (request: RenderRequest) => Promise<Rendered>;

const rendererSchema = z.object({ render: z.custom<Render>((value) => typeof value === "function") });

/** The public site's built renderer, loaded with its first page. */
export const createPublicRenderer = (folder: string): Render => {
  let renderer: Promise<Render> | undefined;
  return async (request) => {
    renderer ??= loadRenderer(path.join(folder, "server", "entry-server.js"));
    return (await renderer)(request);
  };
};

const loadRenderer = async (file: string): Promise<Render> => {
  if (!fs.existsSync(file)) throw new AppError("NOT_FOUND", "procedure.notFound", {}, { log: `the public site is not built: ${file}` });
  const loaded: unknown = await import(pathToFileURL(file).href);
  return rendererSchema.parse(loaded).render;
};
