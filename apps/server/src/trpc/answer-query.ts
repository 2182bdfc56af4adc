import {
  type AnyProcedure,
  type AnyRouter,
  getErrorShape,
  getTRPCErrorFromUnknown,
  transformTRPCResponse,
  type TRPCDefaultErrorShape,
  TRPCError,
} from "@trpc/server";
import type { RootConfig } from "@trpc/server/unstable-core-do-not-import";
import { getHTTPStatusCode } from "@trpc/server/http";

export type QueryRequest = { path: string; search: URLSearchParams; signal: AbortSignal };
export type QueryAnswer = { status: number; body: string };
export type OnFailure = (error: TRPCError, path: string) => void;

type SurfaceTypes = { ctx: object; meta: object; errorShape: TRPCDefaultErrorShape; transformer: boolean };
type Call = { path: string; procedure: AnyProcedure };

/**
 * The queries a request asks for when it is of the ordinary kind (every procedure exists and is a query), else null.
 * Whatever is unusual goes the way tRPC ships; this is only the short way for what is asked most.
 */
export const readQueries = (
  router: AnyRouter,
  { path, search }: Pick<QueryRequest, "path" | "search">,
): { calls: Call[]; batch: boolean } | null => {
  if (search.has("connectionParams")) return null;
  const batch = search.get("batch") === "1";
  const procedures = router._def.procedures as Record<string, AnyProcedure | undefined>;
  const calls: Call[] = [];
  for (const name of batch ? path.split(",") : [path]) {
    const procedure = Object.hasOwn(procedures, name) ? procedures[name] : undefined;
    if (procedure?._def.type !== "query") return null;
    calls.push({ path: name, procedure });
  }
  return { calls, batch };
};

/**
 * Answers queries exactly as tRPC's own adapter would (a test holds the two together), without building Web requests,
 * responses and streams for each, which cost more than the query itself.
 */
export const answerQueries = async (
  router: AnyRouter,
  asked: { calls: Call[]; batch: boolean; input: string | null; signal: AbortSignal },
  { ctx, onFailure }: { ctx: object; onFailure: OnFailure },
): Promise<QueryAnswer> => {
  // The router is any surface's, so its own types are of no use here.
  const config = router._def._config as RootConfig<SurfaceTypes>;
  const readInput = inputReader(config.transformer.input.deserialize, asked);
  const answers = await Promise.all(
    asked.calls.map(async ({ path, procedure }, batchIndex) => {
      try {
        const data: unknown = await procedure({
          path,
          ctx,
          type: "query",
          signal: asked.signal,
          batchIndex,
          getRawInput: async () => readInput(batchIndex),
        });
        return { result: { data } };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        onFailure(error, path);
        return { error: getErrorShape({ config, error, type: "query", path, input: undefined, ctx }) };
      }
    }),
  );
  const answer = asked.batch ? answers : (answers[0] as (typeof answers)[number]);
  return { status: getHTTPStatusCode(answer), body: JSON.stringify(transformTRPCResponse(config, answer)) };
};

// The same reading, and the same refusals, as tRPC's own: one input that cannot be read fails every call of its batch that reads.
const inputReader = (deserialize: (value: unknown) => unknown, asked: { calls: Call[]; batch: boolean; input: string | null }) => {
  let inputs: unknown[] | undefined;
  return (index: number): unknown => {
    try {
      inputs ??= readInputs(deserialize, asked);
    } catch (cause) {
      if (cause instanceof TRPCError) throw cause;
      throw new TRPCError({ code: "BAD_REQUEST", message: cause instanceof Error ? cause.message : "Invalid input", cause });
    }
    return inputs[index];
  };
};

const readInputs = (
  deserialize: (value: unknown) => unknown,
  { calls, batch, input }: { calls: Call[]; batch: boolean; input: string | null },
): unknown[] => {
  if (input === null || input === "") return [];
  const parsed: unknown = JSON.parse(input);
  if (!batch) return [deserialize(parsed)];
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new TRPCError({ code: "BAD_REQUEST", message: '"input" needs to be an object when doing a batch call' });
  }
  const given = parsed as Record<string, unknown>;
  return calls.map((_call, index) => (given[index] === undefined ? undefined : deserialize(given[index])));
};
