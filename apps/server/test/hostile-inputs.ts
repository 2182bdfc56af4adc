import type { AnyProcedure, AnyRouter } from "@trpc/server";
import { z } from "zod";

export type HostileInput = {
  path: string;
  type: string;
  /** Which field holds what, for the list of what gave way. */
  what: string;
  /** A value for superjson, or the raw text of the request. */
  body: string | { value: unknown };
};

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  minItems?: number;
};

const nested = (depth: number): unknown => {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

const values: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 1],
  ["a negative number", -1],
  ["the largest number", Number.MAX_VALUE],
  ["2^53", 2 ** 53],
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a text", "x"],
  ["an empty text", ""],
  ["a long text", "x".repeat(100_000)],
  ["a NUL", "a\u0000b"],
  ["half a character", "a\ud800b"],
  ["a smuggled header", "a\r\nBcc: everybody@example.org"],
  ["a wildcard", "%_\\"],
  ["SQL", "' OR 1=1; --"],
  ["an unknown id", "01900000-0000-7000-8000-000000000000"],
  ["a list", []],
  ["an object", {}],
  ["an operator", { $ne: null, contains: "x" }],
  ["a deep list", nested(500)],
  ["a day before time", new Date(-8.64e15)],
  ["a day after time", new Date(8.64e15)],
  ["no day", new Date("never")],
  ["a big integer", 10n ** 40n],
  ["a set", new Set(["x"])],
  ["a map", new Map([["x", 1]])],
  ["true", true],
];

const raw: [string, string][] = [
  ["half a JSON", '{"json":'],
  ["a text", '"x"'],
  ["a list", "[]"],
  ["null", "null"],
  ["a deep JSON", `{"json":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ["an error made by meta", '{"json":{"name":"x","message":"y"},"meta":{"values":["Error"]}}'],
  ["an unknown type in meta", '{"json":{},"meta":{"values":["nothing-known"]}}'],
  ["a huge list made by meta", '{"json":1e9,"meta":{"values":[["typed-array","Float64Array"]]}}'],
  ["a class in meta", '{"json":{},"meta":{"values":[["class","Object"]]}}'],
  ["a symbol in meta", '{"json":"x","meta":{"values":[["symbol","x"]]}}'],
  ["an expression in meta", '{"json":"/(a+)+$/g","meta":{"values":["regexp"]}}'],
  ["meta that is no object", '{"json":{},"meta":7}'],
  ["meta of a path that is not there", '{"json":{},"meta":{"values":{"a.b.c":["Date"]}}}'],
  ["a cycle", '{"json":{"id":{}},"meta":{"referentialEqualities":{"id":["id.id"]}}}'],
  ["a prototype by path", '{"json":{"a":{}},"meta":{"referentialEqualities":{"a":["__proto__.polluted"]}}}'],
  ["a prototype by value", '{"json":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}'],
  ["a prototype by meta", '{"json":{"a":"1"},"meta":{"values":{"__proto__":["Date"],"constructor.prototype":["Date"]}}}'],
];

// These end the session that asks.
const endsTheSession = /signOut/;

/** Every procedure of a router with one field at a time replaced by something no screen sends. `known` gives real ids by name of field or noun. */
export function* hostileInputs(router: AnyRouter, known: Readonly<Record<string, string>>): Generator<HostileInput> {
  const procedures = router._def.procedures as Record<string, AnyProcedure>;
  for (const [path, procedure] of Object.entries(procedures)) {
    if (endsTheSession.test(path)) continue;
    const { type, inputs } = procedure._def as unknown as { type: string; inputs: z.ZodType[] };
    for (const [what, body] of raw) yield { path, type, what, body };
    for (const [what, value] of values) yield { path, type, what: `all: ${what}`, body: { value } };
    const schema = inputs[0] === undefined ? {} : schemaOf(inputs[0]);
    const plain = exampleOf(schema, (field) => known[field] ?? (field === "id" ? known[path.split(".")[1] ?? ""] : undefined));
    yield { path, type, what: "plain", body: { value: plain } };
    for (const at of leavesOf(plain))
      for (const [what, value] of values)
        yield { path, type, what: `${at.join(".")}: ${what}`, body: { value: replaced(plain, at, value) } };
  }
}

const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") jsonSchema.format = "a date";
    },
  }) as JsonSchema;

/** Something the schema may well take. */
const exampleOf = (schema: JsonSchema, known: (field: string) => string | undefined, field = ""): unknown => {
  const real = known(field);
  const of = (part: JsonSchema, name = field) => exampleOf(part, known, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === "a date") return new Date("2026-10-01T10:00:00Z");
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice?.[0] !== undefined) return of(choice[0]);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, of(part, name)]));
    case "array":
      return (
        schema.prefixItems?.map((part) => of(part)) ??
        Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => of(schema.items ?? {}))
      );
    case "number":
    case "integer":
      return Math.max(1, Math.min(schema.minimum ?? 1, 1000));
    case "boolean":
      return true;
    case "string":
      return real ?? textOf(schema.format, field);
    default:
      return real ?? null;
  }
};

const textByField: Record<string, string> = {
  postalCode: "M5V3L9",
  date: "2031-05-17",
  startTime: "10:00",
  endTime: "12:00",
  timeZone: "America/Edmonton",
  color: "#3388ff",
  phone: "604 555 0100",
  token: "t".repeat(43),
  refreshToken: "t".repeat(43),
  password: "Another-Horse-8",
  currentPassword: "Another-Horse-8",
  newPassword: "Another-Horse-9",
  address: "12 Main St, Vancouver, BC",
};
const textOf = (format: string | undefined, field: string): string => {
  if (format === "uuid") return crypto.randomUUID();
  if (format === "email") return "somebody@example.org";
  return textByField[field] ?? (/e-?mail/i.test(field) ? "somebody@example.org" : "Some words");
};

type At = (string | number)[];
const isPlain = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === "object" && value !== null && !(value instanceof Date);

const leavesOf = (value: unknown, at: At = []): At[] =>
  isPlain(value)
    ? [
        ...(at.length === 0 ? [] : [at]),
        ...(Array.isArray(value) ? value.slice(0, 1) : []).flatMap((part, index) => leavesOf(part, [...at, index])),
        ...(Array.isArray(value) ? [] : Object.entries(value)).flatMap(([name, part]) => leavesOf(part, [...at, name])),
      ]
    : at.length === 0
      ? []
      : [at];

const replaced = (value: unknown, [first, ...rest]: At, by: unknown): unknown => {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((part: unknown, index) => (index === first ? replaced(part, rest, by) : part));
  if (!isPlain(value)) return value;
  const object: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  return { ...object, [first]: replaced(object[String(first)], rest, by) };
};
