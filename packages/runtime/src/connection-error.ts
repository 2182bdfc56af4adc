import { StartError } from "./start-error";

/** "The database at db.example.org:5432 cannot be reached (ECONNREFUSED): ..." without user name or password. */
export const unreachable = (variable: "DATABASE_URL" | "REDIS_URL", url: string, cause: unknown): StartError => {
  const { hostname, port, pathname } = new URL(url);
  const what = variable === "DATABASE_URL" ? "database" : "Redis server";
  const usualPort = variable === "DATABASE_URL" ? "5432" : "6379";
  const place = `${hostname}:${port === "" ? usualPort : port}${variable === "DATABASE_URL" ? pathname : ""}`;
  return new StartError(`The ${what} at ${place} cannot be used (${reasonOf(cause)}): start it, or correct ${variable}.`, cause);
};

const byCode: Record<string, string> = {
  ECONNREFUSED: "nobody answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  ETIMEDOUT: "no answer in time",
  ECONNRESET: "the connection was cut",
  "28P01": "wrong user name or password",
  "28000": "this account may not sign in",
  "3D000": "there is no such database",
};

const reasonOf = (cause: unknown): string => {
  for (let error: unknown = cause; error instanceof Error; error = error instanceof AggregateError ? error.errors[0] : error.cause) {
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    if (byCode[code] !== undefined) return byCode[code];
    if (error instanceof AggregateError || error.cause !== undefined) continue;
    return (error.message.split("\n")[0] ?? "").slice(0, 120) || code || "unknown reason";
  }
  return "unknown reason";
};
