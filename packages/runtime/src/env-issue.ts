import type { z } from "zod";

export type EnvIssue = { path: PropertyKey[]; code: string };

/** "PORT must be a whole number from 0 to 65535: correct it or remove it." The value itself is not repeated: it may be a secret. */
export const readIssue = (issue: EnvIssue, shape: Record<string, z.ZodType>): string => {
  const name = String(issue.path[0]);
  return `${name} must be ${describe(shape[name])}: correct it in the environment, or remove it to use the default.`;
};

type Wrapped = z.ZodType & { def: { innerType?: z.ZodType; in?: z.ZodType } };

// The sentence sits on the innermost schema that was given one; defaults, optionals and pipes wrap it.
const describe = (schema: z.ZodType | undefined): string => {
  if (schema === undefined) return "valid";
  const say = schema.meta()?.["say"];
  if (typeof say === "string" && say !== "") return say;
  const { innerType, in: input } = (schema as Wrapped).def;
  return describe(innerType ?? input);
};
