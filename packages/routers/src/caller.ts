import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { type AnyProcedure, type AnyRouter, getErrorShape, getTRPCErrorFromUnknown } from "@trpc/server";
import type { Context } from "./trpc/context";
import type { ErrorData } from "./trpc/init";

/** What a call came to: its result, or the error as a client is told it. */
export type Told =
  { ok: true; data: unknown; cookie: CookieSet } | { ok: false; code: string; message: string; data: ErrorData; cookie: CookieSet };
/** The session cookie the call set; undefined when it set none, null when it cleared it. */
type CookieSet = { token: string; expiresAt: Date } | null | undefined;

/** Calls procedures of a router by path, with any input, as somebody. */
export const callerFor = (router: AnyRouter, { deps, actor }: { deps: Deps; actor: Actor }) => {
  const procedures = router._def.procedures as Record<string, AnyProcedure>;
  return async (path: string, input?: unknown): Promise<Told> => {
    let cookie: CookieSet;
    const ctx: Context = { deps, actor, setSessionCookie: (session) => (cookie = session) };
    const procedure = procedures[path];
    if (procedure === undefined) throw new Error(`no procedure ${path}`);
    const type = procedure._def.type;
    try {
      const signal = new AbortController().signal;
      const data: unknown = await procedure({ path, ctx, type, signal, batchIndex: 0, getRawInput: async () => input });
      return { ok: true, data, cookie };
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause);
      const shape = getErrorShape({ config: router._def._config, error, type, path, input, ctx }) as { message: string; data: ErrorData };
      return { ok: false, code: error.code, message: shape.message, data: shape.data, cookie };
    }
  };
};
