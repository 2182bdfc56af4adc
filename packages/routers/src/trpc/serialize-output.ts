import superjson, { type SuperJSONResult } from "superjson";

type Marks = Record<string, ["Date"]>;

/**
 * What superjson makes of an answer, without copying it: nearly every answer is plain values and dates, and JSON.stringify writes a
 * date as superjson does, so only the marks have to be found. Whatever else stands in an answer (undefined, numbers JSON has no
 * word for, one object twice, maps, classes) goes superjson's own way; a test holds the two equal.
 */
export const serializeOutput = (answer: unknown): SuperJSONResult => {
  const marks: Marks = {};
  if (answer instanceof Date || !isPlain(answer, { keys: [], marks, seen: new Set() })) return superjson.serialize(answer);
  const json = answer as SuperJSONResult["json"];
  for (const _any in marks) return { json, meta: { values: marks, v: 1 } };
  return { json };
};

/** `keys` is the way to the value in hand; it is written out only where a mark needs it. */
type Walk = { keys: (string | number)[]; marks: Marks; seen: Set<object> };

const isPlain = (value: unknown, walk: Walk): boolean => {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      return value === null || isPlainObject(value, walk);
    default:
      return false;
  }
};

const isPlainObject = (value: object, walk: Walk): boolean => {
  if (walk.seen.has(value)) return false;
  walk.seen.add(value);
  if (value instanceof Date) {
    walk.marks[walk.keys.join(".")] = ["Date"];
    return !Number.isNaN(value.getTime());
  }
  if (Array.isArray(value)) return value.every((one, index) => isPlainAt(index, one, walk));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const entries = value as Record<string, unknown>;
  for (const key in entries) if (!isPathKey(key) || !isPlainAt(key, entries[key], walk)) return false;
  return true;
};

const isPlainAt = (key: string | number, value: unknown, walk: Walk): boolean => {
  walk.keys.push(key);
  const plain = isPlain(value, walk);
  walk.keys.pop();
  return plain;
};

// Superjson escapes dots and backslashes in a path, and refuses the keys that reach a prototype.
const isPathKey = (key: string): boolean =>
  !key.includes(".") && !key.includes("\\") && key !== "__proto__" && key !== "constructor" && key !== "prototype";
