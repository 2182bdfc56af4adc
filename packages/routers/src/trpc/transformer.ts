import superjson from "superjson";
import { z } from "zod";
import { serializeOutput } from "./serialize-output";

// What inputs are made of. Everything else superjson could make of a request (errors, classes, expressions, arrays as large as the sender
// says) no procedure asks for.
const taken = z.enum(["Date", "undefined", "number"]);

type Marks = z.infer<typeof taken> | [z.infer<typeof taken>] | Marks[] | { [path: string]: Marks };
const marks: z.ZodType<Marks> = z.lazy(() => z.union([taken, z.tuple([taken]), z.array(marks), z.record(z.string(), marks)]));
const envelope = z.object({
  json: z.unknown().optional(),
  meta: z.object({ values: marks.optional(), v: z.number().optional() }).optional(),
});

/**
 * Reads what a client sends. Equal objects a client marks as one are read as two, so that no input holds itself.
 * Throws for whatever our clients do not send; tRPC tells that as bad input.
 */
const readInput = (given: unknown): unknown => {
  if (given === undefined) return undefined;
  const { json, meta } = envelope.parse(given);
  if (meta?.values === undefined) return json;
  return superjson.deserialize({ json, meta } as Parameters<typeof superjson.deserialize>[0]);
};

export const transformer = {
  input: { serialize: superjson.serialize, deserialize: readInput },
  output: { serialize: serializeOutput, deserialize: superjson.deserialize },
};
