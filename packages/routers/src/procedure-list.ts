import type { AnyProcedure, AnyRouter } from "@trpc/server";
import { z } from "zod";
import type { Access, Meta } from "./trpc/meta";

/** One procedure as the reviewed list and the role-by-role test see it. */
export type ListedProcedure = {
  path: string;
  type: "query" | "mutation" | "subscription";
  access: Access | null;
  hasOutput: boolean;
  /** Shape of what comes out, such as `{items: [{id: uuid, name: string}], total: integer}`. */
  output: string;
  /** Names of all fields in it, at any depth. */
  outputFields: string[];
};

type Definition = { type: ListedProcedure["type"]; meta?: Meta; output?: unknown };

/** Every procedure of a router, by path. */
export const proceduresOf = (router: AnyRouter): ListedProcedure[] =>
  Object.entries(router._def.procedures as Record<string, AnyProcedure>)
    .map(([path, procedure]) => listed(path, procedure._def as unknown as Definition))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Two lines each: path, kind and who may call it; what comes out. */
export const describeSurface = (router: AnyRouter): string[] =>
  proceduresOf(router).map(({ path, type, access, output }) => `${path} (${type}) by ${describeAccess(access)}\n    ${output}`);

const describeAccess = (access: Access | null): string => {
  if (access === null) return "NOBODY SAID WHO";
  return access.kind === "permission" ? access.permission : access.kind;
};

const listed = (path: string, { type, meta, output }: Definition): ListedProcedure => {
  const shape = output instanceof z.ZodType ? shapeOf(output) : null;
  return {
    path,
    type,
    access: meta?.access ?? null,
    hasOutput: shape !== null,
    output: shape === null ? "NOTHING SAYS WHAT" : describe(shape, definitionsOf(shape), []),
    outputFields: shape === null ? [] : [...new Set(fieldsOf(shape))].sort(),
  };
};

type Shape = {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  items?: Shape;
  prefixItems?: Shape[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  $ref?: string;
  $defs?: Record<string, Shape>;
};

const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, {
    io: "output",
    unrepresentable: "any",
    cycles: "ref",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      // JSON has no dates; superjson carries them.
      if (zodSchema._zod.def.type === "date") jsonSchema.type = "date" as never;
    },
  }) as Shape;

const definitionsOf = (shape: Shape): Record<string, Shape> => shape.$defs ?? {};

const describe = (shape: Shape, definitions: Record<string, Shape>, seen: readonly string[]): string => {
  const inner = (part: Shape) => describe(part, definitions, seen);
  if (shape.$ref !== undefined) {
    const name = shape.$ref.replace("#/$defs/", "");
    const target = definitions[name];
    return target === undefined || seen.includes(name) ? "(itself)" : describe(target, definitions, [...seen, name]);
  }
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return describeEnum(shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return choices.map(inner).join(" | ");
  if (shape.allOf !== undefined) return shape.allOf.map(inner).join(" & ");
  if (shape.prefixItems !== undefined) return `[${shape.prefixItems.map(inner).join(", ")}]`;
  if (shape.type === "array") return `[${shape.items === undefined ? "any" : inner(shape.items)}]`;
  if (shape.type === "object") return describeObject(shape, inner);
  if (Array.isArray(shape.type)) return shape.type.map((type) => inner({ ...shape, type })).join(" | ");
  return shape.format !== undefined && shape.type === "string" ? shape.format : (shape.type ?? "any");
};

const describeEnum = (values: unknown[]): string =>
  values.length > 8 ? `${String(values[0])}/…${values.length - 2} more…/${String(values.at(-1))}` : values.map(String).join("/");

const describeObject = ({ properties = {}, required = [], additionalProperties }: Shape, inner: (part: Shape) => string): string => {
  const fields = Object.entries(properties).map(([name, part]) => `${name}${required.includes(name) ? "" : "?"}: ${inner(part)}`);
  if (typeof additionalProperties === "object") fields.push(`…: ${inner(additionalProperties)}`);
  return `{${fields.join(", ")}}`;
};

const fieldsOf = (shape: unknown): string[] => {
  if (Array.isArray(shape)) return shape.flatMap(fieldsOf);
  if (typeof shape !== "object" || shape === null) return [];
  return Object.entries<unknown>(shape as Record<string, unknown>).flatMap(([key, value]) => {
    const here = key === "properties" && typeof value === "object" && value !== null ? Object.keys(value) : [];
    return [...here, ...fieldsOf(value)];
  });
};
